/** The written index opened from disk, by the code the browser runs. */
import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openIndex, type OpenedIndex, type PagefindModule } from '../browser/passage-index.ts';

/** @param folder the `pagefind/` of a built site. */
export async function openWrittenIndex(folder: string): Promise<OpenedIndex> {
  const script = pathToFileURL(join(folder, 'pagefind.js')).href;
  const module = (await import(/* @vite-ignore */ script)) as PagefindModule;
  return openIndex(module, folder + sep, (address) =>
    Promise.resolve(new Response(readFileSync(address.replace(/\?.*$/, '')))),
  );
}
