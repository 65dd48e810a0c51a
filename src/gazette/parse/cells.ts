/** One tab-separated line → cells. A cell may hold `<p>` paragraphs; the tags are the export's, not the gazette's. */
import { load } from 'cheerio';
import type { Span } from '../../model/tree.ts';
import type { Line } from '../sources/line.ts';

export interface RawCell {
  /** Raw spans of the cell's paragraphs; empty for a blank cell. */
  paragraphs: Span[];
}

function trimmed(raw: string, start: number, end: number): Span[] {
  while (start < end && /\s/.test(raw[start]!)) start++;
  while (end > start && /\s/.test(raw[end - 1]!)) end--;
  return end > start ? [{ start, end }] : [];
}

/** Splits a cell that holds markup into text spans and tag spans, with the offsets cheerio reports. */
function readMarkup(raw: string, start: number, end: number): { paragraphs: Span[]; tags: Span[] } {
  const $ = load(raw.slice(start, end), { sourceCodeLocationInfo: true }, false);
  const paragraphs: Span[] = [];
  let covered = start;
  const tags: Span[] = [];
  $.root()
    .find('*')
    .addBack()
    .contents()
    .each((_, node) => {
      const place = node.sourceCodeLocation;
      if (node.type !== 'text' || !place) return;
      const [span] = trimmed(raw, start + place.startOffset, start + place.endOffset);
      if (span) paragraphs.push(span);
    });
  paragraphs.sort((a, b) => a.start - b.start);
  for (const { start: from, end: to } of [...paragraphs, { start: end, end }]) {
    tags.push(...trimmed(raw, covered, from));
    covered = to;
  }
  return { paragraphs, tags };
}

/** The cells of one table line, and the spans of the tags in them. */
export function readCells(raw: string, line: Line): { cells: RawCell[]; tags: Span[] } {
  const cells: RawCell[] = [];
  const tags: Span[] = [];
  let start = line.start;
  for (let index = line.start; index <= line.end; index++) {
    if (index < line.end && raw[index] !== '\t') continue;
    if (/<\/?[a-z][^<>]*>/i.test(raw.slice(start, index))) {
      const markup = readMarkup(raw, start, index);
      cells.push({ paragraphs: markup.paragraphs });
      tags.push(...markup.tags);
    } else {
      cells.push({ paragraphs: trimmed(raw, start, index) });
    }
    start = index + 1;
  }
  return { cells, tags };
}
