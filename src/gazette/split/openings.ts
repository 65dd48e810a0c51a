/**
 * Where documents begin. A numbered document is found by the line that holds 发文字号 and 成文日期 under its title;
 * an order by 令 and its number; one without a number by the 目录, or by how such documents open.
 */
import { expectedTitles } from '../../language/carried-titles.ts';
import { isOrgan } from '../../language/titles.ts';
import type { TocEntry } from '../../model/output.ts';
import type { Span } from '../../model/tree.ts';
import type { Line } from '../sources/line.ts';
import { endsInNumber, readDateLine, readNumberLine } from './number-line.ts';
import { beginsNothing, joined, listedTitle, titleAbove, titleBelow } from './title-lines.ts';
import { bulletinLine, readUnnumbered, type UnnumberedForm } from './unnumbered.ts';

export interface Opening {
  /** Index of the first line that belongs to it. */
  first: number;
  /** Index of the first line after title, number and date. */
  body: number;
  titleLines: Line[];
  /** 某某人民政府文件 above a number that stands over the title. */
  letterhead: Span | null;
  docNumber: string | null;
  docNumberSpan: Span | null;
  date: string | null;
  dateSpan: Span | null;
  /** 第8期 of a bulletin, as printed. */
  period: Span | null;
  form: 'numbered' | 'order' | 'listed' | UnnumberedForm;
  /** Index into the 目录's entries. */
  toc: number | null;
}

const nothing = {
  letterhead: null,
  docNumber: null,
  docNumberSpan: null,
  date: null,
  dateSpan: null,
  period: null,
  toc: null,
};

const orderNumber = /^[（(]?\s*第\s*([\d零〇一二三四五六七八九十百]{1,5})\s*号\s*[)）]?$/;
const orderLine = /^(\S.*令)\s*[（(]?\s*第\s*([\d零〇一二三四五六七八九十百]{1,5})\s*号\s*[)）]?$/;

function numberedOpening(
  lines: Line[],
  index: number,
  floor: number,
  places: string[],
): Opening | null {
  const line = lines[index]!;
  const number = readNumberLine(line);
  if (!number) return null;
  let body = index + 1;
  const next = lines[body];
  const dateBelow = number.date === null && next && !next.tabbed ? readDateLine(next.text) : null;
  // The end of a list of titles and their numbers is no title.
  const over = titleAbove(lines, index, floor, places);
  const above = endsInNumber(joined(over)) ? [] : over;
  const below = above.length > 0 && !beginsNothing(above) ? [] : titleBelow(lines, body);
  if (below.length > 0) {
    // 某市人民政府文件 / 某府发〔2020〕7号 / title: as a document's own first page has it.
    const head = lines[index - 1];
    body += below.length;
    const dated = lines[body];
    const date = number.date === null && dated && !dated.tabbed ? readDateLine(dated.text) : null;
    const isHead =
      head !== undefined &&
      index > floor &&
      /文件$/.test(head.text) &&
      isOrgan(head.text.replace(/文件$/, ''));
    return {
      ...nothing,
      ...number,
      ...(date !== null && { date, dateSpan: { start: dated!.start, end: dated!.end } }),
      first: isHead ? head.index : line.index,
      body: date === null ? body : body + 1,
      titleLines: below,
      letterhead: isHead ? { start: head.start, end: head.end } : null,
      form: 'numbered',
    };
  }
  if (above.length === 0) return null;
  let { date, dateSpan } = number;
  if (next && dateBelow !== null) {
    date = dateBelow;
    dateSpan = { start: next.start, end: next.end };
    body++;
  }
  return {
    ...nothing,
    ...number,
    date,
    dateSpan,
    first: above[0]!.index,
    body,
    titleLines: above,
    form: 'numbered',
  };
}

function orderOpening(lines: Line[], index: number): Opening | null {
  const line = lines[index]!;
  if (line.tabbed || line.text.length > 40) return null;
  const name = (text: string) => text.replace(/令$/, '').replace(/\s/g, '');
  const whole = orderLine.exec(line.text);
  if (whole && isOrgan(name(whole[1]!))) {
    const at = line.start + whole[1]!.length;
    return {
      ...nothing,
      first: index,
      body: index + 1,
      titleLines: [{ ...line, end: at, text: whole[1]! }],
      docNumber: `${name(whole[1]!)}令第${whole[2]!}号`,
      docNumberSpan: { start: at, end: line.end },
      form: 'order',
    };
  }
  const next = lines[index + 1];
  const number = next && orderNumber.exec(next.text);
  if (!next || !number || !/令$/.test(line.text) || !isOrgan(name(line.text))) return null;
  return {
    ...nothing,
    first: index,
    body: index + 2,
    titleLines: [line],
    docNumber: `${name(line.text)}令第${number[1]!}号`,
    docNumberSpan: { start: next.start, end: next.end },
    form: 'order',
  };
}

class OpeningFinder {
  readonly #lines: Line[];
  readonly #places: string[];
  /** Entries of the 目录 without a number, by their index. */
  readonly #unlisted = new Map<number, TocEntry>();
  readonly #hasToc: boolean;
  readonly #openings: Opening[] = [];
  #carried: ReadonlySet<string> = new Set();

  constructor(lines: Line[], toc: TocEntry[], places: string[]) {
    this.#lines = lines;
    this.#places = places;
    this.#hasToc = toc.length > 0;
    toc.forEach((entry, index) => {
      if (entry.docNumber === null) this.#unlisted.set(index, entry);
    });
  }

  find(from: number): Opening[] {
    let floor = from;
    for (let index = from; index < this.#lines.length; index++) {
      if (index < floor) continue;
      const opening = this.#openingAt(index, floor);
      if (!opening) continue;
      this.#openings.push(opening);
      floor = opening.body;
      const notice = this.#lines
        .slice(floor, floor + 40)
        .map(({ text }) => text)
        .join('');
      this.#carried = expectedTitles(joined(opening.titleLines), notice);
    }
    return this.#openings;
  }

  #openingAt(index: number, floor: number): Opening | null {
    const lines = this.#lines;
    return (
      numberedOpening(lines, index, floor, this.#places) ??
      orderOpening(lines, index) ??
      this.#listedAt(index) ??
      this.#unnumberedAt(index, floor)
    );
  }

  #listedAt(index: number): Opening | null {
    for (const [entry, { title }] of this.#unlisted) {
      const titleLines = listedTitle(this.#lines, index, title);
      if (titleLines.length === 0) continue;
      this.#unlisted.delete(entry);
      const at = index + titleLines.length;
      const period = bulletinLine(this.#lines[at]);
      return {
        ...nothing,
        first: index,
        titleLines,
        body: period ? at + 1 : at,
        form: period ? 'bulletin' : 'listed',
        ...period,
        toc: entry,
      };
    }
    return null;
  }

  #unnumberedAt(index: number, floor: number): Opening | null {
    const found = readUnnumbered(this.#lines, index, floor, this.#carried);
    // Where the gazette lists its documents, only the surest forms count beside the list.
    if (!found || (this.#hasToc && found.form === 'plain')) return null;
    // The title of a numbered document may have such a form too: its number is on the next line.
    const next = this.#lines[found.body];
    if (next && readNumberLine(next)) return null;
    return { ...nothing, ...found, first: index };
  }
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
  return new OpeningFinder(lines, toc, places).find(from);
}
