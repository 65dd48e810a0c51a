/** The line under (or over) a title that holds 发文字号, mostly with 成文日期 beside it. */
import { readDate } from '../../language/dates.ts';
import {
  documentNumberSource,
  readDocumentNumber,
  writeDocumentNumber,
} from '../../language/document-number.ts';
import type { Span } from '../../model/tree.ts';
import type { Line } from '../sources/line.ts';

export interface NumberLine {
  docNumber: string;
  docNumberSpan: Span;
  date: string | null;
  dateSpan: Span | null;
}

const number = new RegExp(documentNumberSource, 'u');
const numberAtEnd = new RegExp(`${documentNumberSource}\\s*[）)]?$`, 'u');
const longest = 60;

/** A date on a line of its own, brackets around it allowed. */
export function readDateLine(text: string): string | null {
  return text.length > longest ? null : readDate(text.replace(/^[（(]\s*|\s*[)）]$/g, ''));
}

/** A date on the line at `index`, with the line's span; null where the line is anything else. */
export function readDateAt(lines: Line[], index: number): { date: string; dateSpan: Span } | null {
  const line = lines[index];
  const date = line && !line.tabbed ? readDateLine(line.text) : null;
  return line && date !== null ? { date, dateSpan: { start: line.start, end: line.end } } : null;
}

/** The text ends in a 发文字号. */
export function endsInNumber(text: string): boolean {
  return numberAtEnd.test(text.replace(/\s/g, ''));
}

function spanIn(line: Line, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(line.text[start]!)) start++;
  while (end > start && /\s/.test(line.text[end - 1]!)) end--;
  return { start: line.start + start, end: line.start + end };
}

/**
 * Reads a line that holds a 发文字号 and nothing else but a date: before it or after it, in brackets or not. Null
 * for any other line.
 */
export function readNumberLine(line: Line): NumberLine | null {
  if (line.tabbed || line.text.length > longest || !line.text.includes('号')) return null;
  // 宜建（规）字〔2020〕7号 has brackets of its own; those around the whole line go.
  const { text } = line;
  const whole = /^[（(](.*)[)）]$/.exec(text);
  const inner =
    whole && !/^[^（(]*[)）]/.test(whole[1]!) ? { text: whole[1]!, at: 1 } : { text, at: 0 };
  // 日 could be read as the first character of the number's 代字.
  const skip = /^[^年]{4}\s*年.{2,9}?日\s*/u.exec(inner.text)?.[0].length ?? 0;
  const match = number.exec(inner.text.slice(skip));
  const read = match && readDocumentNumber(match[0]);
  if (!match || !read) return null;
  const before = inner.text.slice(0, skip + match.index);
  const after = inner.text.slice(skip + match.index + match[0].length);
  const rest = `${before} ${after}`.trim();
  const date = rest === '' ? null : readDateLine(rest);
  if (rest !== '' && date === null) return null;
  // Brackets around the line belong to the spans beside them: every character has its place.
  const first = inner.at + skip + match.index;
  const last = first + match[0].length;
  const dateFirst = date !== null && after.trim() === '';
  const [numberFrom, numberTo] =
    date === null ? [0, text.length] : dateFirst ? [first, text.length] : [0, last];
  return {
    docNumber: writeDocumentNumber(read),
    docNumberSpan: spanIn(line, numberFrom, numberTo),
    date,
    dateSpan:
      date === null ? null : dateFirst ? spanIn(line, 0, first) : spanIn(line, last, text.length),
  };
}
