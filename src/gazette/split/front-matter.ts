/** Masthead, 目录 and editorial board: what a gazette prints before its first document. */
import { normaliseTitle } from '../../language/titles.ts';
import type { TocEntry } from '../../model/output.ts';
import type { Line } from '../sources/line.ts';
import { readNumberLine } from './number-line.ts';

export interface Masthead {
  title: string | null;
  year: number | null;
  number: number | null;
  totalNumber: number | null;
  frequency: string | null;
}

export interface FrontMatter {
  masthead: Masthead;
  toc: TocEntry[];
  /** Index of the first line that may belong to a document. */
  end: number;
}

const contentsHeading = /^目\s*[录次]$/;
const leader = /(?:…|⋯|\.{4,}|·{3,}|．{3,})+/;
const entryPattern = new RegExp(
  `(.+?)(?:[（(]([^（）()]{2,24}?号)[)）])?\\s*${leader.source}\\s*[（(]?\\s*(\\d{1,3})\\s*[)）]?`,
  'gsu',
);
const searchedLines = 120;

function readMasthead(lines: Line[]): Masthead {
  const masthead: Masthead = {
    title: null,
    year: null,
    number: null,
    totalNumber: null,
    frequency: null,
  };
  for (const { text } of lines) {
    const plain = text.replace(/\s/g, '').normalize('NFKC');
    if (masthead.title === null && /^[\p{Script=Han}]{3,20}公报$/u.test(plain))
      masthead.title = plain;
    const issue = /^(?:(?:19|20)\d{2})年?第(\d{1,3})期/.exec(plain);
    if (issue && masthead.number === null) {
      masthead.year = Number(plain.slice(0, 4));
      masthead.number = Number(issue[1]);
    }
    const total = /总第(\d{1,4})期/.exec(plain);
    if (total && masthead.totalNumber === null) masthead.totalNumber = Number(total[1]);
    const frequency = /^[（(]?([半双]?[年季月周旬]刊)[)）]?$/.exec(plain);
    if (frequency && masthead.frequency === null) masthead.frequency = frequency[1]!;
  }
  return masthead;
}

function readEntries(section: string | null, text: string): TocEntry[] {
  const entries: TocEntry[] = [];
  for (const match of text.replace(/<\/?p>/g, ' ').matchAll(entryPattern)) {
    entries.push({
      section,
      title: normaliseTitle(match[1]!),
      docNumber: match[2] === undefined ? null : foldNumber(match[2]),
      page: Number(match[3]),
      document: null,
    });
  }
  return entries;
}

/** 景府字〔2020〕48号 with one form of brackets and no inner spaces; other numbers (市政府令第1号) as they are. */
function foldNumber(text: string): string {
  return text.replace(/\s/g, '').replace(/[[［(（【﹝]((?:19|20)\d{2})[\]］)）】﹞]/, '〔$1〕');
}

/** Reads the 目录 below its heading; `end` is the index of the line after its last entry. */
function readContents(lines: Line[], heading: number): { toc: TocEntry[]; end: number } {
  const toc: TocEntry[] = [];
  let end = heading + 1;
  let section: string | null = null;
  let pending = '';
  for (
    let index = heading + 1;
    index < Math.min(lines.length, heading + searchedLines * 2);
    index++
  ) {
    const { text, tabbed } = lines[index]!;
    const isEntry = leader.test(text);
    if (!isEntry && index - end > 12) break;
    if (tabbed) {
      const [first = '', ...rest] = text.split('\t');
      const name = first.replace(/<\/?p>/g, '').replace(/\s/g, '');
      if (name !== '') section = name;
      pending = rest.join(' ');
    } else if (!isEntry && /^[\p{Script=Han}\s]{2,14}$/u.test(text)) {
      // A section heading on a line of its own, or a slogan: it only counts if entries follow.
      section = text.replace(/\s/g, '');
      pending = '';
      continue;
    } else {
      pending = `${pending} ${text}`;
    }
    const entries = readEntries(section, pending);
    if (entries.length === 0) continue;
    toc.push(...entries);
    pending = '';
    end = index + 1;
  }
  return { toc, end };
}

/**
 * Reads what stands before the first document. A text without masthead and 目录 gives nulls and an empty list.
 * Raw samples: 000, 002, 003 pack a whole section into one table cell; a section can be continued in a second
 * table on the next page.
 */
export function readFrontMatter(lines: Line[]): FrontMatter {
  const head = lines.slice(0, searchedLines);
  const heading = head.findIndex(({ text }) => contentsHeading.test(text.trim()));
  // A document above the 目录, or chapters in it: it is the contents of a regulation, not of the gazette.
  const inside = head.slice(0, Math.max(heading, 0)).some((line) => readNumberLine(line) !== null);
  const found = heading === -1 || inside ? { toc: [], end: 0 } : readContents(lines, heading);
  const divisions = found.toc.filter(({ title }) => /^第.{1,6}[编章节]/.test(title)).length;
  const contents = divisions * 2 > found.toc.length ? { toc: [], end: 0 } : found;
  // A 目录 without page leaders is one of a regulation, not of the gazette.
  if (contents.toc.length === 0)
    return { masthead: readMasthead(mastheadLines(head)), toc: [], end: 0 };
  return {
    masthead: readMasthead(lines.slice(0, contents.end + 40)),
    toc: contents.toc,
    end: contents.end,
  };
}

/** Lines a masthead without 目录 may stand on: those before the first sentence. */
function mastheadLines(head: Line[]): Line[] {
  const sentence = head.findIndex(({ text }) => text.length > 40 || /。$/.test(text));
  return head.slice(0, sentence === -1 ? 20 : Math.min(sentence, 20));
}
