/**
 * Lets the search page fetch at once all it starts with. Without that a browser learns of a file only when the one before
 * has come: page, script, its imports, Pagefind's script, its engine, its table of contents.
 */
import { build } from 'esbuild';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Puts the links into the built search page, if the site has it. Throws where it has no head or no script. */
export async function preloadStart(hash: string, site: string): Promise<void> {
  const file = join(site, 'search', 'index.html');
  if (!existsSync(file)) return;
  const page = readFileSync(file, 'utf8').replace(own, '');
  const scripts = [...page.matchAll(/<script type="module" src="\/([^"]+)"/g)].map(
    ([, path]) => path!,
  );
  if (scripts.length === 0) throw new Error(`${file} has no script`);
  const modules = ['/pagefind/pagefind.js', ...(await importsOf(scripts, site))];
  const fetched = [
    `/pagefind/pagefind-entry.json?ts=${hash}`,
    '/pagefind/wasm.unknown.pagefind',
    `/pagefind/pagefind.${hash}.pf_meta`,
    '/search/table.gz',
  ];
  for (const address of [...modules, ...fetched]) {
    const path = address.replace(/\?.*$/, '');
    if (!existsSync(join(site, path)))
      throw new Error(`The search starts with ${path}, which ${site} has not`);
  }
  const links = [
    // Read back by the page, which asks for the files of this very index then.
    `<meta name="search-index" content="${hash}" ${mark}>`,
    ...modules.map((href) => `<link rel="modulepreload" href="${href}" ${mark}>`),
    ...fetched.map((href) => `<link rel="preload" as="fetch" crossorigin href="${href}" ${mark}>`),
  ];
  const patched = page.replace('</head>', `${links.join('')}</head>`);
  if (patched === page) throw new Error(`${file} has no head`);
  writeFileSync(file, patched);
}

const mark = 'data-preload';
const own = /<(?:meta|link) [^>]* data-preload>/g;

/** Addresses of what the scripts import before they run, in a fixed order. */
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
  const found = new Set<string>();
  const open = [...scripts];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const { path: imported, kind } of metafile.inputs[path]!.imports) {
      if (kind !== 'import-statement' || found.has(imported)) continue;
      found.add(imported);
      open.push(imported);
    }
  }
  return [...found]
    .filter((path) => !scripts.includes(path))
    .sort((a, b) => (basename(a) < basename(b) ? -1 : 1))
    .map((path) => `/${path}`);
}
