/** Exact check of a phrase in a text. */
import type { Folded } from './fold.ts';
import { isWhole } from './numbers.ts';

/** A half-open range of UTF-16 offsets in the source text. */
export interface Mark {
  start: number;
  end: number;
}

/** Where the folded phrase stands in the text, on whole numbers and words; ranges in the source text. */
export function findPhrase({ text, starts, ends }: Folded, phrase: string): Mark[] {
  return [...places(text, phrase)].map((at) => ({
    start: starts[at]!,
    end: ends[at + phrase.length - 1]!,
  }));
}

/** Whether the folded phrase stands in the folded text, on whole numbers and words. */
export function holdsPhrase(text: string, phrase: string): boolean {
  return places(text, phrase).next().done === false;
}

function* places(text: string, phrase: string): Generator<number> {
  if (phrase === '') return;
  for (let at = text.indexOf(phrase); at !== -1;) {
    const end = at + phrase.length;
    const whole = isWhole(text, at, end);
    if (whole) yield at;
    at = text.indexOf(phrase, whole ? end : at + 1);
  }
}

/** Ranges in order; those that overlap are made one, and those that touch where neighbours are not `apart`. */
export function mergeMarks(marks: Mark[], apart = false): Mark[] {
  const merged: Mark[] = [];
  for (const mark of marks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && (apart ? mark.start < last.end : mark.start <= last.end))
      last.end = Math.max(last.end, mark.end);
    else merged.push({ ...mark });
  }
  return merged;
}
