/**
 * Folding of text for phrase search: width, brackets, dashes, quotes, case and white space do not matter. Each
 * folded character knows where it came from, so that a match can be marked in the original.
 */
import { fold } from '../language/text.ts';

export interface Folded {
  text: string;
  /** `starts[i]` and `ends[i]` are the offsets in the source of what gave folded character `i`. */
  starts: number[];
  ends: number[];
}

const cache = new Map<string, string>();

/** What does not fold to itself: all but the characters most of a gazette consists of, and what bears combining marks. */
const changing = /[^]\p{M}+|[^\u4e00-\u9fff0-9a-z。、《》"%+=]/gu;

/** One character (with its combining marks) folded. Circled numbers stay: ①2020年 is not 12020年. */
function foldCharacter(character: string): string {
  let folded = cache.get(character);
  if (folded === undefined) {
    folded = /^[\u2460-\u24ff\u2776-\u2793\p{Cf}]/u.test(character)
      ? character.replace(/\p{Cf}/gu, '')
      : // (2020) and 〔2020〕 are one, also where only a part is typed; 7×24 is typed 7x24.
        fold(character).replace(/〔/g, '(').replace(/〕/g, ')').replace(/×/g, 'x');
    cache.set(character, folded);
  }
  return folded;
}

/** Folds a text and keeps the places. (2020)55号 and 〔2020〕55号 fold to the same. */
export function foldWithPlaces(source: string): Folded {
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of source.matchAll(/.\p{M}*/gsu)) {
    const folded = foldCharacter(match[0]);
    const end = match.index + match[0].length;
    if (folded === '-' && text.endsWith('-')) {
      ends[ends.length - 1] = end;
      continue;
    }
    text += folded;
    while (starts.length < text.length) {
      starts.push(match.index);
      ends.push(end);
    }
  }
  return { text, starts, ends };
}

/** The text of `foldWithPlaces`, in less time. */
export function foldPhrase(source: string): string {
  return source.replace(changing, foldCharacter).replace(/-+/g, '-');
}
