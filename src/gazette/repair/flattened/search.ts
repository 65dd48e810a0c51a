/**
 * The cells of one chunk of a flattened table: the cheapest way to cut its pieces into cells of columns, in rows
 * (segmental dynamic programming over the costs of `facts.ts` and `fit.ts`).
 */
import type { Column, Counts, PlacedRow } from './columns.ts';
import { prefix, type Facts } from './facts.ts';
import { Fit } from './fit.ts';

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
  table: Counts<number>;
  /** −log p of a row that follows another one in a chunk. */
  rowCost: number;
}

/** One way to place all pieces of a chunk. */
export interface Placement {
  rows: PlacedRow[];
  cost: number;
}

/** Pieces of the longest cell: in a row that a number begins, and where nothing says how far a row goes. */
const longestNumbered = 200;
const longestUnnumbered = 60;
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

/** Nats by which a way may lag behind the best one to the same place before it is given up. */
const beam = 10;
/** Nats that the seams of one cell may cost. */
const mostHeld = 60;

class Search {
  readonly #facts: Facts;
  readonly #context: SearchContext;
  readonly #fits: Fit[] | null;
  /** The first column that a cell can take: none takes that of the row numbers. */
  readonly #first: number;
  /** Blank costs of columns `[0, n)`, for a chunk's first row and for the others; and costs of filled ones. */
  readonly #blanks: { first: Float64Array; other: Float64Array };
  readonly #filled: { first: number[]; other: number[] };

  constructor(facts: Facts, context: SearchContext) {
    this.#facts = facts;
    this.#context = context;
    this.#first = context.numbered ? 1 : 0;
    const { columns } = context;
    this.#fits = columns && columns.map((column) => new Fit(facts, column, context.table));
    const blanks = (first: boolean) =>
      prefix(columns ? columns.map((column) => column.blankCost(true, first)) : context.blanks);
    const filled = (first: boolean) =>
      columns
        ? columns.map((column) => column.blankCost(false, first))
        : context.blanks.map(() => 0);
    this.#blanks = { first: blanks(true), other: blanks(false) };
    this.#filled = { first: filled(true), other: filled(false) };
  }

  #blankCost(from: number, to: number, firstRow: boolean): number {
    const sums = firstRow ? this.#blanks.first : this.#blanks.other;
    return sums[to]! - sums[from]!;
  }

  /** ways[i][c + 1]: the best ways to place i pieces with the last cell in column c. */
  #search(): Way[][][] {
    const { count, firstNumbered } = this.#context;
    const size = this.#facts.pieces.length;
    const longest = firstNumbered ? longestNumbered : longestUnnumbered;
    const limit = size <= shortRow ? 5 : 2;
    const ways: Way[][][] = Array.from({ length: size + 1 }, () =>
      Array.from({ length: count + 1 }, () => []),
    );
    ways[0]![this.#first]!.push({
      cost: 0,
      from: null,
      start: 0,
      column: this.#first - 1,
      newRow: false,
      firstRow: firstNumbered,
    });
    for (let start = 0; start < size; start++) {
      const all = ways[start]!.flat();
      const best = Math.min(...all.map(({ cost }) => cost));
      const open = all.filter(({ cost }) => cost <= best + beam);
      if (open.length === 0) continue;
      const last = Math.min(size, start + longest);
      for (let end = start + 1; end <= last && this.#facts.holding(start, end) <= mostHeld; end++)
        this.#extend(open, start, end, ways[end]!, limit);
    }
    return ways;
  }

  run(): Placement[] {
    return this.#best(this.#search().at(-1)!.flat());
  }

  /** Cost of the best way to place the first so many pieces, the rest of their row left blank. */
  prefixCosts(): number[] {
    return this.#search().map((lists) =>
      Math.min(...lists.flat().map((way) => way.cost + this.#endCost(way))),
    );
  }

  #endCost({ column, firstRow }: Way): number {
    return this.#blankCost(column + 1, this.#context.count, firstRow);
  }

  /** Adds pieces `[start, end)` as a cell to the ways that end before them. */
  #extend(open: Way[], start: number, end: number, ways: Way[][], limit: number): void {
    const facts = this.#facts;
    const base =
      facts.parting[start]! +
      facts.cell(start, end) +
      (this.#fits ? 0 : facts.ownMeasure(start, end));
    // A row begins with a printed line.
    const { first } = facts.pieces[start]!;
    for (let column = this.#first; column < this.#context.count; column++) {
      const list = ways[column + 1]!;
      const cell = base + (this.#fits?.[column]!.cell(start, end) ?? 0);
      for (const way of open) {
        const newRow = column <= way.column;
        if (newRow && !first) continue;
        const cost = way.cost + cell + this.#moveCost(way, start, end, column, newRow);
        if (cost === Infinity || (list.length === limit && cost >= list[limit - 1]!.cost)) continue;
        const firstRow = way.firstRow && !newRow;
        keep(list, { cost, from: way, start, column, newRow, firstRow }, limit);
      }
    }
  }

  /** What it costs to go from a way's last cell to one in a column: the blanks between, or a new row. */
  #moveCost(way: Way, start: number, end: number, column: number, newRow: boolean): number {
    if (!newRow) {
      const filled = way.firstRow ? this.#filled.first : this.#filled.other;
      return (
        this.#blankCost(way.column + 1, column, way.firstRow) +
        filled[column]! +
        this.#heightCost(way, start, end)
      );
    }
    return (
      this.#context.rowCost +
      this.#blankCost(way.column + 1, this.#context.count, way.firstRow) +
      this.#blankCost(this.#first, column, false) +
      this.#filled.other[column]!
    );
  }

  /** Neighbouring cells of one line each are at one height, and so on one printed line. */
  #heightCost(way: Way, start: number, end: number): number {
    const { pieces, nextLine } = this.#facts;
    if (!way.from || !pieces[start]!.first) return 0;
    return nextLine[way.start]! >= start && nextLine[start]! >= end ? 1.5 : 0;
  }

  /** The ways to the end, the cheapest first. */
  #best(ends: Way[]): Placement[] {
    return ends
      .map((way) => ({
        rows: this.#rowsOf(way),
        cost: way.cost + this.#endCost(way),
      }))
      .sort((a, b) => a.cost - b.cost);
  }

  #rowsOf(last: Way): PlacedRow[] {
    const rows: PlacedRow[] = [[]];
    let end = this.#facts.pieces.length;
    for (let way: Way | null = last; way?.from; way = way.from) {
      rows[0]!.unshift({ column: way.column, pieces: this.#facts.pieces.slice(way.start, end) });
      if (way.newRow) rows.unshift([]);
      end = way.start;
    }
    return rows;
  }
}

/** The ways to place the pieces of one chunk, the cheapest first; at least one, which costs `Infinity` if it is none. */
export function placePieces(facts: Facts, context: SearchContext): Placement[] {
  const { pieces } = facts;
  if (pieces.length === 0) return [{ rows: [[]], cost: 0 }];
  const placements = new Search(facts, context).run();
  if (placements.length > 0) return placements;
  // More than the row's cells can hold: no table, or its rows are lost.
  return [{ rows: [[{ column: context.count - 1, pieces: [...pieces] }]], cost: Infinity }];
}

/** Cost of the best way to place the first n pieces of one chunk, for each n. */
export function prefixCosts(facts: Facts, context: SearchContext): number[] {
  return new Search(facts, context).prefixCosts();
}
