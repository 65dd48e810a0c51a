/**
 * Measures the search of the built site in Chromium against its targets, and other engines over the same clauses beside
 * it. Prints tables; exits 1 where a target is missed.
 *
 * `node scripts/bench-search.ts [--from .gongbao] [--site dist] [--count 1000] [--seed 42] [--no-peers]`. Chromium is the
 * one that the tests take (`chromium.ts`).
 */
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { randomNumbers } from '../src/search/build/random.ts';
import { openSearch } from './bench/browser.ts';
import { readScanned } from './bench/clauses.ts';
import { excerptRow, measureGroup, pageRow, type ExcerptCount } from './bench/exactness.ts';
import { indexRows } from './bench/indexing.ts';
import { measureMeaning } from './bench/meaning.ts';
import { misspeltGroups } from './bench/misspelt.ts';
import { coldRows, slowRow, warmRow } from './bench/network.ts';
import { printPeers } from './bench/peers.ts';
import { phraseGroups } from './bench/phrases.ts';
import { pick } from './bench/random.ts';
import { numberRow, referenceRow } from './bench/references.ts';
import { failures, printHeader, printSection, type Row, type Section } from './bench/table.ts';
import { launchChromium } from './chromium.ts';
import { serveDirectory } from './serve.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    from: { type: 'string', default: join(root, '.gongbao') },
    site: { type: 'string', default: join(root, 'dist') },
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '42' },
    peers: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const count = Number(values.count);
const random = randomNumbers(Number(values.seed));

const { series, documents, clauses } = readScanned(values.from);
const groups = phraseGroups(clauses, random, count);
const served = await serveDirectory(values.site, { port: 0 });
const browser = await launchChromium();
const sections: Section[] = [];
/** Rows are printed as they come: a large corpus takes minutes. */
const add = (title: string, rows: Row[]) => {
  sections.push({ title, rows });
  printSection({ title, rows });
};

try {
  console.log(
    `${String(documents.length)} documents, ${String(clauses.length)} clauses, seed ${values.seed}, ` +
      `${browser.version()}, Node ${process.version}, load ${loadavg()[0]!.toFixed(1)}\n`,
  );
  printHeader();

  const page = await browser.newPage();
  await openSearch(page, served.url);

  const excerpts: ExcerptCount = { shown: 0, wrong: [] };
  const exact: Row[] = [];
  for (const group of groups) exact.push(await measureGroup(page, clauses, group, excerpts));
  exact.push(excerptRow(excerpts));
  const everyday = groups[0]!.queries;
  const shown = await browser.newPage();
  exact.push(await pageRow(shown, served.url, pick(random, everyday, 40)));
  await shown.close();
  add('phrases: clauses found against a plain scan', exact);

  add('references: what is meant comes first', [
    await numberRow(page, documents, count, random),
    await referenceRow(page, documents, clauses, Math.ceil(count * 0.4), random),
  ]);

  const [{ agencies, place } = { agencies: {}, place: '' }] = series;
  const meant: Row[] = [];
  const misspelt = misspeltGroups(clauses, agencies, place, random, Math.ceil(count * 0.2));
  for (const group of misspelt) meant.push(await measureMeaning(page, group));
  add('inputs that are not in the texts: what is meant is suggested or found', meant);

  add('bytes and time', [
    ...(await coldRows(browser, served.url, pick(random, everyday, 60), clauses.length)),
    await warmRow(page, pick(random, everyday, 300), clauses.length),
    await slowRow(browser, served.url, pick(random, everyday, 15), clauses.length),
  ]);
  add('the index', indexRows(values.from));

  if (values.peers) await printPeers(browser, served.url, { documents, clauses }, groups);
  const failed = failures(sections);
  console.log(
    failed.length === 0
      ? '\nAll targets are met.'
      : `\nMissed: ${failed.map((name) => name.trim()).join('; ')}`,
  );
  if (failed.length > 0) process.exitCode = 1;
} finally {
  await browser.close();
  await served.close();
}
