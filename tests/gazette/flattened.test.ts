/** Tables of known cells, printed as a PDF text layer gives them, come back as rows and columns. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContent, readText } from '../../scripts/content.ts';
import { findRelations, judge } from '../../src/gazette/repair/flattened/arithmetic.ts';
import type { PlacedRow } from '../../src/gazette/repair/flattened/columns.ts';
import { rebuildGrid, type Grid } from '../../src/gazette/repair/flattened/grid.ts';
import { readPieces, type Piece } from '../../src/gazette/repair/flattened/pieces.ts';
import { Neighbours } from '../../src/gazette/repair/neighbours.ts';
import { detectFormat } from '../../src/gazette/sources/format.ts';
import { splitLines, widthOf } from '../../src/gazette/sources/line.ts';
import { seed } from './seed.ts';

const folder = new URL('tables/', import.meta.url);
const { issues } = await readContent('content');
const raws = await Promise.all(issues.map(({ path }) => readText(path)));
/** Numbered tables of the OCR exports, where every cell is known: labels, then rows. */
const tables = issues
  .filter((_, index) => detectFormat(raws[index]!) === 'ocr-markdown')
  .flatMap(({ id }) => readdirSync(new URL(`${id}/`, folder)).map((file) => `${id}/${file}`))
  .map((file) =>
    readFileSync(new URL(file, folder), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t')),
  )
  .filter(([labels, ...rows]) => labels![0] === '序号' && rows.length >= 8);

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[\w.%％+/-]+|./gu) ?? []) {
    const full =
      line !== '' && widthOf(line + piece) > width && !/^[，。；：、！？）》”’]/.test(piece);
    if (full) lines.push(line);
    line = full ? piece : line + piece;
  }
  return line === '' ? lines : [...lines, line];
}

/** Width of a column: what its cells ask for, as typesetters share a page out. */
function columnWidth(label: string, cells: string[]): number {
  const widths = cells.map(widthOf);
  const mean = widths.reduce((sum, width) => sum + width, 0) / widths.length;
  const room = mean < 8 ? Math.min(Math.max(...widths), 12) : mean < 25 ? 9 : mean < 60 ? 14 : 20;
  return Math.max(room, label.length);
}

/** Cell after cell, each in the middle of its row's height; cells that come to stand at one height share a line. */
function print([labels, ...rows]: string[][]): string {
  const widths = labels!.map((label, at) =>
    columnWidth(
      label,
      rows.map((row) => row[at]!),
    ),
  );
  let raw = labels!.join(' ');
  for (const row of rows) {
    let height: number | null = null;
    row.forEach((cell, column) => {
      const lines = wrap(cell, widths[column]!);
      lines.forEach((line, at) => {
        const own = at - (lines.length - 1) / 2;
        const shared = at === 0 && height !== null && Math.abs(own - height) < 0.3;
        const above = height !== null && own <= height + 0.6;
        raw += (shared ? ' ' : above ? '\n' : '\n\n') + line;
        height = own;
      });
    });
  }
  return raw;
}

function textOf(pieces: readonly Piece[] = []): string {
  return pieces.map(({ text }) => text.replace(/\s/g, '')).join('');
}

function rebuild(raw: string): Grid | null {
  return rebuildGrid(splitLines(raw), new Neighbours(raws.join('\n')));
}

test('printed cell after cell', { timeout: 60_000 }, () => {
  let cells = 0;
  let exact = 0;
  const sample = fc.record({
    table: fc.constantFrom(...tables),
    from: fc.nat(60),
    length: fc.integer({ min: 6, max: 20 }),
  });
  fc.assert(
    fc.property(sample, ({ table, from, length }) => {
      const [labels, ...all] = table as [string[], ...string[][]];
      const start = from % Math.max(all.length - length, 1);
      const rows = all.slice(start, start + length).filter((row) => row.length === labels.length);
      const numbered = rows.map((row, index) => row.with(0, String(index + 1)));
      const grid = rebuild(print([labels, ...numbered]));
      numbered.forEach((row, at) =>
        row.forEach((cell, column) => {
          cells++;
          const own = grid?.rows[at]?.cells.find((one) => one.column === column);
          if (grid && textOf(own?.pieces) === cell.replace(/\s/g, '')) exact++;
        }),
      );
    }),
    { seed, numRuns: 60 },
  );
  // Cells of one list after another have no sign between them: not every table can be had back.
  expect(exact / cells, `${exact} of ${cells} cells`).toBeGreaterThan(0.96);
});

describe('arithmetic', () => {
  const place = (...values: (string | null)[]): PlacedRow =>
    values.flatMap((value, column) =>
      value === null ? [] : [{ column, pieces: readPieces(splitLines(value), 0) }],
    );
  const rows = [
    place('甲', '8.8', '8.5', '-0.3'),
    place('乙', '25.0', '5.8', '-19.2'),
    place('丙', '18.0', '21.4', '3.4'),
  ];
  const relations = findRelations(rows, 4);

  test('a column is the difference of two others', () => {
    expect(relations).toEqual([{ first: 1, second: 3, total: 2, derived: 3 }]);
    expect(findRelations(rows.slice(0, 2), 4)).toEqual([]);
    expect(findRelations([...rows, ...rows.map(() => place('丁', '1', '1', '1'))], 4)).toEqual([]);
  });

  test.each<[string, PlacedRow, string]>([
    ['comes out right', place('丁', '9.0', '9.0', '0.0'), 'holds'],
    ['does not', place('丁', '9.0', '9.0', '1.0'), 'fails'],
    ['a difference without what it is of', place('丁', '9.0', null, '1.0'), 'fails'],
    ['nothing to compare', place('丁', '9.0', null, null), 'open'],
  ])('%s', (_, row, verdict) => {
    expect(judge(row, relations, 4)).toBe(verdict);
  });
});
