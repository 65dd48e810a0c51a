/**
 * Where documents begin. A numbered document is found by the line that holds 发文字号 and 成文日期 under its title;
 * one without a number by the 目录, or by how such documents open (an order, a meeting report, a bulletin, a
 * statistics table, an explanatory note).
 */
import { dateSource, readDate } from '../../language/dates.ts';
import {
  documentNumberSource,
  readDocumentNumber,
  writeDocumentNumber,
} from '../../language/document-number.ts';
import { readLabel } from '../../language/labels.ts';
import { endsClause, endsSentence } from '../../language/sentences.ts';
import { foldLetters, similarity } from '../../language/text.ts';
import { beginsTitle, endsInForwarding, isOrgan } from '../../language/titles.ts';
import type { TocEntry } from '../../model/output.ts';
import type { Span } from '../../model/tree.ts';
import type { Line } from '../sources/line.ts';

export interface Opening {
  /** Index of the first title line. */
  first: number;
  /** Index of the first line after title, number and date. */
  body: number;
  titleLines: Line[];
  docNumber: string | null;
  docNumberSpan: Span | null;
  date: string | null;
  dateSpan: Span | null;
  /** 第8期 of a bulletin, as printed. */
  period: Span | null;
  form: 'numbered' | 'order' | 'meeting' | 'bulletin' | 'statistics' | 'note' | 'listed';
  /** Index into the 目录's entries. */
  toc: number | null;
}

const numberAndDate = new RegExp(`^(${documentNumberSource})\\s*((?:${dateSource})?)$`, 'u');
const orderNumber = /^第\s*[\d零〇一二三四五六七八九十百]{1,5}\s*号$/;
const bulletinPeriod = new RegExp(
  `^((?:(?:19|20)\\d{2}\\s*年?)?\\s*第\\s*\\d{1,3}\\s*期)\\s*((?:${dateSource})?)$`,
  'u',
);
const bulletinTitle = /^[^。，；：]{4,60}(简报|快报|专报|动态|信息|通讯|通报|月报|季报|要情)$/;
const chairedBy = /^[\p{Script=Han}\s]{2,12}主持$/u;
const meetingTitle =
  /^(?=.*会议?)(?=.*(召开|第\s*[\d一二三四五六七八九十百]+\s*次|会议$))[^。，；：]{6,80}$/;
const statisticsTitle =
  /^(?=.*(19|20)\d{2}\s*年)[^。，；：]{6,60}(主要指标|主要经济指标|统计公报|统计数据|运行情况)$/;
const noteTitle = /^关于[^。，；：]{4,60}(说明|启事|声明|更正)$/;
const listEnding = /^[（(](此件|本件|来源|供稿|联系人)|[）)]$/;

/** A line no title line can be: it ends a sentence, is a labelled item, a table row or a closing note. */
function breaksTitle(line: Line): boolean {
  if (line.tabbed || endsClause(line.text) || /[，、；]$/.test(line.text)) return true;
  if (/^[（(](此件|本件|来源)/.test(line.text) || /^附件\s*\d*\s*[:：]?/.test(line.text))
    return true;
  const label = readLabel(line.text);
  return label !== null && label.family !== 'e';
}

/**
 * Places that begin authorities' names in this text (景德镇市): the commonest starts of complete titles and of
 * the masthead, read from the text itself.
 */
export function learnPlaces(lines: Line[]): string[] {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const masthead = /^([\p{Script=Han}]{2,10}?[省市县区州盟])(?:人民政府|政府)公报$/u.exec(
      line.text.replace(/\s/g, ''),
    );
    const place =
      masthead?.[1] ??
      /^([\p{Script=Han}]{1,8}?[省市县区州盟])[\p{Script=Han}\s]{2,30}(?:关于|印发|转发)/u.exec(
        line.text,
      )?.[1];
    if (place !== undefined) counts.set(place, (counts.get(place) ?? 0) + (masthead ? 10 : 1));
  }
  return [...counts]
    .filter(([, count]) => count >= 2)
    .sort((a, b) => b[1] - a[1])
    .map(([place]) => place);
}

/** Joins title lines; the white space between them is dropped, as between Han characters. */
function joined(lines: Line[]): string {
  return lines.map(({ text }) => text).join('');
}

/** The title lines that end right before `anchor`, searched upward; empty where none is found. */
function titleAbove(lines: Line[], anchor: number, floor: number, places: string[]): Line[] {
  let top = anchor;
  while (top > floor && anchor - top < 9 && !breaksTitle(lines[top - 1]!)) top--;
  const begins = (index: number) => beginsTitle(joined(lines.slice(index, anchor)));
  const local = (index: number) =>
    places.some((place) => lines[index]!.text.startsWith(place)) ||
    lines[index]!.text.startsWith('中共');
  let first: number | null = null;
  for (let index = anchor - 1; index >= top && first === null; index--) {
    if (begins(index) && local(index)) first = index;
  }
  for (let index = top; index < anchor && first === null; index++) if (begins(index)) first = index;
  if (first === null) {
    for (let index = top; index < anchor && first === null; index++) {
      if (/^(关于|印发|转发)/.test(lines[index]!.text)) first = index;
    }
  }
  if (first === null) return lines.slice(Math.max(top, anchor - 3), anchor);
  // …转发 + 市医保局关于… is one title; so are the other authorities of a joint document above it.
  while (
    first > top &&
    (endsInForwarding(lines[first - 1]!.text) || isOrgan(lines[first - 1]!.text))
  ) {
    if (!local(first - 1) && !begins(first - 1)) break;
    first--;
  }
  return lines.slice(first, anchor);
}

function subSpan(line: Line, text: string): Span {
  const start = line.start + line.text.indexOf(text);
  return { start, end: start + text.length };
}

function numberedOpening(
  lines: Line[],
  index: number,
  floor: number,
  places: string[],
): Opening | null {
  const line = lines[index]!;
  if (line.tabbed || line.text.length > 60) return null;
  const match = numberAndDate.exec(line.text);
  const number = match && readDocumentNumber(match[1]!);
  if (!match || !number) return null;
  const printed = match[0].slice(match[1]!.length).trim();
  let dateSpan = printed === '' ? null : subSpan(line, printed);
  let date = printed === '' ? null : readDate(printed);
  let body = index + 1;
  const next = lines[index + 1];
  if (date === null && next && readDate(next.text) !== null) {
    date = readDate(next.text);
    dateSpan = { start: next.start, end: next.end };
    body++;
  }
  const titleLines = titleAbove(lines, index, floor, places);
  if (titleLines.length === 0) return null;
  return {
    first: titleLines[0]!.index,
    body,
    titleLines,
    docNumber: writeDocumentNumber(number),
    docNumberSpan: subSpan(line, match[1]!),
    date,
    dateSpan,
    period: null,
    form: 'numbered',
    toc: null,
  };
}

const plain = {
  docNumber: null,
  docNumberSpan: null,
  date: null,
  dateSpan: null,
  period: null,
  toc: null,
};

function orderOpening(lines: Line[], index: number): Opening | null {
  const line = lines[index]!;
  const next = lines[index + 1];
  if (!/令$/.test(line.text) || line.text.length > 40 || !isOrgan(line.text.replace(/令$/, '')))
    return null;
  if (!next || !orderNumber.test(next.text)) return null;
  return {
    ...plain,
    first: index,
    body: index + 2,
    titleLines: [line],
    docNumber: `${line.text.replace(/\s/g, '')}${next.text.replace(/\s/g, '')}`,
    docNumberSpan: { start: next.start, end: next.end },
    form: 'order',
  };
}

/** Lines `index…` whose joined text equals or closely resembles a title of the 目录. */
function listedTitle(lines: Line[], index: number, title: string): Line[] | null {
  const wanted = foldLetters(title);
  let text = '';
  for (let last = index; last < Math.min(index + 5, lines.length); last++) {
    const line = lines[last]!;
    if (line.tabbed) return null;
    text += foldLetters(line.text);
    if (text === wanted) return lines.slice(index, last + 1);
    if (text.length > wanted.length * 1.3) return null;
    if (text.length > wanted.length * 0.85 && similarity(text, wanted) > 0.92) {
      return lines.slice(index, last + 1);
    }
    if (!wanted.startsWith(text.slice(0, 4))) return null;
  }
  return null;
}

function bulletinParts(lines: Line[], at: number): Partial<Opening> & { body: number } {
  const line = lines[at];
  const match = line && bulletinPeriod.exec(line.text);
  if (!line || !match) return { body: at };
  const printed = match[0].slice(match[1]!.length).trim();
  return {
    body: at + 1,
    period: subSpan(line, match[1]!),
    date: printed === '' ? null : readDate(printed),
    dateSpan: printed === '' ? null : subSpan(line, printed),
    form: 'bulletin',
  };
}

function unnumberedOpening(lines: Line[], index: number, floor: number): Opening | null {
  const line = lines[index]!;
  if (line.tabbed || line.text.length > 90) return null;
  const before = lines[index - 1];
  const fresh =
    before === undefined ||
    index === floor ||
    line.pageStart ||
    endsSentence(before.text) ||
    listEnding.test(before.text);
  if (!fresh || readLabel(line.text)) return null;
  for (let count = 1; count <= 3; count++) {
    const titleLines = lines.slice(index, index + count);
    const after = lines[index + count];
    if (!after || titleLines.some((entry) => entry.tabbed || endsClause(entry.text))) return null;
    const title = joined(titleLines);
    const opening = { ...plain, first: index, body: index + count, titleLines };
    if (meetingTitle.test(title) && chairedBy.test(after.text))
      return { ...opening, form: 'meeting' };
    if (bulletinPeriod.test(after.text) && bulletinTitle.test(title)) {
      return { ...opening, form: 'bulletin', ...bulletinParts(lines, index + count) };
    }
    if (count === 1 && noteTitle.test(title)) return { ...opening, form: 'note' };
    if (count === 1 && after.tabbed && statisticsTitle.test(title.replace(/\s/g, ''))) {
      return { ...opening, form: 'statistics' };
    }
  }
  return null;
}

/**
 * All openings in reading order. `from` is the first line after the front matter; `toc` the entries of the
 * 目录, or empty.
 */
export function findOpenings(
  lines: Line[],
  from: number,
  toc: TocEntry[],
  places: string[],
): Opening[] {
  const openings: Opening[] = [];
  const unlisted = new Map<number, TocEntry>();
  toc.forEach((entry, index) => {
    if (entry.docNumber === null) unlisted.set(index, entry);
  });
  let floor = from;
  for (let index = from; index < lines.length; index++) {
    if (index < floor) continue;
    let opening = numberedOpening(lines, index, floor, places) ?? orderOpening(lines, index);
    if (!opening) {
      for (const [entryIndex, entry] of unlisted) {
        const titleLines = listedTitle(lines, index, entry.title);
        if (!titleLines) continue;
        const at = index + titleLines.length;
        opening = {
          ...plain,
          first: index,
          titleLines,
          form: 'listed',
          ...bulletinParts(lines, at),
          toc: entryIndex,
        };
        unlisted.delete(entryIndex);
        break;
      }
    }
    opening ??= unnumberedOpening(lines, index, floor);
    if (!opening) continue;
    openings.push(opening);
    floor = opening.body;
  }
  return openings;
}
