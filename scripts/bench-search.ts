/**
 * Measures the search of the built site in Chromium: recall and precision of clauses against a plain substring scan
 * over every clause, time, and bytes fetched. Prints a table; exits 1 where a phrase of Han characters is missed.
 * Phrases with digits are measured twice: against whole numbers, as the search means them, and as plain substrings.
 *
 * `node scripts/bench-search.ts [--from .gongbao] [--site dist] [--count 600] [--seed 42]`. Chromium is the one
 * GONGBAO_CHROMIUM names, else the system's.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright-core';
import { readCorpus } from '../src/search/build/corpus.ts';
import { cutWords, dictionaryWords, loadDictionary } from '../src/search/build/words.ts';
import { foldPhrase } from '../src/search/fold.ts';
import { isWhole } from '../src/search/numbers.ts';
import { serveDirectory } from './serve.ts';

interface ScannedClause {
  key: string;
  text: string;
  folded: string;
}

interface Group {
  name: string;
  queries: string[];
  /** What counts as a hit: the plain substring, or one that stands on whole numbers and words. */
  whole: boolean;
}

interface Row {
  name: string;
  queries: number;
  expected: number;
  recall: number;
  precision: number;
  fullRecall: number;
  milliseconds: number[];
  missed: string[];
}

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    from: { type: 'string', default: join(root, '.gongbao') },
    site: { type: 'string', default: join(root, 'dist') },
    count: { type: 'string', default: '600' },
    seed: { type: 'string', default: '42' },
  },
});

const { series, documents } = readCorpus(values.from);
const clauses: ScannedClause[] = documents.flatMap((document) =>
  document.clauses.map(({ id, label, text }) => ({
    key: [document.listed.id, id, label, text].join('\n'),
    text,
    folded: foldPhrase(text),
  })),
);
loadDictionary(
  dictionaryWords(
    series,
    documents.map(({ listed }) => listed.title),
  ),
);

const random = randomNumbers(Number(values.seed));
const groups = makeGroups(Number(values.count));
const served = await serveDirectory(values.site, { port: 0 });
const browser = await launch();
try {
  const page = await browser.newPage();
  await openSearch(page);
  const rows: Row[] = [];
  for (const group of groups) rows.push(await measure(page, group));
  printRows(rows);
  printSizes();
  printBytes(await measureBytes(browser, groups[0]!.queries.slice(0, 60)));
  const failed = rows.filter(
    ({ name, recall, precision }) => name.startsWith('Han') && (recall < 1 || precision < 1),
  );
  if (failed.length > 0) process.exitCode = 1;
} finally {
  await browser.close();
  await served.close();
}

/** Seeded numbers from 0 to 1 (mulberry32), so that a run can be repeated. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function makeGroups(count: number): Group[] {
  const isHan = (text: string) => /^\p{Script=Han}+$/u.test(text);
  const han = sample(count, 2, 8, isHan);
  const numbers = clauses.flatMap(
    ({ text }) => text.match(/\d+(?:\.\d+)?(?:%|\p{Script=Han}{1,2})/gu) ?? [],
  );
  const singles = [
    ...new Set(clauses.flatMap(({ text }) => text.match(/\p{Script=Han}/gu) ?? [])),
  ].sort();
  const quoteless = (text: string) => !/["“”„‟＂\s]/u.test(text) && !/^[-－]/u.test(text);
  const mixed = sample(
    count,
    3,
    14,
    (text) => quoteless(text) && /\p{Script=Han}/u.test(text) && /[\dA-Za-z]/.test(text),
  );
  return [
    { name: 'Han 2–8', queries: han, whole: false },
    { name: 'Han, across words', queries: han.filter(straddles), whole: false },
    { name: 'Han 9–20', queries: sample(Math.ceil(count / 3), 9, 20, isHan), whole: false },
    {
      name: 'across marks',
      queries: sample(
        count,
        3,
        14,
        (text) =>
          quoteless(text) &&
          /\p{Script=Han}.*\p{P}.*\p{Script=Han}/u.test(text) &&
          !/[\dA-Za-z]/.test(text),
      ),
      whole: false,
    },
    { name: 'with digits, letters', queries: mixed, whole: true },
    { name: 'the same, plain scan', queries: mixed, whole: false },
    { name: 'numbers with unit', queries: pick([...new Set(numbers)].sort(), count), whole: true },
    { name: 'one character', queries: pick(singles, Math.ceil(count / 3)), whole: false },
  ];
}

/** Random substrings of random clauses. */
function sample(
  count: number,
  min: number,
  max: number,
  fits: (text: string) => boolean,
): string[] {
  const found: string[] = [];
  for (let tries = 0; found.length < count && tries < count * 2000; tries++) {
    const characters = [...clauses[Math.floor(random() * clauses.length)]!.text];
    const length = min + Math.floor(random() * (max - min + 1));
    if (characters.length < length) continue;
    const start = Math.floor(random() * (characters.length - length + 1));
    const text = characters.slice(start, start + length).join('');
    if (fits(text)) found.push(text);
  }
  return found;
}

function pick<Item>(items: Item[], count: number): Item[] {
  return items.length <= count
    ? items
    : Array.from({ length: count }, () => items[Math.floor(random() * items.length)]!);
}

/** The substring begins or ends inside a word of a clause that holds it. */
function straddles(query: string): boolean {
  const { text } = clauses.find((clause) => clause.text.includes(query))!;
  const edges = new Set<number>();
  let at = 0;
  for (const word of cutWords(text)) {
    at = text.indexOf(word, at);
    edges.add(at);
    at += word.length;
    edges.add(at);
  }
  const start = text.indexOf(query);
  return !edges.has(start) || !edges.has(start + query.length);
}

/** The clauses a plain scan finds. */
function scan(query: string, whole: boolean): Set<string> {
  const phrase = foldPhrase(query).replace(/^[\s,.;:!?、。]+|[\s,;:!?、。]+$/gu, '');
  const found = clauses.filter(({ folded }) => {
    for (let at = folded.indexOf(phrase); at !== -1; at = folded.indexOf(phrase, at + 1)) {
      if (!whole || isWhole(folded, at, at + phrase.length)) return true;
    }
    return false;
  });
  return new Set(found.map(({ key }) => key));
}

async function measure(page: Page, { name, queries, whole }: Group): Promise<Row> {
  const row: Row = {
    name,
    queries: queries.length,
    expected: 0,
    recall: 0,
    precision: 0,
    fullRecall: 0,
    milliseconds: [],
    missed: [],
  };
  let shown = 0;
  let right = 0;
  for (const query of queries) {
    const expected = scan(query, whole);
    const { keys, time } = await page.evaluate(async (text) => {
      const start = performance.now();
      const { hits } = await window.gongbaoSearch(text, { limit: Infinity });
      const time = performance.now() - start;
      const keys = hits.flatMap(({ document, clauses }) =>
        clauses.map((clause) => [document.id, clause.id, clause.label, clause.text].join('\n')),
      );
      return { keys, time };
    }, query);
    const found = new Set(keys);
    const common = [...found].filter((key) => expected.has(key)).length;
    row.expected += expected.size;
    shown += found.size;
    right += common;
    if (common === expected.size) row.fullRecall++;
    else row.missed.push(query);
    row.milliseconds.push(time);
  }
  row.recall = row.expected === 0 ? 1 : right / row.expected;
  row.precision = shown === 0 ? 1 : right / shown;
  return row;
}

function printRows(rows: Row[]): void {
  console.log(
    `${String(documents.length)} documents, ${String(clauses.length)} clauses, seed ${values.seed}\n`,
  );
  console.log(
    'queries                   n   clauses   recall  precision  found all    p50    p95 ms',
  );
  for (const {
    name,
    queries,
    expected,
    recall,
    precision,
    fullRecall,
    milliseconds,
    missed,
  } of rows) {
    console.log(
      name.padEnd(22) +
        String(queries).padStart(5) +
        String(expected).padStart(10) +
        percent(recall).padStart(9) +
        percent(precision).padStart(11) +
        percent(fullRecall / queries).padStart(11) +
        quantile(milliseconds, 0.5).toFixed(1).padStart(7) +
        quantile(milliseconds, 0.95).toFixed(1).padStart(7),
    );
    for (const query of missed.slice(0, 5)) console.log(`    missed: ${query}`);
  }
}

interface Fetched {
  boot: number;
  index: number[];
  fragments: number[];
  milliseconds: number[];
}

/** Bytes of each query in a browser that has nothing cached. */
async function measureBytes(browser: Browser, queries: string[]): Promise<Fetched> {
  const fetched: Fetched = { boot: 0, index: [], fragments: [], milliseconds: [] };
  for (const query of queries) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const bytes = { boot: 0, index: 0, fragments: 0 };
    page.on('response', (response) => {
      const size = Number(response.headers()['content-length'] ?? 0);
      const path = new URL(response.url()).pathname;
      if (path.startsWith('/pagefind/index/')) bytes.index += size;
      else if (path.startsWith('/pagefind/fragment/')) bytes.fragments += size;
      else if (/^\/(?:pagefind|search)\/.+/.test(path)) bytes.boot += size;
    });
    await openSearch(page);
    // What starting up looks for is no part of the query.
    const { index: before } = bytes;
    const time = await page.evaluate(async (text) => {
      const start = performance.now();
      await window.gongbaoSearch(text);
      return performance.now() - start;
    }, query);
    fetched.boot = bytes.boot;
    fetched.index.push(bytes.index - before);
    fetched.fragments.push(bytes.fragments);
    fetched.milliseconds.push(time);
    await context.close();
  }
  return fetched;
}

function printBytes({ boot, index, fragments, milliseconds }: Fetched): void {
  const quantiles = (numbers: number[], digits: number) =>
    `p50 ${quantile(numbers, 0.5).toFixed(digits)}, p95 ${quantile(numbers, 0.95).toFixed(digits)}`;
  const kilo = (numbers: number[]) => numbers.map((number) => number / 1024);
  console.log(
    `\nfetched, nothing cached, ${String(index.length)} queries (uncompressed by the server)`,
  );
  console.log(`  before the first query  ${(boot / 1024).toFixed(0)} KB`);
  console.log(`  index per query         ${quantiles(kilo(index), 1)} KB`);
  console.log(`  fragments per query     ${quantiles(kilo(fragments), 1)} KB`);
  console.log(`  time, cold              ${quantiles(milliseconds, 0)} ms`);
}

function printSizes(): void {
  const text = clauses.reduce((sum, clause) => sum + Buffer.byteLength(clause.text), 0);
  const index = folderSize(join(values.site, 'pagefind'));
  console.log(
    `\nindex ${kilobytes(index)} for ${kilobytes(text)} of text (× ${(index / text).toFixed(2)}); ` +
      `index chunks ${kilobytes(folderSize(join(values.site, 'pagefind/index')))}, ` +
      `fragments ${kilobytes(folderSize(join(values.site, 'pagefind/fragment')))}`,
  );
}

async function openSearch(page: Page): Promise<void> {
  await page.goto(new URL('search/', served.url).href);
  await page.evaluate(() => window.gongbaoSearch('0'));
}

async function launch(): Promise<Browser> {
  const path = [
    process.env.GONGBAO_CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ].find((candidate) => candidate && existsSync(candidate));
  if (path === undefined) {
    throw new Error(
      'No Chromium. Install one (`apt-get install -y chromium`) or set GONGBAO_CHROMIUM to its path',
    );
  }
  return chromium.launch({
    executablePath: path,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

function folderSize(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function quantile(numbers: number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KB`;
}
