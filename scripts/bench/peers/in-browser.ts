/** Pagefind as it comes, and the search of this portal, in Chromium. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import type { Browser, Page } from 'playwright-core';
import type { SearchedDocument } from '../../../src/search/build/corpus.ts';
import { serveDirectory } from '../../serve.ts';
import { ask, freshContext, openSearch } from '../browser.ts';
import { keysOf } from '../exactness.ts';
import { quantile } from '../table.ts';
import type { Found, Peer, PeerCorpus } from './peer.ts';

/** What is used of Pagefind's script. */
interface PagefindScript {
  search(query: string): Promise<{
    results: { data(): Promise<{ sub_results: { anchor?: { id: string } }[] }> }[];
  }>;
}

const address = '/pagefind/pagefind.js';

/** The documents as pages with a heading over each clause, indexed and searched with Pagefind's defaults. */
export async function plainPagefind(
  browser: Browser,
  { documents, clauses }: PeerCorpus,
  samples: string[],
): Promise<Peer> {
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-pagefind-'));
  await writeIndex(documents, folder);
  const served = await serveDirectory(folder, { port: 0 });
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(served.url);
  return {
    name: 'Pagefind as it comes',
    bytes: await bytesBefore(browser, samples, async (fresh, query) => {
      await fresh.goto(served.url);
      await fresh.evaluate(
        async ([script, text]) => {
          const engine = (await import(script)) as PagefindScript;
          await (await engine.search(text)).results[0]?.data();
        },
        [address, query] as const,
      );
    }),
    search: async (queries) => {
      const found: Found[] = [];
      for (const query of queries) {
        const { anchors, milliseconds } = await page.evaluate(searchPlain, [
          address,
          query,
        ] as const);
        const keys = new Set(anchors.map((anchor) => clauses[Number(anchor.slice(1))]!.key));
        found.push({ keys, milliseconds });
      }
      return found;
    },
    close: async () => {
      await context.close();
      await served.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Runs in the page. */
async function searchPlain([script, query]: readonly [string, string]) {
  const engine = (await import(script)) as PagefindScript;
  const start = performance.now();
  const { results } = await engine.search(query);
  const pages = await Promise.all(results.map((result) => result.data()));
  const milliseconds = performance.now() - start;
  const anchors = pages.flatMap(({ sub_results }) =>
    sub_results.flatMap(({ anchor }) => anchor?.id ?? []),
  );
  return { anchors, milliseconds };
}

async function writeIndex(documents: SearchedDocument[], folder: string): Promise<void> {
  const { index, errors } = await pagefind.createIndex({});
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  let place = 0;
  for (const { listed, clauses } of documents) {
    const body = clauses.map(
      ({ label, text }) =>
        `<h2 id="c${String(place++)}">${escape(label)}</h2><p>${escape(text)}</p>`,
    );
    await index.addHTMLFile({
      url: `/documents/${listed.id}/`,
      content: `<!doctype html><html lang="zh-CN"><body><h1>${escape(listed.title)}</h1>${body.join('')}</body></html>`,
    });
  }
  await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  await pagefind.close();
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html lang="zh-CN"><title>1</title>');
}

/** The search of the portal itself. */
export async function ownSearch(browser: Browser, site: string, samples: string[]): Promise<Peer> {
  const context = await freshContext(browser);
  const page = await context.newPage();
  await openSearch(page, site);
  return {
    name: 'this portal',
    bytes: await bytesBefore(browser, samples, async (fresh, query) => {
      await openSearch(fresh, site);
      await ask(fresh, [query], 1);
    }),
    search: async (queries) =>
      (await ask(page, queries)).map((answer) => ({
        keys: keysOf(answer),
        milliseconds: answer.milliseconds,
      })),
    close: () => context.close(),
  };
}

/** Median of what one search fetches in an empty browser, the page and its own scripts aside. */
async function bytesBefore(
  browser: Browser,
  samples: string[],
  search: (page: Page, query: string) => Promise<void>,
): Promise<number> {
  const sizes: number[] = [];
  for (const query of samples) {
    const context = await freshContext(browser);
    const page = await context.newPage();
    const bodies: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      if (!/^\/(?:pagefind|search)\/.+/.test(new URL(request.url()).pathname)) return;
      bodies.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await search(page, query);
    sizes.push((await Promise.all(bodies)).reduce((sum, size) => sum + size, 0));
    await context.close();
  }
  return quantile(sizes, 0.5);
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
