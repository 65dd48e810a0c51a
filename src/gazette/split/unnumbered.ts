/**
 * Documents without 发文字号 where no 目录 names them: by how such documents open. Every form wants a fresh line (the
 * text before it is at its end) and is closed at both ends, so that a sentence is not taken for a title.
 */
import { readDate } from '../../language/dates.ts';
import { readLabel } from '../../language/labels.ts';
import { endsClause, endsSentence } from '../../language/sentences.ts';
import { isChair } from '../../language/standing-forms.ts';
import { foldLetters } from '../../language/text.ts';
import { isOrgan } from '../../language/titles.ts';
import type { Span } from '../../model/tree.ts';
import type { Line } from '../sources/line.ts';
import { readDateAt, readDateLine } from './number-line.ts';
import { standsAlone } from './standing-lines.ts';
import { endsAsRow, isHeaderRow } from './table-header.ts';
import { breaksTitle, joined, titleBelow } from './title-lines.ts';

export type UnnumberedForm = 'meeting' | 'bulletin' | 'statistics' | 'note' | 'plain';

export interface Unnumbered {
  form: UnnumberedForm;
  titleLines: Line[];
  /** Index of the first line after title, number and date. */
  body: number;
  period: Span | null;
  date: string | null;
  dateSpan: Span | null;
}

const bulletinPeriod = /^((?:(?:19|20)\d{2}\s*年?)?\s*第\s*\d{1,3}\s*期)\s*(\S.*)?$/u;
const bulletinTitle = /^[^。，；：]{4,60}(简报|快报|专报|动态|信息|通讯|通报|月报|季报|要情)$/;
const meetingTitle =
  /^(?=.*会议?)(?=.*(召开|第\s*[\d一二三四五六七八九十百]+\s*次|会议$))[^。，；：《]{6,80}$/;
const statisticsTitle =
  /^(?=.*(19|20)\d{2}\s*年)[^。，；：]{6,60}(主要指标|主要经济指标|统计数据|运行情况)$/;
const noteTitle = /^关于[^。，；：]{4,60}(说明|启事|声明|更正)$/;
const closedTitles = [
  /^[^。，；：《]{2,40}大事记$/,
  /^《[^》]{4,80}》(政策)?解读(之[一二三四五六七八九十]+)?$/,
  /^[^。，；：《]{4,50}统计公报$/,
  /^在[^。，；：《]{4,50}(会议|大会|座谈会|会)上的(讲话|报告|致辞)$/,
  /^政府工作报告$/,
];

/** A line of so few ems is a paragraph's last one, or one of a list. */
const shortLine = 14;

/** The text before the line is at its end, or a page begins. */
function isFresh(lines: Line[], index: number, floor: number): boolean {
  const before = lines[index - 1];
  if (before === undefined || index === floor || lines[index]!.pageStart || before.tabbed)
    return true;
  return (
    before.width <= shortLine ||
    endsSentence(before.text) ||
    standsAlone(before.text) ||
    /[)）\d%％]$/.test(before.text) ||
    readDate(before.text) !== null ||
    isOrgan(before.text)
  );
}

/** Period and date of a bulletin: 2022年第8期 2022年10月10日. */
export function bulletinLine(
  line: Line | undefined,
): Pick<Unnumbered, 'period' | 'date' | 'dateSpan'> | null {
  const match = line && !line.tabbed ? bulletinPeriod.exec(line.text) : null;
  if (!line || !match) return null;
  const printed = match[2]?.trim();
  const date = printed === undefined ? null : readDateLine(printed);
  if (printed !== undefined && date === null) return null;
  const split = line.start + match[1]!.length;
  return {
    period: { start: line.start, end: split },
    date,
    dateSpan: printed === undefined ? null : { start: line.end - printed.length, end: line.end },
  };
}

const nothing = { period: null, date: null, dateSpan: null };

/**
 * Reads an unnumbered opening at `index`, or null.
 *
 * @param floor index of the first line after the opening before it.
 * @param carried gives the folded titles of texts that the document before carries: they open no document of their own.
 */
export function readUnnumbered(
  lines: Line[],
  index: number,
  floor: number,
  carried: () => ReadonlySet<string>,
): Unnumbered | null {
  const line = lines[index]!;
  if (line.text.length > 90 || /^[（(]/.test(line.text) || line.text.length < 3) return null;
  if (breaksTitle(line) || readLabel(line.text)) return null;
  if (!isFresh(lines, index, floor) || /^附\s*件/.test(lines[index - 1]?.text ?? '')) return null;
  for (let count = 1; count <= 3; count++) {
    const titleLines = lines.slice(index, index + count);
    const after = lines[index + count];
    if (!after || titleLines.some((own) => breaksTitle(own) || readDateLine(own.text) !== null))
      break;
    if (titleLines.slice(0, -1).some(isNoTitleLine)) break;
    const title = joined(titleLines);
    if (carried().has(foldLetters(title))) return null;
    const opening = { ...nothing, titleLines, body: index + count };
    if (
      meetingTitle.test(title) &&
      (isChair(after.text) || /主持召开/.test(after.text.slice(0, 120)))
    ) {
      return { ...opening, form: 'meeting' };
    }
    const period = bulletinTitle.test(title) ? bulletinLine(after) : null;
    if (period) return { ...opening, ...period, form: 'bulletin', body: index + count + 1 };
    if (count > 1) continue;
    if (noteTitle.test(title)) return { ...opening, form: 'note' };
    const plain = title.replace(/\s/g, '');
    if (statisticsTitle.test(plain) && startsTable(lines, index + 1))
      return { ...opening, form: 'statistics' };
    if (closedTitles.some((pattern) => pattern.test(plain)))
      return withDate(lines, opening, 'plain');
  }
  const titleLines = titleBelow(lines, index);
  const next = lines[index + titleLines.length];
  if (titleLines.length === 0 || !next || carried().has(foldLetters(joined(titleLines))))
    return null;
  // A list of titles is none of them; neither is a title that a sentence goes on from.
  if (endsClause(joined(titleLines)) || /^[、，；《]/.test(next.text)) return null;
  return withDate(lines, { ...nothing, titleLines, body: index + titleLines.length }, 'plain');
}

/** A line that no title goes on from: a table's row, a list's entry (张三 市财政局科长), the rest of a number. */
function isNoTitleLine(line: Line): boolean {
  return (
    endsAsRow(line) || /\p{Script=Han}\s+\p{Script=Han}/u.test(line.text) || line.text.length < 3
  );
}

/** A table begins within the next lines, a line for the unit passed over. */
function startsTable(lines: Line[], index: number): boolean {
  return [index, index + 1, index + 2].some(
    (at) => lines[at] !== undefined && (lines[at].tabbed || isHeaderRow(lines, at)),
  );
}

/** Takes a date printed on a line of its own right under the title. */
function withDate(
  lines: Line[],
  opening: Omit<Unnumbered, 'form'>,
  form: UnnumberedForm,
): Unnumbered {
  const dated = readDateAt(lines, opening.body);
  return { ...opening, ...dated, form, body: dated ? opening.body + 1 : opening.body };
}
