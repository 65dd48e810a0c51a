/**
 * Pagefind as an index of passages: tokens in, numbers of passages out. Uses the class inside Pagefind's script
 * (`build/engine-script.ts` lays it open), which asks for tokens as they are where the language is unknown.
 */
import { readFragment, type Passage } from '../record.ts';
import { chunksWith, readContents, type Chunk, type Contents } from './contents.ts';

/** What search needs of an index. */
export interface PassageIndex {
  /** The passages that have all tokens, the likeliest first; null where there is no token: it may be any. */
  find(tokens: string[]): Promise<number[] | null>;
  /** Rejects where the passage cannot be fetched; the next call tries again. */
  read(passage: number): Promise<Passage>;
}

/** What is used of Pagefind's instance. */
interface PagefindInstance {
  languages: Record<string, { hash: string }> | null;
  throttledFetch: FetchFile;
  init(language: string, options: { load_wasm: boolean }): Promise<void>;
  search(tokens: string): Promise<{ results: { id: string }[] }>;
  decompress(data: Uint8Array, file?: string): Uint8Array;
}

export interface PagefindModule {
  PagefindInstance: new (options: {
    basePath: string;
    primary: boolean;
    metaCacheTag: string | null;
  }) => PagefindInstance;
}

export type FetchFile = (address: string) => Promise<Response>;

export interface OpenedIndex extends PassageIndex {
  /** Changes with the index. */
  hash: string;
  /** Number of passages. */
  size: number;
  /** The content of another file of ours, packed as Pagefind packs its own. */
  unpack(data: ArrayBuffer): string;
}

export interface OpeningOptions {
  /** Stands behind the name of the first file, in place of the time, so that it can be fetched beforehand. */
  tag?: string;
  /**
   * The tokens that will be asked for first, where a search waits already: their chunks are fetched while the engine
   * is on its way.
   *
   * @param unpack as of the opened index.
   */
  firstTokens?(unpack: OpenedIndex['unpack']): Promise<string[]>;
}

/** No language that Pagefind knows: it would cut Chinese queries into words of its own. */
export const language = 'und';
const cached = 2000;

/**
 * Opens the index in a folder. Rejects with what `fetchFile` rejects with, also where Pagefind would go on with the half
 * it has: a hit must not be missing without a word.
 */
export async function openIndex(
  { PagefindInstance }: PagefindModule,
  folder: string,
  fetchFile: FetchFile,
  { tag, firstTokens }: OpeningOptions = {},
): Promise<OpenedIndex> {
  const instance = new PagefindInstance({
    basePath: folder,
    primary: true,
    metaCacheTag: tag ?? null,
  });
  const decoder = new TextDecoder();
  const unpack = (data: ArrayBuffer) => decoder.decode(instance.decompress(new Uint8Array(data)));

  /** Chunks that are on their way, by address. */
  const ahead = new Map<string, Promise<Response>>();
  const fetchAhead = async (chunks: Chunk[]) => {
    const tokens = (await firstTokens?.(unpack)) ?? [];
    for (const id of chunksWith(tokens, chunks)) {
      const address = `${folder}index/${id}.pf_index`;
      const early = fetchFile(address);
      // Whoever asks for it learns of its failure.
      early.catch(() => undefined);
      ahead.set(address, early);
    }
  };

  let contents: Contents | undefined;
  let failures = 0;
  let last: unknown;
  instance.throttledFetch = async (address) => {
    const early = ahead.get(address);
    ahead.delete(address);
    try {
      const response = await (early ?? fetchFile(address));
      if (!address.endsWith('.pf_meta')) return response;
      const data = await response.arrayBuffer();
      contents = readContents(instance.decompress(new Uint8Array(data)));
      // Without it all goes on, only later.
      fetchAhead(contents.chunks).catch(() => undefined);
      return new Response(data);
    } catch (cause) {
      failures++;
      last = cause;
      throw cause;
    }
  };
  const orFail = async <Value>(work: Promise<Value>): Promise<Value> => {
    const before = failures;
    const outcome = await work.catch((cause: unknown) => {
      throw failures > before ? last : cause;
    });
    if (failures > before) throw last;
    return outcome;
  };
  await orFail(instance.init(language, { load_wasm: true }));
  const { ids } = contents!;
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const read = new Map<number, Promise<Passage>>();

  return {
    hash: instance.languages![language]!.hash,
    size: ids.length,
    unpack,
    async find(tokens) {
      if (tokens.length === 0) return null;
      const { results } = await orFail(instance.search(tokens.join(' ')));
      return results.map(({ id }) => numbers.get(id)!);
    },
    read(passage) {
      let reading = read.get(passage);
      if (!reading) {
        reading = fetchFile(`${folder}fragment/${ids[passage]!}.pf_fragment`)
          .then((response) => response.arrayBuffer())
          .then((data) => readFragment(unpack(data)));
        reading.catch(() => read.delete(passage));
        if (read.size >= cached) read.delete(read.keys().next().value!);
        read.set(passage, reading);
      }
      return reading;
    },
  };
}
