/**
 * Lets the search page fetch at once all it starts with. Without that a browser learns of a file only when the one before
 * has come: page, script, its imports, Pagefind's script, its engine, its table of contents.
 */
import { build } from 'esbuild';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContents } from '../browser/contents.ts';
import { unpack } from './pack.ts';

/** Puts the links into the built search page, if the site has it. Throws where it has no head or no script. */
export async function preloadStart(hash: string, site: string): Promise<void> {
  const file = join(site, 'search', 'index.html');
  if (!existsSync(file)) return;
  const page = readFileSync(file, 'utf8').replace(own, '');
  const scripts = [...page.matchAll(/<script type="module" src="\/([^"]+)"/g)].map(
    ([, path]) => path!,
  );
  if (scripts.length === 0) throw new Error(`${file} has no script`);
  const modules = [...(await importsOf(scripts, site)), '/pagefind/pagefind.js'];
  const fetched = [
    `/pagefind/pagefind-entry.json?ts=${hash}`,
    `/pagefind/pagefind.${hash}.pf_meta`,
    '/search/table.gz',
    // The largest comes last: with the others at hand the parts of the index are asked for already.
    '/pagefind/wasm.unknown.pagefind',
  ];
  for (const address of [...modules, ...fetched]) {
    const path = address.replace(/\?.*$/, '');
    if (!existsSync(join(site, path)))
      throw new Error(`The search starts with ${path}, which ${site} has not`);
  }
  const links = [
    // Read back by the page, which asks for the files of this very index then.
    `<meta name="search-index" content="${hash}" data-rehearsal="${smallestChunk(hash, site)}" ${mark}>`,
    ...modules.map((href) => `<link rel="modulepreload" href="${href}" ${mark}>`),
    ...fetched.map((href) => `<link rel="preload" as="fetch" crossorigin href="${href}" ${mark}>`),
  ];
  const patched = page.replace('</head>', `${links.join('')}</head>`);
  if (patched === page) throw new Error(`${file} has no head`);
  writeFileSync(file, patched);
}

const mark = 'data-preload';
const own = /<(?:meta|link) [^>]* data-preload>/g;

/** The first token of the chunk with the fewest bytes. */
function smallestChunk(hash: string, site: string): string {
  const folder = join(site, 'pagefind');
  const { chunks } = readContents(unpack(readFileSync(join(folder, `pagefind.${hash}.pf_meta`))));
  const sized = chunks.map(([from, , id]) => ({
    from,
    bytes: statSync(join(folder, 'index', `${id}.pf_index`)).size,
  }));
  return sized.sort((a, b) => a.bytes - b.bytes || (a.from < b.from ? -1 : 1))[0]?.from ?? '';
}

/** Addresses of the scripts and of what they import before they run, the largest first: browsers fetch few at a time. */
async function importsOf(scripts: string[], site: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: site,
    entryPoints: scripts,
    outdir: 'unwritten',
    bundle: true,
    format: 'esm',
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const found = new Set(scripts);
  // A set is walked through to what is added on the way.
  for (const path of found) {
    for (const { path: imported, kind } of metafile.inputs[path]!.imports) {
      if (kind === 'import-statement') found.add(imported);
    }
  }
  const size = (path: string) => metafile.inputs[path]!.bytes;
  return [...found].sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1)).map((path) => `/${path}`);
}
