/** Builds the index twice, by the command that the build uses. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ScannedClause } from './clauses.ts';
import { kilobytes, type Row } from './table.ts';

const command = fileURLToPath(new URL('../index-search.ts', import.meta.url));

const limits = { rate: 3500, ratio: 1.65 };

interface Built {
  seconds: number;
  /** Path in the folder → hash. */
  files: Map<string, string>;
  bytes: number;
  sideBytes: number;
}

export function indexRows(from: string, clauses: ScannedClause[]): Row[] {
  const [first, second] = [build(from), build(from)];
  const text = clauses.reduce((sum, clause) => sum + Buffer.byteLength(clause.text), 0);
  const changed = [...new Set([...first.files.keys(), ...second.files.keys()])].filter(
    (file) => first.files.get(file) !== second.files.get(file),
  );
  const seconds = Math.min(first.seconds, second.seconds);
  const rate = clauses.length / seconds;
  const row = (name: string, figures: string, target: string | null, pass: boolean): Row => ({
    name,
    count: null,
    figures,
    target,
    pass,
  });
  return [
    row(
      'rate, the start of Node included',
      `${rate.toFixed(0)} clauses/s (${seconds.toFixed(1)} s)`,
      `≥ ${String(limits.rate)} clauses/s`,
      rate >= limits.rate,
    ),
    row(
      'pagefind/ : text',
      `× ${(first.bytes / text).toFixed(2)} (${kilobytes(first.bytes)} for ${kilobytes(text)})`,
      `≤ × ${String(limits.ratio)}`,
      first.bytes / text <= limits.ratio,
    ),
    row(
      '  with the files beside it',
      `× ${((first.bytes + first.sideBytes) / text).toFixed(2)}`,
      null,
      true,
    ),
    {
      ...row(
        'rebuild, byte for byte',
        `${String(first.files.size)} files, ${String(changed.length)} changed`,
        'identical',
        changed.length === 0,
      ),
      notes: changed.slice(0, 4),
    },
  ];
}

function build(from: string): Built {
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-index-'));
  try {
    const start = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      [command, '--from', from, '--to', folder],
      { encoding: 'utf8' },
    );
    const seconds = (performance.now() - start) / 1000;
    if (status !== 0) throw new Error(`The index could not be built: ${stderr}`);
    const files = new Map<string, string>();
    let [bytes, sideBytes] = [0, 0];
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const name = relative(folder, path);
      files.set(name, createHash('sha256').update(readFileSync(path)).digest('hex'));
      if (name.startsWith('pagefind')) bytes += statSync(path).size;
      else sideBytes += statSync(path).size;
    }
    return { seconds, files, bytes, sideBytes };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
