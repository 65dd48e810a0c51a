/**
 * A flattened table → rows and columns. Rows begin at printed row numbers and group rows; their cells are sought several
 * times, each time with what the cells found before say of the columns.
 */
import type { RebuildEvidence } from '../../../model/tree.ts';
import type { Line } from '../../sources/line.ts';
import type { Neighbours } from '../neighbours.ts';
import { findRelations, judge, type Relation } from './arithmetic.ts';
import { hasHan } from '../../../language/text.ts';
import {
  Column,
  Counts,
  countRows,
  measureColumns,
  type PlacedCell,
  type PlacedRow,
} from './columns.ts';
import { readHeader, type Header } from './header.ts';
import { isApart, readPieces, type Piece } from './pieces.ts';
import { readChunks, type Chunk } from './rows.ts';
import { placePieces, type Placement } from './search.ts';

export interface GridRow {
  /** One cell that spans the table (一、建立…体系). */
  group: boolean;
  cells: PlacedCell[];
  /** Another way to place its pieces is nearly as likely. */
  uncertain: boolean;
}

export interface Grid {
  header: Header;
  rows: GridRow[];
  evidence: RebuildEvidence[];
  /** Ems of a full line of each column; null where no cell takes several lines. */
  measures: (number | null)[];
  /** Cells of a row that a page break cut and that are printed again with its rest. */
  repeated: Piece[];
}

const rounds = 4;
/** Nats by which the best way must lead. */
const certain = 1.5;
/** Nats that a sum which comes out right is worth. */
const arithmeticWeight = 6;

interface OpenChunk {
  chunk: Chunk;
  pieces: Piece[];
  number: Piece | null;
  rows: PlacedRow[];
  uncertain: boolean;
}

function openChunk(lines: readonly Line[], chunk: Chunk): OpenChunk {
  const own = lines.slice(chunk.start, chunk.end);
  const pieces = readPieces(own, chunk.start, chunk.length);
  const open = { chunk, pieces, rows: [], uncertain: false };
  if (chunk.kind !== 'numbered') return { ...open, number: null };
  const { start } = own[0]!;
  const [number] = readPieces(
    [{ ...own[0]!, end: start + chunk.length, text: own[0]!.text.slice(0, chunk.length) }],
    chunk.start,
  );
  return { ...open, number: number! };
}

const number = /^-?[\d.,]+[%％]?$/;

/**
 * How many columns the fullest rows show that stand on one line each, the row's number not counted, and whether their
 * last piece is a word after numbers. Null where rows take several lines.
 */
function rowShape(lines: readonly Line[]): { width: number; textLast: boolean } | null {
  const rows = lines
    .map(({ text }) => text.replace(/^\d{1,3}\s+(?=\p{Script=Han})/u, '').split(/\s+/))
    .filter((pieces) => pieces.filter((piece) => number.test(piece)).length >= 2);
  if (rows.length < 3 || rows.length < lines.length * 0.3) return null;
  const width = Math.max(...rows.map(({ length }) => length));
  const words = rows.filter((pieces) => hasHan(pieces.at(-1)!)).length;
  return { width, textLast: words * 2 > rows.length };
}

/** Columns that stay blank for someone to fill in. */
const toFillIn = /^(得分|备注|评分|签名|签字|自评|考核得分|自评得分|核查情况|说明)$/;

/**
 * Lines whose spaces part them into as many pieces as the table has columns; where there are none, those of the commonest
 * number, set from the right: cells that span several rows stand at the left.
 */
function seedRows(chunks: OpenChunk[], count: number, first: number): Seed[] {
  const seeds = chunks.flatMap(({ chunk, pieces }) =>
    [...Map.groupBy(pieces, ({ line }) => line).values()]
      .filter((line) => line.length >= 3 && line.every(isApart))
      .map((line) => ({ line, numbered: chunk.kind === 'numbered' && line[0] === pieces[0] })),
  );
  const groups = Map.groupBy(seeds, ({ line }) => line.length);
  const complete = groups.get(count - first);
  const [commonest] = [...groups.values()].sort((a, b) => b.length - a.length);
  const chosen = complete ?? (commonest && commonest.length >= 3 ? commonest : []);
  return chosen
    .filter(({ line }) => line.length <= count - first)
    .map(({ line, numbered }) => ({
      numbered,
      row: line.map((piece, index) => ({ column: count - line.length + index, pieces: [piece] })),
    }));
}

/** Blank cells to expect of a column; a number stands beside what it numbers. */
function expectedBlanks(label: string, named: boolean): number {
  if (toFillIn.test(label)) return 3;
  return named ? 0.05 : 0.3;
}

/** Lines of several cells show that rows may go without a number of their own: cells that span them have it. */
function hasCellLines(chunks: OpenChunk[]): boolean {
  const lines = chunks.flatMap(({ pieces }) =>
    [...Map.groupBy(pieces, ({ line }) => line).values()].filter(
      (line) => line.length >= 3 && line.every(isApart),
    ),
  );
  return lines.length >= 3;
}

interface Seed {
  row: PlacedRow;
  numbered: boolean;
}

/** Rebuilds a flattened table; null where it cannot be. */
export function rebuildGrid(lines: readonly Line[], neighbours: Neighbours): Grid | null {
  const shape = rowShape(lines);
  const header = readHeader(lines, shape, neighbours);
  if (!header || header.columns.length < 2) return null;
  const body = lines.slice(header.length);
  const chunks = readChunks(body, header.numbered, shape !== null).map((chunk) =>
    openChunk(body, chunk),
  );
  const placed = chunks.filter(({ chunk }) => chunk.kind !== 'group');
  const { columns, relations } = placeChunks(placed, header, neighbours);
  if (!isCredible(placed, header)) return null;
  const measures = columns.map(({ measure }) => measure);
  const evidence: RebuildEvidence[] = ['column vocabulary'];
  if (chunks.some(({ number }) => number !== null)) evidence.unshift('row numbers');
  if (shape) evidence.push('printed lines');
  if (measures.some((measure) => measure !== null)) evidence.push('line lengths');
  if (relations.length > 0) evidence.push('arithmetic');
  const repeated = foldRepeated(chunks);
  return { header, rows: chunks.flatMap(toRows), evidence, measures, repeated };
}

/** Most rows are certain, and columns that no one is to fill in are not blank throughout. */
function isCredible(chunks: OpenChunk[], { columns }: Header): boolean {
  const doubtful = chunks.filter(({ uncertain }) => uncertain).length;
  const filled = new Set(chunks.flatMap(({ rows }) => rows.flat().map(({ column }) => column)));
  const blank = columns.filter(
    ({ text }, index) => index > 0 && !filled.has(index) && !toFillIn.test(text),
  );
  return chunks.length > 0 && doubtful * 2 <= chunks.length && blank.length === 0;
}

/** Finds the cells of all chunks, and gives what their columns were found to be. */
function placeChunks(
  chunks: OpenChunk[],
  header: Header,
  neighbours: Neighbours,
): { columns: Column[]; relations: Relation[] } {
  const count = header.columns.length;
  const columns = header.columns.map(
    ({ text }, index) => new Column(expectedBlanks(text, header.numbered && index === 1)),
  );
  const table = new Counts();
  const seeds = seedRows(chunks, count, header.numbered ? 1 : 0);
  for (const { row, numbered } of seeds) countRows(columns, table, [row], numbered);
  const context = {
    count,
    numbered: header.numbered,
    blanks: header.columns.map(({ text }) => (toFillIn.test(text) ? 0.5 : 2.5)),
    table,
    neighbours,
  };
  let known = seeds.length > 0;
  const subrows = !header.numbered || hasCellLines(chunks);
  let rowCost = subrows ? 4 : Infinity;
  let relations: Relation[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = chunks.map(({ rows }) => printed(rows)).join('\n');
    for (const open of chunks) {
      const numbered = open.chunk.kind === 'numbered';
      // What a chunk's own cells say of the columns must not hold them where they are.
      if (round > 0) countRows(columns, table, open.rows, numbered, -1);
      const placements = placePieces(open.pieces, {
        ...context,
        columns: known ? columns : null,
        rowCost,
        firstNumbered: numbered,
      });
      Object.assign(open, choose(placements, relations, count));
      if (round > 0) countRows(columns, table, open.rows, numbered);
    }
    if (round === 0) {
      for (const { row, numbered } of seeds) countRows(columns, table, [row], numbered, -1);
      for (const { chunk, rows } of chunks)
        countRows(columns, table, rows, chunk.kind === 'numbered');
    }
    known = true;
    const rows = chunks.flatMap((chunk) => chunk.rows);
    measureColumns(columns, rows);
    if (subrows) rowCost = -Math.log((rows.length - chunks.length + 0.2) / (rows.length + 1));
    const related = findRelations(rows, count);
    const settled = related.length === relations.length;
    relations = related;
    if (settled && before === chunks.map((chunk) => printed(chunk.rows)).join('\n')) break;
  }
  return { columns, relations };
}

/** Rows as a string to compare. */
function printed(rows: PlacedRow[]): string {
  return rows
    .map((row) => row.map(({ column, pieces }) => `${column}:${pieces[0]!.start}`).join(' '))
    .join('|');
}

/** The cheapest placement that arithmetic does not speak against, one that it bears out first. */
function choose(
  placements: Placement[],
  relations: readonly Relation[],
  count: number,
): { rows: PlacedRow[]; uncertain: boolean } {
  const [best, second] = placements as [Placement, Placement | undefined];
  const verdicts = placements.map(({ rows }) => rows.map((row) => judge(row, relations, count)));
  const near = (index: number) => placements[index]!.cost < best.cost + arithmeticWeight;
  const holding = verdicts.findIndex(
    (rows, index) => near(index) && rows.includes('holds') && !rows.includes('fails'),
  );
  if (holding >= 0) return { rows: placements[holding]!.rows, uncertain: false };
  const open = verdicts.findIndex((rows, index) => near(index) && !rows.includes('fails'));
  if (open > 0) return { rows: placements[open]!.rows, uncertain: true };
  return { rows: best.rows, uncertain: (second?.cost ?? Infinity) < best.cost + certain };
}

/**
 * A row cut by a page break is printed again with its number and the cells that were complete; the others go on (raw
 * sample 001: 19). What is printed again is taken out, the rest added to the row's own cells.
 */
function foldRepeated(chunks: OpenChunk[]): Piece[] {
  const repeated: Piece[] = [];
  for (let index = chunks.length - 1; index > 0; index--) {
    const [before, again] = [chunks[index - 1]!, chunks[index]!];
    if (again.chunk.number === null || again.chunk.number !== before.chunk.number) continue;
    const [first, second] = [before.rows.at(-1)!, again.rows[0]!];
    const own = (column: number) => first.find((cell) => cell.column === column);
    const same = second.filter(({ column, pieces }) => {
      const cell = own(column);
      return cell !== undefined && textOf(cell.pieces) === textOf(pieces);
    });
    if (same.length === 0) continue;
    repeated.push(again.number!, ...same.flatMap(({ pieces }) => pieces));
    for (const cell of second) {
      if (same.includes(cell)) continue;
      const target = own(cell.column);
      if (target) target.pieces.push(...cell.pieces);
      else first.push(cell);
    }
    first.sort((a, b) => a.column - b.column);
    before.rows.push(...again.rows.slice(1));
    chunks.splice(index, 1);
  }
  return repeated;
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

function toRows({ chunk, pieces, number, rows, uncertain }: OpenChunk): GridRow[] {
  if (chunk.kind === 'group') {
    return [{ group: true, cells: [{ column: 0, pieces }], uncertain: false }];
  }
  return rows.map((cells, index) => ({
    group: false,
    cells: index === 0 && number ? [{ column: 0, pieces: [number] }, ...cells] : cells,
    uncertain,
  }));
}
