/**
 * `npm run bench` measures the parser on the issues under content/: time for each issue, for each of them a hundred
 * times, and for ten issues as one file that doubles, with the exponent of growth (1: time is linear).
 *
 * Every row runs in a process of its own, so that its peak memory is its own. The best of several runs counts: a
 * machine does other work too.
 */
import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { detectFormat } from '../src/gazette/sources/format.ts';
import { parse } from '../src/gazette/processor.ts';
import type { SourceFormat } from '../src/model/output.ts';
import { readContent, readText } from './content.ts';

const doublings = [1, 2, 4, 8];
const repetitions = 100;
const formats: (SourceFormat | 'mixed')[] = ['ocr-markdown', 'pdf-text', 'mixed'];

/** What one process measures. */
interface Task {
  name: string;
  /** Paths of the raw texts. */
  paths: string[];
  /** Each text a file of its own, or all of them one file, so many times over. */
  as: 'files' | 'one file';
  times: number;
  runs: number;
}

interface Measured {
  characters: number;
  bytes: number;
  milliseconds: number;
  /** Peak resident memory of the process and the heap it used after the last run, in bytes. */
  peak: number;
  heap: number;
}

async function measure({ paths, as, times, runs }: Task): Promise<Measured> {
  const texts = await Promise.all(paths.map(readText));
  const files =
    as === 'files'
      ? Array.from({ length: times }, () => texts).flat()
      : [Array.from({ length: times }, () => texts.join('\n\n')).join('\n\n')];
  // The first runs of a process are those in which the engine still compiles.
  for (const text of [...texts, ...texts]) parse(text);
  let best = Infinity;
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    for (const text of files) parse(text);
    best = Math.min(best, performance.now() - started);
  }
  return {
    characters: files.reduce((sum, text) => sum + text.length, 0),
    bytes: files.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    milliseconds: best,
    peak: process.resourceUsage().maxRSS * 1024,
    heap: process.memoryUsage().heapUsed,
  };
}

function measureApart(task: Task): Measured {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), '--task', JSON.stringify(task)],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${task.name}: ${stderr}`);
  return JSON.parse(stdout) as Measured;
}

/** The slope of the line through the logarithms of size and time. */
function growthExponent(points: { size: number; time: number }[]): number {
  const logs = points.map(({ size, time }) => [Math.log(size), Math.log(time)] as const);
  const mean = (of: 0 | 1) => logs.reduce((sum, log) => sum + log[of], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  return (
    logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0) /
    logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0)
  );
}

const widths = [44, 12, 8, 9, 12, 7, 9, 9];

function printRow(...cells: string[]): void {
  console.log(
    cells
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[index]!)))
      .join(''),
  );
}

function run(task: Task): Measured {
  const measured = measureApart(task);
  const { characters, bytes, milliseconds, peak, heap } = measured;
  printRow(
    task.name,
    String(characters),
    (bytes / 1e6).toFixed(2),
    milliseconds.toFixed(0),
    String(Math.round(characters / (milliseconds / 1e3))),
    (bytes / 1e3 / milliseconds).toFixed(2),
    String(Math.round(peak / 1e6)),
    String(Math.round(heap / 1e6)),
  );
  return measured;
}

async function runAll(): Promise<void> {
  const { issues } = await readContent('content');
  const paths = issues.map(({ path }) => path);
  const texts = new Map(
    await Promise.all(paths.map(async (path) => [path, await readText(path)] as const)),
  );
  printRow('one core', 'characters', 'MB', 'ms', 'char/s', 'MB/s', 'peak MB', 'heap MB');
  for (const path of paths)
    run({ name: relative('content', path), paths: [path], as: 'files', times: 1, runs: 30 });
  run({ name: 'all issues', paths, as: 'files', times: 1, runs: 30 });
  run({ name: `all issues ×${repetitions}`, paths, as: 'files', times: repetitions, runs: 1 });
  for (const format of formats) {
    const own = paths.filter(
      (path) => format === 'mixed' || detectFormat(texts.get(path)!) === format,
    );
    if (own.length === 0) continue;
    const ten = Array.from({ length: 10 }, (_, index) => own[index % own.length]!);
    const points = doublings.map((times) => {
      const name = `ten issues as one file, ${format} ×${times}`;
      const measured = run({ name, paths: ten, as: 'one file', times, runs: 2 });
      return { size: measured.bytes, time: measured.milliseconds };
    });
    printRow(`  time grows with size to the power of ${growthExponent(points).toFixed(2)}`);
  }
}

const { values } = parseArgs({ options: { task: { type: 'string' } } });
if (values.task === undefined) await runAll();
else process.stdout.write(JSON.stringify(await measure(JSON.parse(values.task) as Task)));
