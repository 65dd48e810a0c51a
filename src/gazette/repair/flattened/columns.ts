/**
 * What is known of each column of a flattened table, learned from the cells placed so far: how wide its lines are, which
 * characters its cells hold and begin with, of what kind they are, how often they are blank.
 */
import type { Piece } from './pieces.ts';

export const kinds = ['integer', 'decimal', 'mark', 'word', 'text'] as const;
export type Kind = (typeof kinds)[number];

/** What a cell holds, by its form. */
export function kindOf(text: string): Kind {
  if (/^\d{1,4}$/.test(text)) return 'integer';
  if (/^[-+−]?[\d,]+(?:\.\d+)?[%％‰]?$/.test(text)) return 'decimal';
  if (/^[-—/\\√×○●△☆*]+$/.test(text)) return 'mark';
  return text.length <= 12 && !/[，。；：]/.test(text) ? 'word' : 'text';
}

/** The UTF-16 unit at `index`; digits count as one character, Latin letters as another. */
function unitAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit >= 0x30 && unit <= 0x39) return 0x30;
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) ? 0x61 : unit;
}

export class Counts<Key> {
  readonly #counts = new Map<Key, number>();
  total = 0;
  add(key: Key, times = 1): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + times);
    this.total += times;
  }
  of(key: Key): number {
    return this.#counts.get(key) ?? 0;
  }
}

export interface PlacedCell {
  column: number;
  pieces: Piece[];
}

/** The filled cells of a row, from left to right. */
export type PlacedRow = PlacedCell[];

/** As much of a row as columns count. */
export type TextRow = { column: number; pieces: Pick<Piece, 'text'>[] }[];

/** Ems of the lines of a cell. */
function lineWidths(pieces: readonly Piece[]): number[] {
  const widths: number[] = [];
  let line: number | null = null;
  for (const piece of pieces) {
    if (piece.line === line) widths[widths.length - 1]! += piece.width + 0.25;
    else widths.push(piece.width);
    ({ line } = piece);
  }
  return widths;
}

/** The median of the cells' widest lines: cells of several lines fill their column, and a cell cut wrongly is an exception. */
function measureOf(widest: number[]): number | null {
  if (widest.length === 0) return null;
  return widest.sort((a, b) => a - b)[Math.floor(widest.length / 2)]!;
}

/** Ems by which a column may be wider than its cells of one line. */
const room = 4;

export class Column {
  readonly #characters = new Counts<number>();
  readonly #starts = new Counts<number>();
  readonly #kinds = new Counts<Kind>();
  readonly #texts = new Counts<string>();
  /** For rows that begin a chunk and for those that follow one in it. */
  readonly #filled = { first: 0, other: 0 };
  readonly #blank = { first: 0, other: 0 };
  readonly #expected: number;
  /** @param blanks blank cells to expect before any is seen. */
  constructor(blanks: number) {
    this.#expected = blanks;
  }

  /** Ems of a full line; null until cells of several lines tell. */
  measure: number | null = null;
  /** Ems that no line is over: the measure, or more than cells of one line have. */
  bound: number | null = null;

  /** Counts a cell, null for a blank one; `times` −1 takes it out again. */
  count(cell: readonly Pick<Piece, 'text'>[] | null, firstRow: boolean, times: 1 | -1 = 1): void {
    const row = firstRow ? 'first' : 'other';
    if (!cell) {
      this.#blank[row] += times;
      return;
    }
    this.#filled[row] += times;
    const text = cell.map((piece) => piece.text).join('');
    for (let index = 0; index < text.length; index++)
      this.#characters.add(unitAt(text, index), times);
    this.#starts.add(unitAt(text, 0), times);
    this.#kinds.add(kindOf(text), times);
    this.#texts.add(text, times);
  }

  /** Takes the measure, and the bound, from the lines of some cells. */
  measureBy(cells: readonly Piece[][]): void {
    const widest = cells.map(lineWidths);
    this.measure = measureOf(
      widest.filter(({ length }) => length > 1).map((lines) => Math.max(...lines)),
    );
    const single = widest.flatMap((lines) => (lines.length === 1 ? lines : []));
    // The second widest: a single one may be no cell at all.
    const [, second] = single.sort((x, y) => y - x);
    this.bound = this.measure ?? (second === undefined ? null : second + room);
  }

  /** −log p of a blank cell, or of a filled one. */
  blankCost(blank: boolean, firstRow: boolean): number {
    const row = firstRow ? 'first' : 'other';
    const blanks = this.#blank[row] + this.#expected;
    const p = blanks / (blanks + this.#filled[row] + 0.7);
    return -Math.log(blank ? p : 1 - p);
  }

  /** How much less (positive) or more the characters belong here than in the table at large, in nats. */
  charactersCost(text: string, table: Counts<number>): number {
    if (this.#characters.total === 0) return 0;
    let cost = 0;
    for (let index = 0; index < text.length; index++) {
      const key = unitAt(text, index);
      const everywhere = table.of(key);
      // A character met nowhere else says nothing of columns.
      if (everywhere === 0) continue;
      const share =
        (this.#characters.of(key) * table.total) / (everywhere * this.#characters.total);
      // Half the weight is the table's: new words are no sign of another column.
      cost -= Math.log((share + 1) / 2);
    }
    return cost;
  }

  /** Another cell holds the same text. */
  holds(text: string): boolean {
    return this.#texts.of(text) > 0;
  }

  /** As `charactersCost`, for the first character of a cell. */
  startCost(text: string, table: Counts<number>): number {
    const key = unitAt(text, 0);
    const everywhere = table.of(key);
    if (everywhere === 0 || this.#starts.total === 0) return 0;
    const general = everywhere / table.total;
    return -Math.log((this.#starts.of(key) + 3 * general) / (this.#starts.total + 3) / general);
  }

  kindCost(kind: Kind): number {
    return -Math.log(
      ((this.#kinds.of(kind) + 0.4) / (this.#kinds.total + 0.4 * kinds.length)) * kinds.length,
    );
  }
}

/** Counts the rows of a chunk, or takes them out again. Cells left out of a row are blank. */
export function countRows(
  columns: readonly Column[],
  table: Counts<number>,
  rows: readonly TextRow[],
  numbered: boolean,
  times: 1 | -1 = 1,
): void {
  for (const { pieces } of rows.flat())
    for (const { text } of pieces)
      for (let index = 0; index < text.length; index++) table.add(unitAt(text, index), times);
  rows.forEach((row, position) =>
    columns.forEach((column, index) => {
      const cell = row.find((entry) => entry.column === index);
      column.count(cell?.pieces ?? null, numbered && position === 0, times);
    }),
  );
}

/** Measures each column by its cells. */
export function measureColumns(columns: readonly Column[], rows: readonly PlacedRow[]): void {
  columns.forEach((column, index) =>
    column.measureBy(
      rows.flatMap((row) =>
        row.filter((cell) => cell.column === index).map(({ pieces }) => pieces),
      ),
    ),
  );
}
