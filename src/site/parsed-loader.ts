/** Astro content loader over the files that `npm run parse` writes. */
import type { Loader } from 'astro/loaders';
import { fileURLToPath } from 'node:url';
import { readEntries } from './entries.ts';
import { readIssues, readSeries } from './parsed-files.ts';

type Entry = [id: string, data: Record<string, unknown>];

const readers = {
  series: (root: string): Entry[] => readSeries(root).map((series) => [series.id, { ...series }]),
  issues: (root: string): Entry[] => readAll(root).map(({ issue }) => [issue.key, { ...issue }]),
  documents: (root: string): Entry[] =>
    readAll(root).flatMap(({ documents }) =>
      documents.map((document): Entry => [document.id, { ...document }]),
    ),
};

/** Loads one of the three collections; a second entry of the same id is an error that names it. */
export function parsedLoader(name: keyof typeof readers): Loader {
  return {
    name: `parsed-${name}`,
    load: async ({ config, store, parseData }) => {
      store.clear();
      for (const [id, data] of readers[name](fileURLToPath(config.root))) {
        if (store.has(id)) throw new Error(`Two ${name} have the id ${id}. Change one in content/`);
        store.set({ id, data: await parseData({ id, data }) });
      }
    },
  };
}

function readAll(root: string) {
  return readSeries(root).flatMap((series) =>
    readIssues(root, series.id).map((parsed) => readEntries(parsed, series)),
  );
}
