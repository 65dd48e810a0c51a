/** Builds the index by the command that the build uses: twice of the corpus, and of a library ten times its size. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IndexReport } from '../index-search.ts';
import { writeCorpus } from '../scale/corpus.ts';
import { makeWorkspace } from '../scale/workspace.ts';
import { kilobytes, row, type Row } from './table.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const limits = { rate: 3500, ratio: 1.65 };
/** Clauses from which on a corpus is measured as it is. */
const library = 20_000;
const times = 10;
const seed = 42;
const runs = 3;

export function indexRows(from: string): Row[] {
  const [first, second] = [buildFiles(from), buildFiles(from)];
  const changed = [...new Set([...first.files.keys(), ...second.files.keys()])].filter(
    (file) => first.files.get(file) !== second.files.get(file),
  );
  const { clauses, textBytes, bytes, sideBytes } = first.report;
  const [own, beside] = [sum(bytes), sum(sideBytes)];
  const measured =
    clauses >= library ? fastest([first.report, second.report]) : measureLibrary(from);
  const rate = measured.clauses / measured.seconds.indexed;
  const told = (report: IndexReport) => {
    const { indexed, proved } = report.seconds;
    return `${String(report.clauses)} clauses in ${indexed.toFixed(1)} s, proved ${(proved - indexed).toFixed(1)} s later`;
  };
  return [
    row(
      'rate, the start of Node included',
      null,
      `${rate.toFixed(0)} clauses/s: ${told(measured)}`,
      `≥ ${String(limits.rate)} clauses/s`,
      rate >= limits.rate,
    ),
    ...(measured.clauses === clauses
      ? []
      : [row('  of this corpus', null, told(fastest([first.report, second.report])))]),
    row(
      'pagefind/ : text',
      null,
      `× ${(own / textBytes).toFixed(2)} (${kilobytes(own)} for ${kilobytes(textBytes)})`,
      `≤ × ${String(limits.ratio)}`,
      own / textBytes <= limits.ratio,
    ),
    row('  with the files beside it', null, `× ${((own + beside) / textBytes).toFixed(2)}`),
    {
      ...row(
        'rebuild, byte for byte',
        null,
        `${String(first.files.size)} files, ${String(changed.length)} changed`,
        'identical',
        changed.length === 0,
      ),
      notes: changed.slice(0, 4),
    },
  ];
}

function sum(bytes: Record<string, number>): number {
  return Object.values(bytes).reduce((all, one) => all + one, 0);
}

function fastest(reports: IndexReport[]): IndexReport {
  return reports.toSorted((a, b) => a.seconds.indexed - b.seconds.indexed)[0]!;
}

/** The index of copies of the issues, which `npm run scale` makes, too. */
function measureLibrary(from: string): IndexReport {
  const home = mkdtempSync(join(tmpdir(), 'gongbao-library-'));
  try {
    makeWorkspace(root, home);
    writeCorpus(from, home, times, seed);
    run(['scripts/parse.ts'], home, { ...process.env, CI: '' });
    return fastest(Array.from({ length: runs }, () => buildFiles(join(home, '.gongbao')).report));
  } finally {
    rmSync(home, { recursive: true });
  }
}

/** The index with a hash of each file, by its path. */
function buildFiles(from: string): { report: IndexReport; files: Map<string, string> } {
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-index-'));
  try {
    const command = ['scripts/index-search.ts', '--from', from, '--to', folder, '--json'];
    const report = JSON.parse(run(command, root)) as IndexReport;
    const files = new Map<string, string>();
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
      files.set(relative(folder, path), hash);
    }
    return { report, files };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(command: string[], home: string, env = process.env): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: home,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${command[0]!} failed: ${stderr}`);
  return stdout;
}
