/**
 * Clean blocks as a gazette prints them and an export hands them over: hard-wrapped or cut by pages, with running
 * heads and page numbers between lines, titles over several lines, marks of either width.
 */
import { widthOf } from '../../src/gazette/sources/line.ts';
import type { Block } from './clean.ts';

export interface Printing {
  /** Ems of a line. */
  measure: number;
  /** Lines (or blocks of an OCR export) of a page. */
  page: number;
  /** What a page ends with. */
  furniture: 'none' | 'page number' | 'dashed number' | 'running head' | 'gazette name';
  /** Titles are printed over so many lines. */
  titleLines: number;
  /** Every so many pages one has half-width marks; 0 for none. */
  halfWidth: number;
  /** Items begin with `- `. */
  bullets: boolean;
  /** A table's header is printed again after so many rows. */
  tableRows: number;
}

/** A printed line and the number of the block it is of; furniture is of none. */
export interface PrintedLine {
  text: string;
  block: number | null;
  /** The lines before it end a page. */
  newPage?: true;
  /** It stands right under the line before, without a blank one between them. */
  close?: true;
}

const piece =
  /[（(《〈“‘〔【「『[]*(?:[\w.%％+/-]+|\s+|.)[，。；：、！？）》〉”’〕】」』％)\],;:]*/gu;

/** Breaks a paragraph into lines as they are set: no line begins with a closing mark, none ends with an opening one. */
export function wrap(text: string, measure: number, indent = 2): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [next] of text.matchAll(piece)) {
    const room = measure - (lines.length === 0 ? indent : 0);
    if (line.trim() !== '' && widthOf(line + next.trimEnd()) > room) {
      lines.push(line.trim());
      line = next.trimStart();
    } else line += next;
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
}

const halves: Record<string, string> = { '，': ',', '；': ';', '：': ':', '（': '(', '）': ')' };
const toHalfWidth = (text: string) => text.replace(/[，；：（）]/g, (mark) => halves[mark]!);

function pageFurniture({ furniture }: Printing, page: number): PrintedLine[] {
  const texts: Record<Printing['furniture'], string[]> = {
    none: [],
    'page number': [`${page}`],
    'dashed number': [`— ${page} —`],
    'running head': [page % 2 === 0 ? `${page} 市政府办公室文件` : `市政府办公室文件 ${page}`],
    'gazette name': [`云川市人民政府公报 2020年第3期 ${page}`],
  };
  return texts[furniture].map((text) => ({ text, block: null }));
}

/** A title's text over lines of about the same length. */
function titleLines(text: string, count: number): string[] {
  return wrap(text, Math.max(Math.ceil(widthOf(text) / count), 8), 0);
}

/** `pdf-text`: every printed line is a line; a page begins with a space. */
function toPdfLines(blocks: Block[], printing: Printing): PrintedLine[] {
  const lines: PrintedLine[] = [];
  let page = 1;
  let onPage = 0;
  blocks.forEach(({ kind, text }, block) => {
    // Titles and the line of number and date stand over the full page.
    const own =
      kind === 'title'
        ? titleLines(text, printing.titleLines)
        : block > 0 && blocks[block - 1]!.kind === 'title' && text.includes('〔')
          ? [text]
          : wrap(text, printing.measure);
    for (const line of own) {
      if (onPage++ < printing.page) {
        lines.push({ text: line, block });
        continue;
      }
      onPage = 1;
      lines.push(...pageFurniture(printing, ++page), { text: line, block, newPage: true });
    }
  });
  return lines;
}

/** `ocr-markdown`: a line is a paragraph but where a page cuts it. */
function toOcrLines(blocks: Block[], printing: Printing): PrintedLine[] {
  const lines: PrintedLine[] = [];
  let page = 1;
  let onPage = 0;
  let header: string | null = null;
  let rows = 0;
  blocks.forEach(({ kind, text }, block) => {
    const half = printing.halfWidth > 0 && page % printing.halfWidth === 0;
    const put = (line: string, more: Partial<PrintedLine> = {}) =>
      lines.push({ text: half ? toHalfWidth(line) : line, block, ...more });
    if (kind === 'row') {
      header ??= text;
      const repeat = rows > 0 && rows % printing.tableRows === 0;
      if (repeat) lines.push({ text: header, block: null, newPage: true });
      put(text, rows > 0 ? { close: true } : {});
      rows++;
      return;
    }
    [header, rows] = [null, 0];
    onPage += widthOf(text) / printing.measure + 1;
    if (kind === 'title') {
      for (const line of titleLines(text, printing.titleLines)) put(line);
      return;
    }
    const printed = wrap(text, printing.measure);
    const cut =
      onPage > printing.page ? printed.slice(0, Math.max(1, printed.length >> 1)) : printed;
    const whole = printing.bullets && kind === 'item' ? `- ${text}` : text;
    if (cut.length === printed.length) put(whole);
    else {
      // The page ends in the middle of the paragraph, at a full line.
      const end = cut.reduce((at, line) => text.indexOf(line, at) + line.length, 0);
      put(whole.slice(0, end + whole.length - text.length));
      lines.push(...pageFurniture(printing, ++page));
      put(text.slice(end).trim(), { newPage: true });
      onPage = 0;
    }
  });
  return lines;
}

export interface PrintedText {
  raw: string;
  /** UTF-16 offset of the first line of each block. */
  starts: number[];
}

/** The raw text, and where each block begins in it. */
export function print(
  blocks: Block[],
  format: 'pdf-text' | 'ocr-markdown',
  printing: Printing,
): PrintedText {
  const lines = format === 'pdf-text' ? toPdfLines(blocks, printing) : toOcrLines(blocks, printing);
  const starts: number[] = [];
  let raw = '';
  for (const { text, block, newPage, close } of lines) {
    if (raw !== '') raw += close ? '\n' : newPage || block === null ? '\n\n\n' : '\n\n';
    if (newPage && format === 'pdf-text') raw += ' ';
    if (block !== null) starts[block] ??= raw.length;
    raw += text;
  }
  return { raw: `${raw}\n`, starts };
}
