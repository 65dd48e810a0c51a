/**
 * What the pieces of a chunk themselves say for and against a stretch of them being one cell: costs in nats, each a piece
 * of evidence, that do not depend on the column.
 *
 * - a cell that leaves a bracket or a sentence open, or begins in mid-word;
 * - two cells set apart on one line, or one that goes on from the middle of a line;
 * - lines at different distances, and a list that begins anew.
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
import { kindOf, type Kind } from './columns.ts';
import { isApart, type Piece } from './pieces.ts';

/** Ems by which justified lines differ from their measure. */
const tolerance = 1;
/** Nats against a cell whose lines stand at different distances. */
const gapWeight = 0.8;
/** A cell of more characters is no word, and is not looked up among the cells of its column. */
const longestWord = 40;

/** A word that is met elsewhere runs over the seam. */
function wordCost(before: Piece, after: Piece, neighbours: Neighbours): number {
  const [x, y] = [before.text.at(-1)!, after.text[0]!];
  // 各县 / （市、区）政府 goes on like a word.
  if (!hasHan(x) || !(hasHan(y) || openingMarks.includes(y)))
    return /\d/.test(x) && /[\d年月日万元％%]/.test(y) ? 1 : 0;
  const met = neighbours.count(x, y);
  return met === 0 ? 0 : met < 3 ? 0.6 : met < 10 ? 1.2 : 2;
}

/** What the seam before a piece costs where two cells part at it. */
function partingCost(before: Piece, after: Piece, neighbours: Neighbours): number {
  if (!after.first) return after.split;
  if (beginsClosed(after.text)) return 6;
  if (openingMarks.includes(before.text.at(-1)!)) return 6;
  return (endsOpen(before.text) ? 2 : 0) + wordCost(before, after, neighbours);
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

function depthOf(text: string): number {
  let depth = 0;
  for (const character of text) {
    if (openingMarks.includes(character)) depth++;
    else if (closingMarks.includes(character)) depth--;
  }
  return depth;
}

/** Sums of the first so many terms, so that a stretch's sum is one subtraction. */
export function prefix(terms: readonly number[]): Float64Array {
  const sums = new Float64Array(terms.length + 1);
  terms.forEach((term, index) => {
    sums[index + 1] = sums[index]! + term;
  });
  return sums;
}

export class Facts {
  readonly pieces: readonly Piece[];
  /** Index of the first piece of each piece's line, and of the next line. */
  readonly lineStart: number[] = [];
  readonly nextLine: number[] = [];
  /** Cost of the parting before each piece. */
  readonly parting: readonly number[];
  readonly #widths: Float64Array;
  readonly #holding: Float64Array;
  readonly #depth: Float64Array;
  readonly #gapChanges: Float64Array;
  readonly #punctuation: Float64Array;
  readonly #kinds: readonly Kind[];
  readonly #endsClause: readonly boolean[];
  readonly #endsOpen: readonly boolean[];
  readonly #text: string;
  readonly #offsets: Float64Array;

  constructor(pieces: readonly Piece[], neighbours: Neighbours) {
    this.pieces = pieces;
    pieces.forEach(({ first }, index) =>
      this.lineStart.push(first || index === 0 ? index : this.lineStart[index - 1]!),
    );
    for (let index = pieces.length - 1; index >= 0; index--) {
      const next = pieces[index + 1];
      this.nextLine[index] = !next || next.first ? index + 1 : this.nextLine[index + 1]!;
    }
    this.#widths = prefix(pieces.map(({ width }) => width + 0.25));
    this.#endsClause = pieces.map(({ text }) => endsClause(text));
    this.#endsOpen = pieces.map(({ text }) => endsOpen(text));
    let listed = 0;
    this.#holding = prefix(
      pieces.map((piece, index) => {
        // 1. after 5.: another list, in another cell.
        const again = piece.label === 1 && listed > 1 ? 2 : 0;
        if (piece.label !== null) listed = piece.label;
        return index === 0 ? 0 : again + holdingCost(pieces[index - 1]!, piece, neighbours);
      }),
    );
    this.parting = pieces.map((piece, index) =>
      index === 0 ? 0 : partingCost(pieces[index - 1]!, piece, neighbours),
    );
    this.#depth = prefix(pieces.map(({ text }) => depthOf(text)));
    this.#gapChanges = prefix(this.#changes());
    this.#punctuation = prefix(pieces.map(({ text }) => (/[，。；：]/.test(text) ? 1 : 0)));
    this.#kinds = pieces.map(({ text }) => kindOf(text));
    this.#text = pieces.map(({ text }) => text).join('');
    this.#offsets = prefix(pieces.map(({ text }) => text.length));
  }

  #changes(): number[] {
    let gap: number | null = null;
    return this.pieces.map((piece, index) => {
      if (!piece.first || index === 0) return 0;
      const changed = gap !== null && gap > 0 !== piece.gap > 0;
      ({ gap } = piece);
      return changed ? gapWeight : 0;
    });
  }

  /** Ems of pieces of one line. */
  width(start: number, end: number): number {
    return this.#widths[end]! - this.#widths[start]! - 0.25;
  }

  /** What the seams of a cell cost; it only grows with `end`. */
  holding(start: number, end: number): number {
    return this.#holding[end]! - this.#holding[start + 1]!;
  }

  /** Cost of pieces `[start, end)` as one cell, its lines' widths not counted. */
  cell(start: number, end: number): number {
    let cost = this.holding(start, end);
    if (this.#depth[end] !== this.#depth[start]) cost += 3;
    if (this.#endsOpen[end - 1]) cost += 2;
    const second = this.nextLine[start]!;
    if (second < end) cost += this.#gapChanges[end]! - this.#gapChanges[second + 1]!;
    return cost;
  }

  kind(start: number, end: number): Kind {
    if (end - start === 1) return this.#kinds[start]!;
    const length = this.#offsets[end]! - this.#offsets[start]!;
    return length <= 12 && this.#punctuation[end] === this.#punctuation[start] ? 'word' : 'text';
  }

  /** The text of a short stretch; null for a long one. */
  word(start: number, end: number): string | null {
    const [from, to] = [this.#offsets[start]!, this.#offsets[end]!];
    return to - from <= longestWord ? this.#text.slice(from, to) : null;
  }

  /** A line that ends early at `stop`, and no sentence with it, does not go on in the same cell. */
  slack(start: number, stop: number, measure: number): number {
    if (this.#endsClause[stop - 1]) return 0;
    const after = this.pieces[stop]!;
    // A list inside a cell (raw sample 001: 1.初次违法 / 2.危害后果轻微).
    if (after.label !== null && after.label > 1) return 0.2;
    const slack = measure - this.width(start, stop) - after.head - tolerance;
    return slack <= 0 ? 0 : 0.8 + Math.min(slack, 6) * 0.5;
  }

  /** What a cell's last line costs: over the measure, or full, as only one in seven is. */
  lastLine(start: number, end: number, measure: number): number {
    const width = this.width(start, end);
    const full = width > measure - tolerance && !this.#endsClause[end - 1];
    return overCost(width, measure) + (full ? 2 : 0);
  }

  /** Cost of the lines of a cell whose measure is that of its own widest line. */
  ownMeasure(start: number, end: number): number {
    if (this.nextLine[start]! >= end) return 0;
    let measure = 0;
    for (let at = start; at < end; at = this.nextLine[at]!)
      measure = Math.max(measure, this.width(at, Math.min(this.nextLine[at]!, end)));
    let cost = 0;
    for (let at = start; ; at = this.nextLine[at]!) {
      if (this.nextLine[at]! >= end) return cost + this.lastLine(at, end, measure);
      cost += this.slack(at, this.nextLine[at]!, measure);
    }
  }
}

/** A line wider than its column's measure. */
export function overCost(width: number, measure: number): number {
  return width > measure + 0.75 ? 2 + (width - measure) : 0;
}
