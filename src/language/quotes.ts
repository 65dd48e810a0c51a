/** Quotation marks printed in the wrong direction: ”甲“, “甲“, ”甲”. */
import type { UnpairedMark } from './sentences.ts';

/** A quotation of the usual length; marks further apart are two mistakes and no quotation. */
const reach = 40;
// One quotation, or several with a mark between, which then looks quoted itself: ”甲“，”乙“.
const quotation = new RegExp(
  `^[^“”。]{1,${reach}}(?:“[^“”\\p{L}]{1,2}”[^“”。]{1,${reach}})*$`,
  'u',
);

/** UTF-16 offsets of a quotation, its marks included. */
export interface ReversedQuote {
  start: number;
  end: number;
}

const isQuote = (mark: string) => /[“”]/.test(mark);

/**
 * Quotations of whose marks one or both point the wrong way; several in a row are one.
 *
 * @param unpaired marks of the text without their pair (`unpairedMarks`), in order.
 */
export function reversedQuotes(text: string, unpaired: readonly UnpairedMark[]): ReversedQuote[] {
  const quotes = unpaired.filter(({ mark }) => isQuote(mark));
  const found: ReversedQuote[] = [];
  for (let at = 0; at + 1 < quotes.length; at++) {
    const first = quotes[at]!;
    const second = quotes[at + 1]!;
    const between = text.slice(first.index + 1, second.index);
    if (between.length > 2 * reach || !quotation.test(between)) continue;
    found.push({ start: first.index, end: second.index + 1 });
    at++;
  }
  return found;
}
