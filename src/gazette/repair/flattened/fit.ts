/**
 * How well stretches of a chunk's pieces fit one column as cells: the widths of their lines, their characters, their first
 * one, their kind, and whether another cell holds the same. In nats; what `facts.ts` counts is not in it.
 */
import { kinds, type Column, type Counts, type Kind } from './columns.ts';
import { overCost, prefix, type Facts } from './facts.ts';

/** Weights of the evidence beside that of lines and marks. */
const weights = { characters: 0.3, start: 0.5, same: 1.5 };
/** Nats that strange characters may count, however many there are. */
const mostStrange = 5;

export class Fit {
  readonly #facts: Facts;
  readonly #column: Column;
  readonly #characters: Float64Array;
  readonly #starts: number[];
  readonly #kinds: ReadonlyMap<Kind, number>;
  /** Widths of whole lines over the column's bound; null where none is known. */
  readonly #over: Float64Array | null;
  /** Slack before each line; null where no measure is known. */
  readonly #slack: Float64Array | null;

  constructor(facts: Facts, column: Column, table: Counts<number>) {
    this.#facts = facts;
    this.#column = column;
    const { pieces } = facts;
    this.#characters = prefix(pieces.map(({ text }) => column.charactersCost(text, table)));
    this.#starts = pieces.map(({ text }) => column.startCost(text, table));
    this.#kinds = new Map(kinds.map((kind) => [kind, column.kindCost(kind)]));
    const { lineStart, nextLine } = facts;
    const { measure, bound } = column;
    this.#over =
      bound === null
        ? null
        : prefix(
            pieces.map((_, index) =>
              nextLine[index] === index + 1
                ? overCost(facts.width(lineStart[index]!, index + 1), bound)
                : 0,
            ),
          );
    this.#slack =
      measure === null
        ? null
        : prefix(
            pieces.map(({ first }, index) =>
              first && index > 0 ? facts.slack(lineStart[index - 1]!, index, measure) : 0,
            ),
          );
  }

  cell(start: number, end: number): number {
    const strange = weights.characters * (this.#characters[end]! - this.#characters[start]!);
    const word = this.#facts.word(start, end);
    return (
      this.#lineCost(start, end) +
      Math.min(mostStrange, strange) +
      weights.start * this.#starts[start]! +
      this.#kinds.get(this.#facts.kind(start, end))! -
      (word !== null && this.#column.holds(word) ? weights.same : 0)
    );
  }

  #lineCost(start: number, end: number): number {
    const { bound, measure } = this.#column;
    if (!this.#over || bound === null) return 0;
    const facts = this.#facts;
    const last = (from: number) =>
      measure === null
        ? overCost(facts.width(from, end), bound)
        : facts.lastLine(from, end, measure);
    const second = facts.nextLine[start]!;
    if (second >= end) return last(start);
    // The first line may begin in mid-line; so may the last one end there.
    const lastStart = facts.lineStart[end - 1]!;
    const lines =
      overCost(facts.width(start, second), bound) +
      (this.#over[lastStart]! - this.#over[second]!) +
      last(lastStart);
    if (!this.#slack || measure === null) return lines;
    return (
      lines + facts.slack(start, second, measure) + this.#slack[end]! - this.#slack[second + 1]!
    );
  }
}
