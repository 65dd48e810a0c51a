/** Another way to search the same clauses. */
import type { SearchedDocument } from '../../../src/search/build/corpus.ts';
import type { ScannedClause } from '../clauses.ts';

export interface Peer {
  name: string;
  /** Bytes, compressed as served, that are fetched before a first result can be shown. */
  bytes: number;
  /** Keys of the clauses found for each query, and the time it took. */
  search(queries: string[]): Promise<Found[]>;
  close?(): Promise<void>;
}

export interface Found {
  keys: Set<string>;
  milliseconds: number;
}

export interface PeerCorpus {
  documents: SearchedDocument[];
  clauses: ScannedClause[];
}

/** A peer that runs in Node: `find` gives places in the list of clauses. */
export function inNode(
  name: string,
  bytes: number,
  clauses: ScannedClause[],
  find: (query: string) => Iterable<number>,
): Peer {
  return {
    name,
    bytes,
    search: (queries) =>
      Promise.resolve(
        queries.map((query) => {
          const start = performance.now();
          const places = [...find(query)];
          const milliseconds = performance.now() - start;
          return { keys: new Set(places.map((place) => clauses[place]!.key)), milliseconds };
        }),
      ),
  };
}

/** Pairs of neighbouring characters of each run of letters and digits; a run of one character is itself. */
export function bigrams(text: string): string[] {
  const runs =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return runs.flatMap((run) => {
    const characters = [...run];
    return characters.length === 1
      ? characters
      : characters.slice(1).map((character, index) => characters[index]! + character);
  });
}
