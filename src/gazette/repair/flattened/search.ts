/**
 * The cells of one chunk of a flattened table: the cheapest way to cut its pieces into cells of columns, in rows
 * (segmental dynamic programming over the costs of `evidence.ts`).
 */
import type { Neighbours } from '../neighbours.ts';
import type { Column, Counts, PlacedRow } from './columns.ts';
import { Evidence } from './evidence.ts';
import type { Piece } from './pieces.ts';

export interface SearchContext {
  /** Columns of the table. */
  count: number;
  /** The first column numbers the rows; its numbers are not among the pieces. */
  numbered: boolean;
  /** The chunk's first row bears a number. */
  firstNumbered: boolean;
  /** Learned columns; null in the first round, when only their number is known. */
  columns: readonly Column[] | null;
  /** Costs of a blank cell by column while nothing is learned. */
  blanks: readonly number[];
  /** The characters of all columns. */
  table: Counts;
  neighbours: Neighbours;
  /** −log p of a row that follows another one in a chunk. */
  rowCost: number;
}

/** One way to place all pieces of a chunk. */
export interface Placement {
  rows: PlacedRow[];
  cost: number;
}

/** Pieces of the longest cell. */
const longest = 200;
/** Pieces of a row whose ways are few enough to keep more of them. */
const shortRow = 12;

interface Way {
  cost: number;
  /** The way before, and the cell added to it. */
  from: Way | null;
  start: number;
  column: number;
  newRow: boolean;
  /** The row is the chunk's first, the one that bears its number. */
  firstRow: boolean;
}

/** Keeps the cheapest ways, `limit` of them. */
function keep(ways: Way[], way: Way, limit: number): void {
  if (ways.length === limit && way.cost >= ways[limit - 1]!.cost) return;
  let at = ways.length;
  while (at > 0 && ways[at - 1]!.cost > way.cost) at--;
  ways.splice(at, 0, way);
  if (ways.length > limit) ways.pop();
}

class Search {
  readonly #pieces: readonly Piece[];
  readonly #context: SearchContext;
  readonly #evidence: Evidence;
  /** The first column that a cell can take: none takes that of the row numbers. */
  readonly #first: number;
  /** Blank costs of columns `[0, n)`, for a chunk's first row and for the others. */
  readonly #blanks: { first: number[]; other: number[] };

  constructor(pieces: readonly Piece[], context: SearchContext) {
    this.#pieces = pieces;
    this.#context = context;
    this.#first = context.numbered ? 1 : 0;
    this.#evidence = new Evidence(pieces, context.columns, context.table, context.neighbours);
    const sums = (first: boolean) => {
      const costs = [0];
      for (let index = 0; index < context.count; index++) {
        const own = context.columns?.[index]!.blankCost(true, first) ?? context.blanks[index]!;
        costs.push(costs.at(-1)! + own);
      }
      return costs;
    };
    this.#blanks = { first: sums(true), other: sums(false) };
  }

  #blankCost(from: number, to: number, firstRow: boolean): number {
    const sums = firstRow ? this.#blanks.first : this.#blanks.other;
    return sums[to]! - sums[from]!;
  }

  #filledCost(column: number, firstRow: boolean): number {
    return this.#context.columns?.[column]!.blankCost(false, firstRow) ?? 0;
  }

  run(): Placement[] {
    const { count, columns } = this.#context;
    const size = this.#pieces.length;
    const limit = size <= shortRow ? 5 : 2;
    // ways[i][c + 1]: the best ways to place i pieces with the last cell in column c.
    const ways: Way[][][] = Array.from({ length: size + 1 }, () =>
      Array.from({ length: count + 1 }, () => []),
    );
    ways[0]![this.#first]!.push({
      cost: 0,
      from: null,
      start: 0,
      column: this.#first - 1,
      newRow: false,
      firstRow: this.#context.firstNumbered,
    });
    for (let start = 0; start < size; start++) {
      const open = ways[start]!.flat();
      if (open.length === 0) continue;
      const parting = this.#evidence.parting(start);
      for (let end = start + 1; end <= Math.min(size, start + longest); end++) {
        const cost = columns ? 0 : this.#evidence.cell(start, end, 0);
        for (let column = this.#first; column < count; column++) {
          const cell = parting + (columns ? this.#evidence.cell(start, end, column) : cost);
          for (const way of open) {
            // A row begins with a printed line.
            if (column <= way.column && !this.#pieces[start]!.first) continue;
            keep(ways[end]![column + 1]!, this.#add(way, start, end, column, cell), limit);
          }
        }
      }
    }
    return this.#best(ways[size]!.flat());
  }

  #add(way: Way, start: number, end: number, column: number, cell: number): Way {
    const newRow = column <= way.column;
    const firstRow = way.firstRow && !newRow;
    const moved = newRow
      ? this.#blankCost(way.column + 1, this.#context.count, way.firstRow) +
        this.#context.rowCost +
        this.#blankCost(this.#first, column, false)
      : this.#blankCost(way.column + 1, column, way.firstRow);
    const cost =
      way.cost +
      cell +
      moved +
      this.#filledCost(column, firstRow) +
      (newRow ? 0 : this.#heightCost(way, start, end));
    return { cost, from: way, start, column, newRow, firstRow };
  }

  /** Neighbouring cells of one line each are at one height, and so on one printed line. */
  #heightCost(way: Way, start: number, end: number): number {
    if (!way.from || !this.#pieces[start]!.first) return 0;
    const line = (index: number) => this.#pieces[index]!.line;
    const single = line(way.start) === line(start - 1) && line(start) === line(end - 1);
    return single ? 1.5 : 0;
  }

  /** The ways to the end, the cheapest first. */
  #best(ends: Way[]): Placement[] {
    return ends
      .map((way) => ({
        rows: this.#rowsOf(way),
        cost: way.cost + this.#blankCost(way.column + 1, this.#context.count, way.firstRow),
      }))
      .sort((a, b) => a.cost - b.cost);
  }

  #rowsOf(last: Way): PlacedRow[] {
    const rows: PlacedRow[] = [[]];
    let end = this.#pieces.length;
    for (let way: Way | null = last; way?.from; way = way.from) {
      rows[0]!.unshift({ column: way.column, pieces: this.#pieces.slice(way.start, end) });
      if (way.newRow) rows.unshift([]);
      end = way.start;
    }
    return rows;
  }
}

/** The ways to place the pieces of one chunk, the cheapest first; at least one. */
export function placePieces(pieces: readonly Piece[], context: SearchContext): Placement[] {
  if (pieces.length === 0) return [{ rows: [[]], cost: 0 }];
  return new Search(pieces, context).run();
}
