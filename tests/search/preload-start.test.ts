import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { preloadStart } from '../../src/search/build/preload-start.ts';

/** Two chunks as CBOR: und_a from aa to bb, und_b from cc to dd; no pages. */
const contents = gzipSync(
  Buffer.from(
    'pagefind_dcd\x83\x651.6.0\x80\x82' + '\x83\x62aa\x62bb\x65und_a' + '\x83\x62cc\x62dd\x65und_b',
    'latin1',
  ),
);
const files = {
  'search/index.html':
    '<html><head><title>检索</title></head><body><script type="module" src="/_astro/a.js"></script></body></html>',
  '_astro/a.js': 'import { b } from "./b.js"; b(() => import("./later.js"));',
  '_astro/b.js': 'import "./c.js"; export const b = (load) => load();',
  '_astro/c.js': 'console.log(1);',
  '_astro/later.js': 'import "./c.js"; import "./only-later.js";',
  '_astro/only-later.js': '',
  'pagefind/pagefind.js': '',
  'pagefind/pagefind-entry.json': '{}',
  'pagefind/wasm.unknown.pagefind': '',
  'pagefind/pagefind.und_1.pf_meta': contents,
  'pagefind/index/und_a.pf_index': 'long',
  'pagefind/index/und_b.pf_index': '',
  'search/table.gz': '',
};

function makeSite(changed: Record<string, string | Uint8Array | null> = {}): string {
  const site = mkdtempSync(join(tmpdir(), 'gongbao-preload-'));
  onTestFinished(() => {
    rmSync(site, { recursive: true });
  });
  for (const [name, content] of Object.entries({ ...files, ...changed })) {
    if (content === null) continue;
    mkdirSync(dirname(join(site, name)), { recursive: true });
    writeFileSync(join(site, name), content);
  }
  return site;
}

const read = (site: string) => readFileSync(join(site, 'search/index.html'), 'utf8');

test('the head names what is imported before anything runs, and the files of the index', async () => {
  const site = makeSite();
  await preloadStart('und_1', site);
  const [head, body] = read(site).split('</head>');
  expect(head).toContain('<meta name="search-index" content="und_1" data-rehearsal="cc" ');
  expect(
    [...head!.matchAll(/<link rel="([a-z]+)".*? href="([^"]+)"/g)].map((found) =>
      [...found].slice(1),
    ),
  ).toEqual([
    ['modulepreload', '/_astro/a.js'],
    ['modulepreload', '/_astro/b.js'],
    ['modulepreload', '/_astro/c.js'],
    ['modulepreload', '/pagefind/pagefind.js'],
    ['preload', '/pagefind/pagefind-entry.json?ts=und_1'],
    ['preload', '/pagefind/pagefind.und_1.pf_meta'],
    ['preload', '/search/table.gz'],
    ['preload', '/pagefind/wasm.unknown.pagefind'],
  ]);
  expect(body).toBe(files['search/index.html'].split('</head>')[1]);
});

test('a second index takes the place of the first', async () => {
  const site = makeSite({ 'pagefind/pagefind.und_2.pf_meta': contents });
  await preloadStart('und_2', site);
  const once = read(site);
  await preloadStart('und_1', site);
  expect(read(site)).not.toContain('und_2');
  await preloadStart('und_2', site);
  expect(read(site)).toBe(once);
});

test('an index without pages is left alone; what does not fit is refused', async () => {
  await preloadStart('und_1', makeSite({ 'search/index.html': null }));
  await expect(preloadStart('und_9', makeSite())).rejects.toThrow(
    '/pagefind/pagefind.und_9.pf_meta',
  );
  await expect(
    preloadStart('und_1', makeSite({ 'search/index.html': '<head></head>' })),
  ).rejects.toThrow('no script');
  const headless = files['search/index.html'].replace('</head>', '');
  await expect(preloadStart('und_1', makeSite({ 'search/index.html': headless }))).rejects.toThrow(
    'no head',
  );
});
