/** Loads Pagefind and the side files, and says in which way that failed. */
import { clauseLoader } from '../../citing/load-clauses.ts';
import type { ListedDocument } from '../documents.ts';
import type { SuggestionData } from '../suggest.ts';
import type { AgencyNames } from '../suggest/agencies.ts';
import { createEngine, type PagefindIndex, type Search } from './engine.ts';

const pagefindFolder = '/pagefind/';
const sideFolder = '/search/';
const patience = 15_000;

/** `network`: a file could not be fetched. `engine`: WebAssembly did not start, or nothing settled in time. */
export class SearchUnavailable extends Error {
  readonly kind: 'network' | 'engine';
  constructor(kind: 'network' | 'engine', cause?: unknown) {
    super(`Search is unavailable: ${kind}`, { cause });
    this.kind = kind;
  }
}

interface PagefindModule {
  createInstance(options: { basePath: string; noWorker: boolean }): PagefindIndex;
}

/** Loads what a search needs; throws `SearchUnavailable`. */
export async function loadSearch(): Promise<Search> {
  const [index, documents, pairs] = await Promise.all([
    loadPagefind(),
    fetchFile('documents.json').then((response) => response.json() as Promise<ListedDocument[]>),
    fetchFile('common-pairs.txt').then((response) => response.text()),
  ]);
  const commonPairs = new Set(pairs.match(/../gu));
  const search = createEngine(index, {
    documents,
    commonPairs,
    ...suggestionLoaders(),
    loadClauses: clauseLoader(),
  });
  // Without leave to run WebAssembly Pagefind may never settle.
  await inTime(index.search('0'));
  return (input, options) => inTime(search(input, options));
}

async function loadPagefind(): Promise<PagefindIndex> {
  if (typeof WebAssembly === 'undefined') throw new SearchUnavailable('engine');
  const address = `${pagefindFolder}pagefind.js`;
  let module: PagefindModule;
  try {
    module = (await import(/* @vite-ignore */ address)) as PagefindModule;
  } catch (cause) {
    throw new SearchUnavailable('network', cause);
  }
  // Pagefind reads the page's language while an instance is created and would cut Chinese queries into words
  // again; in a language it does not know, our pairs of characters stay as they are.
  const root = document.documentElement;
  const { lang } = root;
  root.lang = 'und';
  try {
    // A worker would cost a second copy of Pagefind, for searches of a few milliseconds.
    return module.createInstance({ basePath: pagefindFolder, noWorker: true });
  } finally {
    root.lang = lang;
  }
}

/** What suggests other inputs is fetched when it is first wanted, code and words; after a failure it is tried again. */
function suggestionLoaders() {
  const agencies = once(
    async () => (await fetchFile('agencies.json')).json() as Promise<AgencyNames>,
  );
  return {
    loadSuggester: once(async () => {
      const [{ createSuggester }, names, file] = await Promise.all([
        import('../suggest.ts'),
        agencies(),
        fetchFile('suggestions.json'),
      ]);
      return createSuggester((await file.json()) as SuggestionData, names);
    }),
    loadOtherNames: once(async () => {
      const [{ otherNamesIn }, names] = await Promise.all([import('../suggest.ts'), agencies()]);
      return (input: string) => otherNamesIn(input, names);
    }),
  };
}

function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loading: Promise<Value> | null = null;
  return () => {
    if (!loading) {
      loading = load();
      loading.catch(() => {
        loading = null;
      });
    }
    return loading;
  };
}

async function fetchFile(name: string): Promise<Response> {
  try {
    const response = await fetch(sideFolder + name);
    if (!response.ok) throw new Error(`${String(response.status)} for ${name}`);
    return response;
  } catch (cause) {
    throw new SearchUnavailable('network', cause);
  }
}

async function inTime<Value>(work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new SearchUnavailable('engine'));
    }, patience);
  });
  try {
    return await Promise.race([work, late]);
  } catch (cause) {
    if (cause instanceof SearchUnavailable) throw cause;
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    const isEngine = /wasm|WebAssembly/i.test(String(cause));
    throw new SearchUnavailable(isEngine ? 'engine' : 'network', cause);
  } finally {
    clearTimeout(timer);
  }
}
