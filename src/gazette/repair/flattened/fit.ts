/**
 * How well stretches of a chunk's pieces fit one column as cells: the widths of their lines, their characters, their first
 * one, their kind, and whether another cell holds the same. In nats; what `facts.ts` counts is not in it.
 */
import type { Column, Counts } from './columns.ts';
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
  /** Slack before each line, and widths over the measure of whole lines; null where no measure is known. */
  readonly #lines: { slack: Float64Array; over: Float64Array; measure: number } | null;

  constructor(facts: Facts, column: Column, table: Counts<number>) {
    this.#facts = facts;
    this.#column = column;
    const { pieces } = facts;
    this.#characters = prefix(pieces.map(({ text }) => column.charactersCost(text, table)));
    this.#starts = pieces.map(({ text }) => column.startCost(text, table));
    const { measure } = column;
    this.#lines = measure === null ? null : { ...this.#measureLines(measure), measure };
  }

  #measureLines(measure: number): { slack: Float64Array; over: Float64Array } {
    const { pieces, lineStart, nextLine } = this.#facts;
    return {
      slack: prefix(
        pieces.map(({ first }, index) =>
          first && index > 0 ? this.#facts.slack(lineStart[index - 1]!, index, measure) : 0,
        ),
      ),
      over: prefix(
        pieces.map((_, index) =>
          nextLine[index] === index + 1
            ? overCost(this.#facts.width(lineStart[index]!, index + 1), measure)
            : 0,
        ),
      ),
    };
  }

  cell(start: number, end: number): number {
    const strange = weights.characters * (this.#characters[end]! - this.#characters[start]!);
    const word = this.#facts.word(start, end);
    return (
      this.#lineCost(start, end) +
      Math.min(mostStrange, strange) +
      weights.start * this.#starts[start]! +
      this.#column.kindCost(this.#facts.kind(start, end)) -
      (word !== null && this.#column.holds(word) ? weights.same : 0)
    );
  }

  #lineCost(start: number, end: number): number {
    if (!this.#lines) return 0;
    const { slack, over, measure } = this.#lines;
    const second = this.#facts.nextLine[start]!;
    if (second >= end) return this.#facts.lastLine(start, end, measure);
    // The first line may begin in mid-line; so may the last one end there.
    const lastStart = this.#facts.lineStart[end - 1]!;
    return (
      this.#facts.slack(start, second, measure) +
      overCost(this.#facts.width(start, second), measure) +
      (slack[end]! - slack[second + 1]!) +
      (over[lastStart]! - over[second]!) +
      this.#facts.lastLine(lastStart, end, measure)
    );
  }
}
