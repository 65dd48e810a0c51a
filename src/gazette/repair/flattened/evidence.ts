/**
 * What speaks for and against a stretch of pieces being one cell: costs in nats, each a piece of evidence.
 *
 * - inside a cell, a line that ends although the next piece would have fitted (as in a paragraph, `join-lines.ts`);
 * - a line over its column's measure; a last line that is full, as only one in seven is;
 * - a cell that leaves a bracket or a sentence open, or begins in mid-word;
 * - cells that do not look like the others of their column (characters, first character, kind).
 */
import {
  beginsClosed,
  closingMarks,
  endsClause,
  endsOpen,
  openingMarks,
} from '../../../language/sentences.ts';
import { hasHan } from '../../../language/text.ts';
import type { Neighbours } from '../neighbours.ts';
import { kindOf, type Column, type Counts } from './columns.ts';
import { isApart, type Piece } from './pieces.ts';

/** Weights of the learned evidence beside that of lines and marks. */
const weights = { characters: 0.3, start: 0.5, kind: 1 };
/** Nats against a cell whose lines stand at different distances. */
const gapWeight = 0.8;
/** Nats that strange characters may count, however many there are. */
const mostStrange = 5;
/** Ems by which justified lines differ from their measure. */
const tolerance = 1;

/** What the seam before a piece costs where two cells part at it. */
function partingCost(before: Piece, after: Piece, neighbours: Neighbours): number {
  if (!after.first) return after.split;
  if (beginsClosed(after.text)) return 6;
  if (openingMarks.includes(before.text.at(-1)!)) return 6;
  return (endsOpen(before.text) ? 2 : 0) + wordCost(before, after, neighbours);
}

/** A word that is met elsewhere runs over the seam. */
function wordCost(before: Piece, after: Piece, neighbours: Neighbours): number {
  const [x, y] = [before.text.at(-1)!, after.text[0]!];
  // 各县 / （市、区）政府 goes on like a word.
  if (!hasHan(x) || !(hasHan(y) || openingMarks.includes(y)))
    return /\d/.test(x) && /[\d年月日万元％%]/.test(y) ? 1 : 0;
  const met = neighbours.count(x, y);
  return met === 0 ? 0 : met < 3 ? 0.6 : met < 10 ? 1.2 : 2;
}

/** What the seam costs inside a cell, the slack of the line before it not counted. */
function holdingCost(before: Piece, after: Piece, neighbours: Neighbours): number {
  if (!after.first) return after.join;
  const [x, y] = [before.text.at(-1)!, after.text[0]!];
  // A list that no colon announces begins a cell.
  const list = !endsClause(before.text) && /^1\s?[.．、](?!\d)/.test(after.text) ? 1.5 : 0;
  const strange = hasHan(x) && hasHan(y) && neighbours.count(x, y) === 0 ? 0.4 : 0;
  // Cells of one line share its height on the page; one of several lines stands a little off it.
  return list + strange + (before.first || !isApart(before) ? 0 : 2.5);
}

/** A line that ends early, and no sentence with it, does not go on in the same cell. */
function slackCost(before: Piece, width: number, after: Piece, measure: number): number {
  if (endsClause(before.text)) return 0;
  // A list inside a cell (raw sample 001: 1.初次违法 / 2.危害后果轻微).
  if (after.label !== null && after.label > 1) return 0.2;
  const slack = measure - width - after.head - tolerance;
  return slack <= 0 ? 0 : 0.8 + Math.min(slack, 6) * 0.5;
}

/** Sums of the first so many terms, so that a stretch's sum is one subtraction. */
function prefix(terms: readonly number[]): number[] {
  const sums = [0];
  for (const term of terms) sums.push(sums.at(-1)! + term);
  return sums;
}

/** Costs of stretches of one chunk's pieces. */
export class Evidence {
  readonly #pieces: readonly Piece[];
  readonly #columns: readonly Column[] | null;
  readonly #table: Counts;
  /** Index of the first piece of each piece's line. */
  readonly #lineStart: number[] = [];
  readonly #widths: number[];
  readonly #holding: number[];
  readonly #parting: number[];
  readonly #depth: number[];
  readonly #length: number[];
  readonly #gapChanges: number[];
  readonly #characters: number[][];
  /** By column: slack of whole lines before each piece, and widths over the measure of whole lines. */
  readonly #slack: number[][];
  readonly #over: number[][];
  readonly #kinds: ReturnType<typeof kindOf>[];

  constructor(
    pieces: readonly Piece[],
    columns: readonly Column[] | null,
    table: Counts,
    neighbours: Neighbours,
  ) {
    this.#pieces = pieces;
    this.#columns = columns;
    this.#table = table;
    pieces.forEach((piece, index) =>
      this.#lineStart.push(piece.first || index === 0 ? index : this.#lineStart[index - 1]!),
    );
    this.#widths = prefix(pieces.map(({ width }) => width + 0.25));
    const seam = (cost: (before: Piece, after: Piece) => number) =>
      pieces.map((piece, index) => (index === 0 ? 0 : cost(pieces[index - 1]!, piece)));
    let listed = 0;
    this.#holding = prefix(
      seam((before, after) => {
        // 1. after 5.: another list, in another cell.
        const again = after.label === 1 && listed > 1 ? 2 : 0;
        if (after.label !== null) listed = after.label;
        return again + holdingCost(before, after, neighbours);
      }),
    );
    this.#parting = seam((before, after) => partingCost(before, after, neighbours));
    this.#depth = prefix(pieces.map(({ text }) => depthOf(text)));
    this.#length = prefix(pieces.map(({ text }) => text.length));
    let gap: number | null = null;
    this.#gapChanges = prefix(
      pieces.map((piece, index) => {
        if (!piece.first || index === 0) return 0;
        const changed = gap !== null && gap > 0 !== piece.gap > 0;
        ({ gap } = piece);
        return changed ? gapWeight : 0;
      }),
    );
    this.#kinds = pieces.map(({ text }) => kindOf(text));
    this.#characters = (columns ?? []).map((column) =>
      prefix(pieces.map(({ text }) => column.charactersCost(text, table))),
    );
    this.#slack = (columns ?? []).map(({ measure }) =>
      prefix(
        pieces.map((piece, index) =>
          !piece.first || index === 0 || measure === null
            ? 0
            : slackCost(
                pieces[index - 1]!,
                this.#lineWidth(this.#lineStart[index - 1]!, index),
                piece,
                measure,
              ),
        ),
      ),
    );
    this.#over = (columns ?? []).map(({ measure }) =>
      prefix(
        pieces.map((_, index) =>
          measure !== null && this.#endsLine(index)
            ? overCost(this.#lineWidth(this.#lineStart[index]!, index + 1), measure)
            : 0,
        ),
      ),
    );
  }

  #endsLine(index: number): boolean {
    return this.#pieces[index + 1]?.first ?? true;
  }

  /** Ems of pieces of one line. */
  #lineWidth(start: number, end: number): number {
    return this.#widths[end]! - this.#widths[start]! - 0.25;
  }

  /** Cost of the parting before the piece at `start`. */
  parting(start: number): number {
    return this.#parting[start]!;
  }

  /** Cost of pieces `[start, end)` as one cell; for a column, where columns are known. */
  cell(start: number, end: number, index: number): number {
    let cost = this.#holding[end]! - this.#holding[start + 1]!;
    if (this.#depth[end] !== this.#depth[start]) cost += 3;
    const last = this.#pieces[end - 1]!;
    if (endsOpen(last.text)) cost += 2;
    const secondLine = this.#nextLine(start);
    if (secondLine < end) cost += this.#gapChanges[end]! - this.#gapChanges[secondLine + 1]!;
    const column = this.#columns?.[index];
    if (!column) return cost + this.#ownMeasureCost(start, end, secondLine);
    cost +=
      column.measure === null
        ? 0
        : this.#measureCost(start, end, secondLine, index, column.measure);
    const characters = this.#characters[index]!;
    const strange = weights.characters * (characters[end]! - characters[start]!);
    cost += Math.min(mostStrange, strange);
    cost += weights.start * column.startCost(this.#pieces[start]!.text[0]!, this.#table);
    if (column.holds(this.#textOf(start, end))) cost -= 1.5;
    return cost + weights.kind * column.kindCost(this.#kindOf(start, end));
  }

  /** Index of the first piece of the line after the one `start` stands on. */
  #nextLine(start: number): number {
    let next = start + 1;
    while (next < this.#pieces.length && !this.#pieces[next]!.first) next++;
    return next;
  }

  #textOf(start: number, end: number): string {
    let text = '';
    for (let at = start; at < end; at++) text += this.#pieces[at]!.text;
    return text;
  }

  #kindOf(start: number, end: number): ReturnType<typeof kindOf> {
    if (end - start === 1) return this.#kinds[start]!;
    const short = this.#length[end]! - this.#length[start]! <= 12;
    return short && !this.#pieces.slice(start, end).some(({ text }) => /[，。；：]/.test(text))
      ? 'word'
      : 'text';
  }

  #measureCost(start: number, end: number, second: number, index: number, measure: number): number {
    if (second >= end) return this.#lastLineCost(start, end, measure);
    const pieces = this.#pieces;
    const slack = this.#slack[index]!;
    const over = this.#over[index]!;
    // The first line may begin in mid-line; so may the last one end there.
    const first = this.#lineWidth(start, second);
    const lastStart = this.#lineStart[end - 1]!;
    return (
      slackCost(pieces[second - 1]!, first, pieces[second]!, measure) +
      overCost(first, measure) +
      (slack[end]! - slack[second + 1]!) +
      (over[lastStart]! - over[second]!) +
      this.#lastLineCost(lastStart, end, measure)
    );
  }

  /** What a cell's last line costs: over the measure, or full. */
  #lastLineCost(start: number, end: number, measure: number): number {
    const width = this.#lineWidth(start, end);
    const full = width > measure - tolerance && !endsClause(this.#pieces[end - 1]!.text);
    return overCost(width, measure) + (full ? 2 : 0);
  }

  /** As `#measureCost`, where the widest line of the cell itself is its measure. */
  #ownMeasureCost(start: number, end: number, second: number): number {
    if (second >= end) return 0;
    const ends: number[] = [];
    let measure = 0;
    for (let at = start, next = second; at < end; at = next, next = this.#nextLine(at)) {
      const stop = Math.min(next, end);
      ends.push(stop);
      measure = Math.max(measure, this.#lineWidth(at, stop));
    }
    let cost = 0;
    let at = start;
    for (const stop of ends) {
      if (stop === end) return cost + this.#lastLineCost(at, end, measure);
      cost += slackCost(
        this.#pieces[stop - 1]!,
        this.#lineWidth(at, stop),
        this.#pieces[stop]!,
        measure,
      );
      at = stop;
    }
    return cost;
  }
}

function overCost(width: number, measure: number): number {
  return width > measure + 0.75 ? 2 + (width - measure) : 0;
}

function depthOf(text: string): number {
  let depth = 0;
  for (const character of text) {
    if (openingMarks.includes(character)) depth++;
    else if (closingMarks.includes(character)) depth--;
  }
  return depth;
}
