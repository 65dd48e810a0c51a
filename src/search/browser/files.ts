/** Loads the index and the side files, and says in which way that failed. */
import { clauseLoader } from '../../citing/load-clauses.ts';
import type { ListedDocument } from '../documents.ts';
import { readQuery } from '../query.ts';
import type { SuggestionData } from '../suggest.ts';
import type { AgencyNames } from '../suggest/agencies.ts';
import { readTable, type PassageTable, type StoredTable } from '../table.ts';
import { queryTerms } from '../terms.ts';
import { createEngine, type Search } from './engine.ts';
import { once, within } from './loading.ts';
import {
  openIndex,
  type OpenedIndex,
  type OpeningOptions,
  type PagefindModule,
} from './passage-index.ts';
import { rehearse } from './rehearse.ts';

const pagefindFolder = '/pagefind/';
const sideFolder = '/search/';
const tableFile = `${sideFolder}table.gz`;
const patience = 15_000;

/** `network`: a file could not be fetched. `engine`: WebAssembly did not start, or nothing settled in time. */
export class SearchUnavailable extends Error {
  readonly kind: 'network' | 'engine';
  constructor(kind: 'network' | 'engine', cause?: unknown) {
    super(`Search is unavailable: ${kind}`, { cause });
    this.kind = kind;
  }
}

/**
 * Loads what a search needs; throws `SearchUnavailable`.
 *
 * @param awaited the query that waits for it; where none does (''), a search is rehearsed.
 */
export async function loadSearch(awaited: string): Promise<Search> {
  const packed = fetchFile(tableFile).then((response) => response.arrayBuffer());
  let stored: PassageTable | undefined;
  const readStored = async (unpack: Unpack) => (stored ??= unpackTable(await packed, unpack));
  const firstTokens = async (unpack: Unpack) => {
    const { common } = await readStored(unpack);
    return readQuery(awaited).phrases.flatMap(({ folded }) => queryTerms(folded, common));
  };
  const [index] = await inTime(
    Promise.all([loadIndex(awaited === '' ? {} : { firstTokens }), packed]),
  );
  const table = await ofIndex(await readStored(index.unpack), index);
  // What fails here fails again where it matters.
  const token = indexNamed()?.dataset.rehearsal;
  if (awaited === '' && token) await rehearse(index, table, token).catch(() => undefined);
  const search = createEngine(index, {
    table,
    loadDocuments: once(() => fetchJson<ListedDocument[]>('documents.json')),
    ...suggestionLoaders(),
    loadClauses: clauseLoader(),
  });
  return (input, options) => {
    const work = search(input, options);
    // Everything may take long, where there is much.
    return options?.limit === Infinity ? named(work) : inTime(work);
  };
}

type Unpack = OpenedIndex['unpack'];

function unpackTable(packed: ArrayBuffer, unpack: Unpack): PassageTable {
  return readTable(JSON.parse(unpack(packed)) as StoredTable);
}

/** The table of this very index: after a new build an old one may still be at hand. */
async function ofIndex(table: PassageTable, index: OpenedIndex): Promise<PassageTable> {
  if (table.index === index.hash) return table;
  const response = await fetchFile(tableFile, { cache: 'reload' });
  const fresh = unpackTable(await response.arrayBuffer(), index.unpack);
  if (fresh.index === index.hash) return fresh;
  throw new SearchUnavailable('network', new Error('The table is not that of the index'));
}

/** What the page named as the index when it was built: its files are on their way. */
function indexNamed(): HTMLMetaElement | null {
  return document.querySelector<HTMLMetaElement>('meta[name="search-index"]');
}

async function loadIndex(options: OpeningOptions): Promise<OpenedIndex> {
  if (typeof WebAssembly === 'undefined') throw new SearchUnavailable('engine');
  const address = `${pagefindFolder}pagefind.js`;
  let module: PagefindModule;
  try {
    module = (await import(/* @vite-ignore */ address)) as PagefindModule;
  } catch (cause) {
    throw new SearchUnavailable('network', cause);
  }
  const tag = indexNamed()?.content;
  return openIndex(module, pagefindFolder, (file) => fetchFile(file), {
    ...(tag !== undefined && { tag }),
    ...options,
  });
}

/** What suggests other inputs is fetched when it is first wanted, code and words; after a failure it is tried again. */
function suggestionLoaders() {
  const agencies = once(() => fetchJson<AgencyNames>('agencies.json'));
  return {
    loadSuggester: once(async () => {
      const [{ createSuggester }, names, data] = await Promise.all([
        import('../suggest.ts'),
        agencies(),
        fetchJson<SuggestionData>('suggestions.json'),
      ]);
      return createSuggester(data, names);
    }),
    loadOtherNames: once(async () => {
      const [{ otherNamesIn }, names] = await Promise.all([import('../suggest.ts'), agencies()]);
      return (input: string) => otherNamesIn(input, names);
    }),
  };
}

async function fetchJson<Value>(name: string): Promise<Value> {
  return (await fetchFile(sideFolder + name)).json() as Promise<Value>;
}

async function fetchFile(address: string, options?: RequestInit): Promise<Response> {
  try {
    const response = await fetch(address, options);
    if (!response.ok) throw new Error(`${String(response.status)} for ${address}`);
    return response;
  } catch (cause) {
    throw new SearchUnavailable('network', cause);
  }
}

/** Without leave to run WebAssembly Pagefind may never settle. */
function inTime<Value>(work: Promise<Value>): Promise<Value> {
  return named(
    within(work, patience, () => {
      throw new SearchUnavailable('engine');
    }),
  );
}

/** The same work, failing as `SearchUnavailable` or because it was given up. */
async function named<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (cause) {
    if (cause instanceof SearchUnavailable) throw cause;
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    const isEngine = /wasm|WebAssembly/i.test(String(cause));
    throw new SearchUnavailable(isEngine ? 'engine' : 'network', cause);
  }
}
