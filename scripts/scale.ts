/**
 * `npm run scale` makes corpora of 10 and 100 times the issues (`scripts/scale/`) and measures parsing, the pages and the
 * search index at each size: time, memory, sizes, and the exponent of growth (1: linear).
 *
 * `node scripts/scale.ts [--times 1,10,100] [--limit 600] [--seed 42] [--to FOLDER]`. A step is stopped after `--limit`
 * seconds, and the next one follows where it can; with `--to` the folders are kept, for `npm run bench:search -- --from FOLDER/10/.gongbao --site FOLDER/10/dist`.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readCorpus } from '../src/search/build/corpus.ts';
import { writeCorpus } from './scale/corpus.ts';
import { runStep, type Measured } from './scale/step.ts';
import { folderSize, makeWorkspace } from './scale/workspace.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '1,10,100' },
    limit: { type: 'string', default: '600' },
    seed: { type: 'string', default: '42' },
    to: { type: 'string' },
  },
});

const steps: [name: string, command: string, ...args: string[]][] = [
  ['parse', process.execPath, 'scripts/parse.ts'],
  ['keywords', process.execPath, 'scripts/extract-keywords.ts'],
  ['pages', process.execPath, 'node_modules/.bin/astro', 'build', '--silent'],
  ['words', process.execPath, 'scripts/cut-words.ts'],
  ['search index', process.execPath, 'scripts/index-search.ts'],
];

interface Scaled {
  clauses: number;
  measured: Map<string, Measured>;
}

async function measure(times: number, home: string): Promise<Scaled> {
  mkdirSync(home, { recursive: true });
  makeWorkspace(root, home);
  const issues = writeCorpus(join(root, '.gongbao'), home, times, Number(values.seed));
  console.log(
    `\n× ${String(times)}: ${String(issues)} issues, ${mega(folderSize(join(home, 'content'), isText))} of text`,
  );
  const measured = new Map<string, Measured>();
  let clauses = 0;
  for (const [name, command, ...args] of steps) {
    const one = await runStep(home, command, args, Number(values.limit));
    measured.set(name, one);
    // Without pages the index can still be measured.
    mkdirSync(join(home, 'dist'), { recursive: true });
    if (name === 'parse') {
      const { documents } = readCorpus(join(home, '.gongbao'));
      clauses = documents.reduce((sum, document) => sum + document.clauses.length, 0);
      console.log(`  ${String(documents.length)} documents, ${String(clauses)} clauses`);
    }
    const end = one.failure === null ? '' : `: ${one.failure}`;
    const memory = one.peak === null ? '' : `, at most ${mega(one.peak)} of memory`;
    console.log(`  ${name.padEnd(14)}${one.seconds.toFixed(1)} s${memory}${end}`);
  }
  printSizes(home);
  return { clauses, measured };
}

function printSizes(home: string): void {
  const dist = join(home, 'dist');
  const size = (folder: string, name?: string) =>
    existsSync(join(dist, folder))
      ? mega(folderSize(join(dist, folder), (file) => name === undefined || file === name))
      : '–';
  console.log(
    `  parsed ${mega(folderSize(join(home, '.gongbao')))}, site ${size('.')}, index ${size('pagefind')}, ` +
      `documents.json ${size('search', 'documents.json')}, suggestions.json ${size('search', 'suggestions.json')}`,
  );
}

/** Exponent of the growth of time between two sizes. */
function growth(small: Scaled, large: Scaled, name: string): string {
  const [a, b] = [small.measured.get(name)!, large.measured.get(name)!];
  if (a.failure !== null || b.failure !== null) return `${name} –`;
  const exponent = Math.log(b.seconds / a.seconds) / Math.log(large.clauses / small.clauses);
  return `${name} ${exponent.toFixed(2)}`;
}

function isText(name: string): boolean {
  return name === 'gazette.txt';
}

function mega(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}

const base = values.to ?? mkdtempSync(join(tmpdir(), 'gongbao-scale-'));
try {
  let before: Scaled | null = null;
  for (const times of values.times.split(',').map(Number)) {
    const scaled = await measure(times, join(base, String(times)));
    if (before !== null) {
      const smaller = before;
      console.log(`  growth: ${steps.map(([name]) => growth(smaller, scaled, name)).join(', ')}`);
    }
    before = scaled;
  }
} finally {
  if (values.to === undefined) rmSync(base, { recursive: true });
}
