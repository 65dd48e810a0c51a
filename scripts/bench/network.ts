/** Bytes and times of a reader who comes for the first time. */
import type { Browser, Page, Request } from 'playwright-core';
import { ask, freshContext, openSearch } from './browser.ts';
import { halves, quantile, row, type Row } from './table.ts';

/** What is asked of the figures. The sizes are those for 30,000 clauses, from 100,000 on those for 300,000. */
export function limitsFor(clauses: number) {
  return clauses < 100_000
    ? { boot: 95, index: [20, 40], first: 50, warm: 20, cold: 70, slow: 2.1 }
    : { boot: 190, index: [40, 85], first: 50, warm: 60, cold: 70, slow: 2.1 };
}

const firstHits = 5;
/** 1.6 Mbit/s down, 0.75 up, in bytes per second. */
const slowLink = { latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const slowdown = 4;

interface Fetched {
  boot: number[];
  scripts: number[];
  index: number[];
  rest: number[];
  milliseconds: number[];
}

/** Rows for bytes and cold times; each query in a browser that has nothing. */
export async function coldRows(
  browser: Browser,
  site: string,
  queries: string[],
  clauses: number,
): Promise<Row[]> {
  const limits = limitsFor(clauses);
  const fetched: Fetched = { boot: [], scripts: [], index: [], rest: [], milliseconds: [] };
  for (const query of queries) await fetchOnce(browser, site, query, fetched);
  const kilo = (bytes: number[]) => bytes.map((number) => number / 1024);
  const [boot, index, rest] = [kilo(fetched.boot), kilo(fetched.index), kilo(fetched.rest)];
  const cold = (name: string, figures: string, target: string | null = null, pass = true) =>
    row(name, queries.length, figures, target, pass);
  return [
    cold(
      'boot: engine, tables',
      halves(boot, 'KB'),
      `≤ ${String(limits.boot)} KB`,
      quantile(boot, 0.5) <= limits.boot,
    ),
    cold('  scripts of the search page', halves(kilo(fetched.scripts), 'KB')),
    cold(
      'index for a query',
      halves(index, 'KB', 1),
      `≤ ${limits.index.join(' / ')} KB`,
      quantile(index, 0.5) <= limits.index[0]! && quantile(index, 0.95) <= limits.index[1]!,
    ),
    cold(
      'texts of the first five results',
      halves(rest, 'KB', 1),
      `p50 ≤ ${String(limits.first)} KB`,
      quantile(rest, 0.5) <= limits.first,
    ),
    cold(
      'time, cold',
      halves(fetched.milliseconds, 'ms'),
      `p50 ≤ ${String(limits.cold)} ms`,
      quantile(fetched.milliseconds, 0.5) <= limits.cold,
    ),
  ];
}

async function fetchOnce(browser: Browser, site: string, query: string, fetched: Fetched) {
  const context = await freshContext(browser);
  const page = await context.newPage();
  const requests: Request[] = [];
  page.on('requestfinished', (request) => requests.push(request));
  await openSearch(page, site);
  const before = requests.length;
  const [answer] = await ask(page, [query], firstHits);
  const sizes = await Promise.all(
    requests.map(async (request) => ({
      path: new URL(request.url()).pathname,
      bytes: (await request.sizes()).responseBodySize,
    })),
  );
  const sum = (from: number, to: number, fits: (path: string) => boolean) =>
    sizes.slice(from, to).reduce((all, { path, bytes }) => all + (fits(path) ? bytes : 0), 0);
  fetched.boot.push(sum(0, before, isEngine));
  fetched.scripts.push(sum(0, before, (path) => !isEngine(path) && path.endsWith('.js')));
  fetched.index.push(sum(before, Infinity, isIndex));
  fetched.rest.push(sum(before, Infinity, (path) => !isIndex(path)));
  fetched.milliseconds.push(answer!.milliseconds);
  await context.close();
}

/** Files of search, the page itself aside. */
function isEngine(path: string): boolean {
  return /^\/(?:pagefind|search)\/.+/.test(path) && !path.endsWith('.html');
}

function isIndex(path: string): boolean {
  return path.startsWith('/pagefind/index/');
}

/** Queries asked a second time on a page that stays open. */
export async function warmRow(page: Page, queries: string[], clauses: number): Promise<Row> {
  const { warm } = limitsFor(clauses);
  await ask(page, queries, 10);
  const times = (await ask(page, queries, 10)).map(({ milliseconds }) => milliseconds);
  return row(
    'time, warm',
    queries.length,
    halves(times, 'ms', 1),
    `p95 ≤ ${String(warm)} ms`,
    quantile(times, 0.95) <= warm,
  );
}

/** From opening the address of a search to the first result on the page, over a slow link on a slow phone. */
export async function slowRow(
  browser: Browser,
  site: string,
  queries: string[],
  clauses: number,
): Promise<Row> {
  const { slow } = limitsFor(clauses);
  const seconds: number[] = [];
  for (const query of queries) {
    const context = await freshContext(browser);
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    await client.send('Network.enable');
    await client.send('Network.emulateNetworkConditions', { offline: false, ...slowLink });
    await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.goto(new URL(`search/?q=${encodeURIComponent(query)}`, site).href, {
      waitUntil: 'commit',
    });
    const seen = await page.waitForFunction(
      () => (document.querySelector('[data-hits] a') ? performance.now() : 0),
      undefined,
      { polling: 'raf', timeout: 60_000 },
    );
    seconds.push((await seen.jsonValue()) / 1000);
    await context.close();
  }
  return row(
    'first result, slow link, CPU ÷ 4',
    queries.length,
    halves(seconds, 's', 2),
    `p50 ≤ ${String(slow)} s`,
    quantile(seconds, 0.5) <= slow,
  );
}
