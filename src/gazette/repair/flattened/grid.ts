/**
 * A flattened table → rows and columns. Rows begin at printed row numbers and group rows; their cells are sought several
 * times, each time with what the cells found before say of the columns.
 */
import type { RebuildEvidence } from '../../../model/tree.ts';
import type { Line } from '../../sources/line.ts';
import type { Neighbours } from '../neighbours.ts';
import { hasHan } from '../../../language/text.ts';
import type { PlacedCell } from './columns.ts';
import { readHeader, type Header } from './header.ts';
import { placeChunks, staysBlank, type OpenChunk } from './placing.ts';
import { isApart, readPieces, type Piece } from './pieces.ts';
import { readChunks, type Chunk } from './rows.ts';

export interface GridRow {
  /** One cell that spans the table (一、建立…体系), perhaps after its numeral (一 | 建立…体系). */
  group: boolean;
  cells: PlacedCell[];
  /** Another way to place its pieces is nearly as likely. */
  uncertain: boolean;
}

export interface Grid {
  header: Header;
  rows: GridRow[];
  /** Lines it takes; what follows is running text. */
  length: number;
  evidence: RebuildEvidence[];
  /** Ems of a full line of each column; null where no cell takes several lines. */
  measures: (number | null)[];
  /** Cells of a row that a page break cut and that are printed again with its rest. */
  repeated: Piece[];
}

function openChunk(lines: readonly Line[], chunk: Chunk): OpenChunk {
  const own = lines.slice(chunk.start, chunk.end);
  const pieces = readPieces(own, chunk.start, chunk.length);
  const open = { chunk, pieces, rows: [], counted: [], margin: Infinity };
  if (chunk.length === 0) return { ...open, number: null };
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
 * last piece is a word after numbers. Null where rows take several lines, as those do whose number stands alone on one.
 */
function rowShape(lines: readonly Line[]): { width: number; textLast: boolean } | null {
  const rows = lines
    .map(({ text }) => text.replace(/^\d{1,3}\s+(?=\p{Script=Han})/u, '').split(/\s+/))
    .filter((pieces) => pieces.filter((piece) => number.test(piece)).length >= 2);
  const alone = lines.filter(({ text }) => /^\d{1,3}$/.test(text)).length;
  if (alone >= 2 || rows.length < 3 || rows.length < lines.length * 0.3) return null;
  const width = Math.max(...rows.map(({ length }) => length));
  const words = rows.filter((pieces) => hasHan(pieces.at(-1)!)).length;
  return { width, textLast: words * 2 > rows.length };
}

/** Where rows stand on lines, the first line after the last row of numbers that is running text. */
function rowsEnd(lines: readonly Line[]): number {
  const last = lines.findLastIndex(
    ({ text }) => text.split(/\s+/).filter((piece) => number.test(piece)).length >= 2,
  );
  const end = lines.findIndex(({ text }, index) => index > last && /[，。；]/.test(text));
  return end === -1 ? lines.length : end;
}

/** Rebuilds a flattened table; null where it cannot be. */
export function rebuildGrid(lines: readonly Line[], neighbours: Neighbours): Grid | null {
  const shape = rowShape(lines);
  const header = readHeader(lines, shape, neighbours);
  if (!header || header.columns.length < 2) return null;
  const body = lines.slice(header.length);
  const table = shape ? body.slice(0, rowsEnd(body)) : body;
  const chunks = readChunks(table, header.numbered, shape !== null, header.columns.length).map(
    (chunk) => openChunk(table, chunk),
  );
  const placed = chunks.filter(({ chunk }) => chunk.kind !== 'group');
  if (placed.length === 0) return null;
  const { columns, relations, end } = placeChunks(placed, header, neighbours);
  if (!isCredible(placed, header)) return null;
  const measures = columns.map(({ measure }) => measure);
  const evidence: RebuildEvidence[] = ['column vocabulary'];
  if (placed.some(({ number }) => number !== null)) evidence.unshift('row numbers');
  if (shape) evidence.push('printed lines');
  if (measures.some((measure) => measure !== null)) evidence.push('line lengths');
  if (relations.length > 0) evidence.push('arithmetic');
  const repeated = foldRepeated(chunks);
  const length = header.length + (end ?? table.length);
  return { header, rows: chunks.flatMap(toRows), length, evidence, measures, repeated };
}

/** Nats by which the best way must lead. */
const certain = 1.5;

/** Another way is nearly as likely, or a cell holds words that the line sets apart. */
function isUncertain({ margin, rows }: OpenChunk): boolean {
  const joined = rows
    .flat()
    .some(({ pieces }) =>
      pieces.some((piece, index) => index > 0 && !piece.first && isApart(piece)),
    );
  return joined || margin < certain;
}

/** Most rows are certain, and columns that no one is to fill in are not blank throughout. */
function isCredible(chunks: OpenChunk[], { columns }: Header): boolean {
  const doubtful = chunks.filter(({ margin }) => margin < certain).length;
  const filled = new Set(chunks.flatMap(({ rows }) => rows.flat().map(({ column }) => column)));
  const blank = columns.filter(
    ({ text }, index) => index > 0 && !filled.has(index) && !staysBlank(text),
  );
  return doubtful * 2 <= chunks.length && blank.length === 0;
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

function toRows(open: OpenChunk): GridRow[] {
  const { chunk, pieces, number, rows } = open;
  if (chunk.kind === 'group') {
    const cells = number
      ? [
          { column: 0, pieces: [number] },
          { column: 1, pieces },
        ]
      : [{ column: 0, pieces }];
    return [{ group: true, cells, uncertain: false }];
  }
  return rows.map((cells, index) => ({
    group: false,
    cells: index === 0 && number ? [{ column: 0, pieces: [number] }, ...cells] : cells,
    uncertain: isUncertain(open),
  }));
}
