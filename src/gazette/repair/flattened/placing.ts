/** Chunks of a flattened table → the cells of its rows, in rounds that learn the columns from the cells. */
import type { Neighbours } from '../neighbours.ts';
import { findRelations, judge, type Relation } from './arithmetic.ts';
import { Column, Counts, countRows, measureColumns, type PlacedRow } from './columns.ts';
import type { Header } from './header.ts';
import { isApart, type Piece } from './pieces.ts';
import type { Chunk } from './rows.ts';
import { placePieces, type Placement } from './search.ts';

const rounds = 4;
/** Nats by which the best way must lead. */
const certain = 1.5;
/** Nats that a sum which comes out right is worth. */
const arithmeticWeight = 6;

/** A chunk and what is found of it. */
export interface OpenChunk {
  chunk: Chunk;
  /** Without its row number. */
  pieces: Piece[];
  number: Piece | null;
  rows: PlacedRow[];
  /** Rows that count for what is known of the columns. */
  counted: PlacedRow[];
  uncertain: boolean;
}

/** Columns that stay blank for someone to fill in. */
const toFillIn = /^(得分|备注|评分|签名|签字|自评|考核得分|自评得分|核查情况|说明)$/;

/** The column is to be filled in by hand. */
export function staysBlank(label: string): boolean {
  return toFillIn.test(label);
}

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
  if (staysBlank(label)) return 3;
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

/**
 * Finds the cells of all chunks, and gives what their columns were found to be. Each round places them with what the cells
 * of the round before say of the columns; the first one knows but their number, or what seeds show.
 */
export function placeChunks(
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
    blanks: header.columns.map(({ text }) => (staysBlank(text) ? 0.5 : 2.5)),
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
      if (round > 0) countRows(columns, table, open.counted, numbered, -1);
      const placements = placePieces(open.pieces, {
        ...context,
        columns: known ? columns : null,
        rowCost,
        firstNumbered: numbered,
      });
      Object.assign(open, choose(placements, relations, count));
      open.counted = open.rows;
      if (round > 0) countRows(columns, table, open.counted, numbered);
    }
    if (round === 0) {
      for (const { row, numbered } of seeds) countRows(columns, table, [row], numbered, -1);
      countFullRows(chunks, header);
      for (const { chunk, counted } of chunks)
        countRows(columns, table, counted, chunk.kind === 'numbered');
    }
    known = true;
    const rows = chunks.flatMap((chunk) => chunk.rows);
    measureColumns(
      columns,
      chunks.flatMap(({ counted }) => counted),
    );
    if (subrows) rowCost = -Math.log((rows.length - chunks.length + 0.2) / (rows.length + 1));
    const related = findRelations(rows, count);
    const settled = related.length === relations.length;
    relations = related;
    if (settled && before === chunks.map((chunk) => printed(chunk.rows)).join('\n')) break;
  }
  return { columns, relations };
}

/** In the first round, only rows without blanks are believed, where there are some: a blank may stand anywhere yet. */
function countFullRows(chunks: OpenChunk[], { columns, numbered }: Header): void {
  const needed = columns.flatMap(({ text }, index) =>
    (numbered && index === 0) || staysBlank(text) ? [] : [index],
  );
  const isFull = (row: PlacedRow) =>
    needed.every((index) => row.some(({ column }) => column === index));
  if (chunks.filter(({ rows }) => rows.every(isFull)).length < 2) return;
  for (const chunk of chunks) if (!chunk.rows.every(isFull)) chunk.counted = [];
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
