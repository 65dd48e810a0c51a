/** How often two characters stand side by side in a raw text: evidence that a word runs over a line break. */
export class Neighbours {
  readonly #counts = new Map<string, number>();
  constructor(raw: string) {
    for (let index = 0; index < raw.length - 1; index++) {
      const pair = raw.slice(index, index + 2);
      this.#counts.set(pair, (this.#counts.get(pair) ?? 0) + 1);
    }
  }

  /** Count for the last character of `before` and the first of `after`; line breaks themselves are not counted. */
  count(before: string, after: string): number {
    return this.#counts.get(before.slice(-1) + after.slice(0, 1)) ?? 0;
  }
}
