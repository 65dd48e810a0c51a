/** The written index opened from disk: by the code the browser runs, and by a reader that owes Pagefind's nothing. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readCbor, readContents } from '../browser/contents.ts';
import {
  openIndex,
  type OpenedIndex,
  type PagefindModule,
  type PassageIndex,
} from '../browser/passage-index.ts';
import { readFragment, type Passage } from '../record.ts';
import { unpack } from './pack.ts';

/** @param folder the `pagefind/` of a built site. */
export async function openWrittenIndex(folder: string): Promise<OpenedIndex> {
  const script = pathToFileURL(join(folder, 'pagefind.js')).href;
  const module = (await import(/* @vite-ignore */ script)) as PagefindModule;
  return openIndex(module, folder + sep, (address) =>
    Promise.resolve(new Response(readFileSync(address.replace(/\?.*$/, '')))),
  );
}

/** The index read as a whole: every posting of every chunk. Passages are proposed in their order. */
export function readWrittenIndex(folder: string): PassageIndex {
  const contents = readdirSync(folder).find((name) => name.endsWith('.pf_meta'))!;
  const { ids } = readContents(unpack(readFileSync(join(folder, contents))));
  const postings = readPostings(join(folder, 'index'));
  const read = new Map<number, Passage>();
  return {
    find(tokens) {
      if (tokens.length === 0) return Promise.resolve(null);
      const lists = tokens.map((token) => postings.get(token) ?? []);
      const [shortest, ...others] = lists.sort((a, b) => a.length - b.length);
      return Promise.resolve(
        shortest!.filter((passage) => others.every((list) => holds(list, passage))),
      );
    },
    read(passage) {
      let found = read.get(passage);
      if (!found) {
        const file = join(folder, 'fragment', `${ids[passage]!}.pf_fragment`);
        read.set(passage, (found = readFragment(unpack(readFileSync(file)).toString('utf8'))));
      }
      return Promise.resolve(found);
    },
  };
}

type Chunk = [words: [word: string, pages: [step: number, ...unknown[]][], ...unknown[]][]];

/** Numbers of passages by token, ascending. */
function readPostings(folder: string): Map<string, number[]> {
  const postings = new Map<string, number[]>();
  for (const name of readdirSync(folder)) {
    const [words] = readCbor(unpack(readFileSync(join(folder, name)))) as unknown as Chunk;
    for (const [word, pages] of words) {
      // Pages are numbered by their distance from the one before.
      let page = 0;
      postings.set(
        word,
        pages.map(([step]) => (page += step)),
      );
    }
  }
  return postings;
}

function holds(ascending: number[], wanted: number): boolean {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return ascending[low] === wanted;
}
