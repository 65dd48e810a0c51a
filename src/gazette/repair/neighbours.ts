/** How often two characters stand side by side in a raw text: evidence that a word runs over a line break. */
export class Neighbours {
  /** The two UTF-16 units of a pair, as one number. */
  readonly #counts = new Map<number, number>();

  constructor(raw: string) {
    let last = raw.charCodeAt(0);
    for (let index = 1; index < raw.length; index++) {
      const unit = raw.charCodeAt(index);
      const pair = (last << 16) | unit;
      this.#counts.set(pair, (this.#counts.get(pair) ?? 0) + 1);
      last = unit;
    }
  }

  /** Count for the last character of `before` and the first of `after`; line breaks themselves are not counted. */
  count(before: string, after: string): number {
    if (before === '' || after === '') return 0;
    return (
      this.#counts.get((before.charCodeAt(before.length - 1) << 16) | after.charCodeAt(0)) ?? 0
    );
  }
}
