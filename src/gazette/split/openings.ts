/**
 * Where documents begin. A numbered document is found by the line that holds 发文字号 and 成文日期 under its title;
 * an order by 令 and its number; one without a number by the 目录, or by how such documents open.
 */
import { expectedTitles } from '../../language/carried-titles.ts';
import { orderNumberSource } from '../../language/document-number.ts';
import { foldLetters } from '../../language/text.ts';
import { isOrgan } from '../../language/titles.ts';
import type { TocEntry } from '../../model/output.ts';
import type { Span } from '../../model/tree.ts';
import type { Line } from '../sources/line.ts';
import { endsInNumber, readDateAt, readNumberLine } from './number-line.ts';
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

const bracketed = `[（(]?\\s*${orderNumberSource}\\s*[)）]?`;
const orderNumber = new RegExp(`^${bracketed}$`);
const orderLine = new RegExp(`^(\\S.*令)\\s*${bracketed}$`);

function numberedOpening(
  lines: Line[],
  index: number,
  floor: number,
  places: string[],
): Opening | null {
  const line = lines[index]!;
  const number = readNumberLine(line);
  if (!number) return null;
  const opening = { ...nothing, ...number, form: 'numbered' as const };
  const dateAt = (at: number) => (number.date === null ? readDateAt(lines, at) : null);
  // The end of a list of titles and their numbers is no title.
  const over = titleAbove(lines, index, floor, places);
  const above = endsInNumber(joined(over)) ? [] : over;
  const below = above.length > 0 && !beginsNothing(above) ? [] : titleBelow(lines, index + 1);
  if (below.length > 0) {
    // 某市人民政府文件 / 某府发〔2020〕7号 / title: as a document's own first page has it.
    const head = lines[index - 1];
    const isHead =
      head !== undefined &&
      index > floor &&
      /文件$/.test(head.text) &&
      isOrgan(head.text.replace(/文件$/, ''));
    const end = index + 1 + below.length;
    const dated = dateAt(end);
    return {
      ...opening,
      ...dated,
      first: isHead ? head.index : line.index,
      body: dated ? end + 1 : end,
      titleLines: below,
      letterhead: isHead ? { start: head.start, end: head.end } : null,
    };
  }
  if (above.length === 0) return null;
  const dated = dateAt(index + 1);
  return {
    ...opening,
    ...dated,
    first: above[0]!.index,
    body: dated ? index + 2 : index + 1,
    titleLines: above,
  };
}

/** 某市人民政府令 and 第47号, on one line or on two. */
function orderOpening(lines: Line[], index: number): Opening | null {
  const line = lines[index]!;
  if (line.tabbed || line.text.length > 40) return null;
  const whole = orderLine.exec(line.text);
  const next = whole ? undefined : lines[index + 1];
  const number = whole?.[2] ?? (next && orderNumber.exec(next.text)?.[1]);
  const name = whole?.[1] ?? line.text;
  const issuer = name.replace(/令$/, '').replace(/\s/g, '');
  if (number === undefined || !/令$/.test(name) || !isOrgan(issuer)) return null;
  const title = whole ? { ...line, end: line.start + name.length, text: name } : line;
  return {
    ...nothing,
    first: index,
    body: next ? index + 2 : index + 1,
    titleLines: [title],
    docNumber: `${issuer}令第${number}号`,
    docNumberSpan: next
      ? { start: next.start, end: next.end }
      : { start: title.end, end: line.end },
    form: 'order',
  };
}

class OpeningFinder {
  readonly #lines: Line[];
  readonly #places: string[];
  /** Folded titles of the 目录's entries without a number, by their index. */
  readonly #unlisted = new Map<number, string>();
  readonly #hasToc: boolean;
  readonly #openings: Opening[] = [];
  /** Folded titles that the last document may carry, once they are asked for. */
  #carried: ReadonlySet<string> | null = null;

  constructor(lines: Line[], toc: TocEntry[], places: string[]) {
    this.#lines = lines;
    this.#places = places;
    this.#hasToc = toc.length > 0;
    toc.forEach((entry, index) => {
      if (entry.docNumber === null) this.#unlisted.set(index, foldLetters(entry.title));
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
      this.#carried = null;
    }
    return this.#openings;
  }

  #carriedTitles(): ReadonlySet<string> {
    if (this.#carried) return this.#carried;
    const last = this.#openings.at(-1);
    if (!last) return new Set();
    const notice = joined(this.#lines.slice(last.body, last.body + 40));
    return (this.#carried = expectedTitles(joined(last.titleLines), notice));
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
    if (this.#unlisted.size === 0) return null;
    const head = foldLetters(this.#lines[index]!.text).slice(0, 4);
    for (const [entry, title] of this.#unlisted) {
      if (!title.startsWith(head)) continue;
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
    const found = readUnnumbered(this.#lines, index, floor, () => this.#carriedTitles());
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
