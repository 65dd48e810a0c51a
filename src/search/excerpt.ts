/** A short passage of a clause around its marks. */
import { mergeMarks, type Mark } from './match.ts';

export interface Passage {
  text: string;
  marked: boolean;
}

/** So few characters are shown rather than left out. */
const smallGap = 8;

/**
 * The clause, or where it is long the passages around its marks; marks are never cut. Begins at the start of a
 * sentence where one is near.
 */
export function excerpt(text: string, marks: Mark[], length = 120): Passage[] {
  const merged = mergeMarks(marks);
  const windows =
    text.length <= length ? [{ start: 0, end: text.length }] : around(text, merged, length);
  const passages: Passage[] = [];
  let end = 0;
  for (const window of windows) {
    if (window.start > end || (passages.length === 0 && window.start > 0))
      add(passages, '…', false);
    let at = window.start;
    for (const mark of merged) {
      if (mark.start < at || mark.end > window.end) continue;
      add(passages, text.slice(at, mark.start), false);
      add(passages, text.slice(mark.start, mark.end), true);
      at = mark.end;
    }
    add(passages, text.slice(at, window.end), false);
    end = window.end;
  }
  if (end < text.length) add(passages, '…', false);
  return passages;
}

/** Windows of the text that hold the first marks, at most `length` characters where the marks allow it. */
function around(text: string, marks: Mark[], length: number): Mark[] {
  if (marks.length === 0) return [{ start: 0, end: safeEnd(text, length) }];
  const chosen: Mark[] = [];
  let budget = length;
  for (const mark of marks) {
    const last = chosen.at(-1);
    const near = last && mark.start - last.end < length / 3;
    const cost = mark.end - (near ? last.end : mark.start);
    if (chosen.length > 0 && cost > budget - 20) break;
    if (near) last.end = mark.end;
    else chosen.push({ ...mark });
    budget -= cost;
  }
  const spare = Math.max(12, Math.floor(budget / chosen.length));
  const windows = chosen.map((mark) => {
    const start = sentenceStart(text, mark.start, Math.floor(spare * 0.4));
    const rest = spare - (mark.start - start);
    return { start, end: safeEnd(text, mark.end + Math.max(8, rest)) };
  });
  const wide = windows.map((window, index) => {
    const next = windows[index + 1];
    return next && next.start - window.end <= smallGap ? { ...window, end: next.start } : window;
  });
  return mergeMarks(wide).map((window) => withoutHalfMarks(window, marks));
}

/** A mark that the edge of a window would cut stays outside. */
function withoutHalfMarks(window: Mark, marks: Mark[]): Mark {
  const { start, end } = window;
  const cutAtStart = marks.find((mark) => mark.start < start && mark.end > start);
  const cutAtEnd = marks.find((mark) => mark.start < end && mark.end > end);
  return { start: cutAtStart?.end ?? start, end: cutAtEnd?.start ?? end };
}

/** Start of the sentence part before `at` if it is at most `reach` away, else `reach` characters before. */
function sentenceStart(text: string, at: number, reach: number): number {
  const from = Math.max(0, at - reach);
  if (from <= smallGap) return 0;
  const mark = /[。；！？，：][^。；！？，：]*$/u.exec(text.slice(from, at));
  const start = mark ? from + mark.index + 1 : from;
  return /[\udc00-\udfff]/.test(text[start] ?? '') ? start - 1 : start;
}

function safeEnd(text: string, end: number): number {
  if (end >= text.length) return text.length;
  return /[\ud800-\udbff]/.test(text[end - 1]!) ? end - 1 : end;
}

function add(passages: Passage[], text: string, marked: boolean): void {
  if (text === '') return;
  const last = passages.at(-1);
  if (last && !last.marked && !marked) last.text += text;
  else passages.push({ text, marked });
}
