/** One printed line of a source, the first form the raw text takes. */
import type { Span } from '../../model/tree.ts';

export interface Line extends Span {
  /** Place in the list of lines. */
  index: number;
  /** 1-based line number in the raw text. */
  number: number;
  /** `raw.slice(start, end)`: without outer white space and without what `marks` covers. */
  text: string;
  /** Blank raw lines before it. */
  gap: number;
  /** The source says that a page (or column) begins here. */
  pageStart: boolean;
  /** Width in ems: 1 for Han and full-width marks, about ½ for Latin letters, digits and quotes. */
  width: number;
  /** The line holds tab-separated cells. */
  tabbed: boolean;
  /** Characters of the line that are the export's, not the gazette's (list markers, autolink brackets). */
  marks: (Span & { reason: 'list marker' | 'markup' })[];
  /** The line is a list item of the export (`- `). */
  listItem: boolean;
}

// Half-width , ; : ( ) ? ! stand for full-width ones in OCR text; the printed line had the room of those.
const narrow = /["-'*+\--9<->@-\u02ff“”‘’·—…]/;
/** Ems of the characters up to U+02FF; above them all are 1 but the narrow marks. */
const lowWidths = Float32Array.from({ length: 0x300 }, (_, code) =>
  /\s/.test(String.fromCharCode(code)) ? 0 : narrow.test(String.fromCharCode(code)) ? 0.5 : 1,
);
const spaceInHan = /(?<=\p{Script=Han})[ \u3000](?=\p{Script=Han})/gu;
const spaceBesideLatin = /(?<=\p{Script=Han}) (?=[\w])|(?<=[\w%％]) (?=\p{Script=Han})/gu;

// A full-width mark beside another one takes half an em (标点挤压); quotes count half as they are.
const squeezed =
  /[，。；：、！？）》〉〕】」』](?=[，。；：、！？）》〉〕】」』（《〈〔【「『“”])|[（《〈〔【「『](?=[（《〈〔【「『])/g;
const labelSpace =
  /^第[\p{Script=Han}\d]{1,8}[条章节编](?:之[一二三四五六七八九十]{1,2})?[ \u3000]+(?=(\S))/u;

/**
 * Width of a printed line in ems. Spaces that a PDF text layer puts between Han and Latin count a quarter
 * (raw sample 001: with these weights the full lines of a column differ by less than half an em), a space
 * between Han characters (王 耀同志) or after an article's label one em, unless the whole line is letter-spaced.
 */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < lowWidths.length) width += lowWidths[code]!;
    else if (code > 0x3000 && code < 0xfe00) width++;
    else if (!/\s/.test(character)) width += narrow.test(character) ? 0.5 : 1;
  }
  width -= (text.match(squeezed)?.length ?? 0) * 0.5;
  if (!/\s/.test(text)) return width;
  width += (text.match(spaceBesideLatin)?.length ?? 0) * 0.25;
  const afterLabel = labelSpace.exec(text)?.[1];
  if (afterLabel !== undefined && !/\p{Script=Han}/u.test(afterLabel)) {
    width += /\w/.test(afterLabel) ? 0.75 : 1;
  }
  const spaces = text.match(spaceInHan)?.length ?? 0;
  if (spaces <= 2) width += spaces;
  return width;
}

/** The raw lines that hold anything, with their offsets; line ends may be \n, \r\n or \r. */
export function splitLines(raw: string): Line[] {
  const lines: Line[] = [];
  const pattern = /[^\r\n]*(?:\r\n|\r|\n|$)/g;
  let number = 0;
  let gap = 0;
  let offset = 0;
  while (offset < raw.length) {
    pattern.lastIndex = offset;
    const whole = pattern.exec(raw)![0];
    if (whole === '') break;
    number++;
    const content = whole.replace(/[\r\n]+$/, '');
    const start = offset + content.length - content.replace(/^[\s\ufeff]+/, '').length;
    const text = content.replace(/^[\s\ufeff]+/, '').trimEnd();
    offset += whole.length;
    if (text === '') {
      gap++;
      continue;
    }
    lines.push({
      index: lines.length,
      number,
      start,
      end: start + text.length,
      text,
      gap,
      pageStart: false,
      width: widthOf(text),
      tabbed: false,
      marks: [],
      listItem: false,
    });
    gap = 0;
  }
  return lines;
}

/** The line's spans without the export's own characters. */
export function contentSpans(line: Line): Span[] {
  const spans: Span[] = [];
  let start = line.start;
  for (const mark of [...line.marks].sort((a, b) => a.start - b.start)) {
    if (mark.end <= line.start) continue;
    if (mark.start > start) spans.push({ start, end: mark.start });
    start = Math.max(start, mark.end);
  }
  if (start < line.end) spans.push({ start, end: line.end });
  return spans;
}
