/** What people type, in one form for reading: widths, brackets, dashes and case do not matter, white space is one space. */
import { displayText, fold } from '../language/text.ts';

/** Longest input that is read, in characters. */
export const longestInput = 300;

/**
 * One form of an input. As `fold`, but white space stays as one space, because it parts what was typed
 * (景府办字2020-55 13条), and ① stays, because it is a label and not the number 1.
 */
export function normaliseTyped(input: string): string {
  return displayText(cut(input))
    .split(/(\s+|[①-⑳])/u)
    .map((piece, at) => (at % 2 === 0 ? fold(piece) : piece.trim() === '' ? ' ' : piece))
    .join('')
    .trim();
}

/** The part of an input that is read, without invisible characters. */
export function cut(input: string): string {
  const text = input.slice(0, 2 * longestInput).toWellFormed();
  return [...text]
    .slice(0, longestInput)
    .join('')
    .replace(/[\p{Cf}\p{Cc}]+/gu, ' ')
    .trim();
}

/** Characters of a numeral, for a character class. */
export const numeral = '零〇○一二两三四五六七八九十百千\\d';

/** Stands where a part that was read has been taken out; never typed, since `cut` drops it. */
export const gap = '\u0001';
