/** The labelled lines around a labelled one, where a line is a paragraph: what they are, it is likely to be too. */
import { readLabel, type Label } from '../../language/labels.ts';
import { endsClause, endsOpen, endsSentence } from '../../language/sentences.ts';
import type { Line } from '../sources/line.ts';

/** Lines within which a label's neighbours are looked for. */
const reach = 30;

export class LabelledLines {
  readonly #lines: readonly Line[];
  readonly #measure: number;

  constructor(lines: readonly Line[], measure: number) {
    this.#lines = lines;
    this.#measure = measure;
  }

  /**
   * Whether the lines labelled one number less and one more end as sentences do: then the line itself is a sentence
   * too, and a heading where they do not. Null where there are none.
   *
   * @param index of the labelled line.
   */
  areSentences(label: Label, index: number): boolean | null {
    const ends = this.#siblings(label, index).flatMap((at) => {
      const { text } = this.#lines[at]!;
      // A sibling that a page cut after a comma is a sentence too.
      const whole = endsClause(text) || endsOpen(text);
      // On a page printed line by line the sentence goes on below.
      return !whole && this.#lines[at + 1]?.gap === 0 ? [] : [whole];
    });
    return ends.length === 0 ? null : ends.includes(true);
  }

  /**
   * （一）营造防控氛围，提高群众知晓率。 above the text, as its sibling is: whether the line is a heading that ends in a
   * full stop (raw sample 003, line 902).
   */
  areShort(label: Label | null, index: number): boolean {
    const isShort = (at: number) =>
      endsSentence(this.#lines[at]!.text) && this.#lines[at]!.width < this.#measure * 1.6;
    return label !== null && isShort(index) && this.#siblings(label, index).some(isShort);
  }

  /** Indices of the nearest lines whose labels have one number less and one more. */
  #siblings(label: Label, index: number): number[] {
    return ([-1, 1] as const).flatMap((step) => {
      for (let at = index + step; Math.abs(at - index) <= reach; at += step) {
        const line = this.#lines[at];
        const other = line && readLabel(line.text);
        if (other?.family === label.family)
          return other.number[0] === label.number[0]! + step ? [at] : [];
      }
      return [];
    });
  }
}
