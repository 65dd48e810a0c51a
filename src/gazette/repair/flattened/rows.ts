/**
 * Where the rows of a flattened table begin: at row numbers that follow each other, and at group rows (一、建立…体系) that
 * stand before them. What lies between is one chunk, whose cells are sought afterwards.
 */
import { isStyle, readLabel } from '../../../language/labels.ts';
import { readNumeral } from '../../../language/numerals.ts';
import { widthOf, type Line } from '../../sources/line.ts';
import { isApart, readPieces } from './pieces.ts';

/** Lines `[start, end)` that begin with a row number, a group row, or rows without any number. */
export interface Chunk {
  start: number;
  end: number;
  kind: 'numbered' | 'group' | 'unnumbered';
  /** Characters the row number, or the numeral of a group row, takes in its line, the space after it not counted. */
  length: number;
  number: number | null;
}

interface Candidate {
  line: number;
  number: number;
  length: number;
  /** A word of measure follows: 5 项目管理 is a row, 5 项措施 is none. */
  doubtful: boolean;
}

/** How tables number their rows: 12, 12. and 12、; （12）; 十二. */
const numberForms = [
  /^(\d{1,4})[.、．]?(?=$|\s)/,
  /^[（(](\d{1,3})[)）](?=$|\s)/,
  /^([一二三四五六七八九十]{1,3})(?=$|\s)/,
];

/** A number at the head of a line that is no part of a text (12345热线, 5000 元以上). */
function readNumber(text: string, form: RegExp): Omit<Candidate, 'line'> | null {
  const match = form.exec(text);
  const number = match && readNumeral(match[1]!);
  if (!match || number === null) return null;
  const doubtful = /^\s+[年月日时万亿元个项家户%％]/.test(text.slice(match[0].length));
  return { number, length: match[0].length, doubtful };
}

/** The row numbers of a table: of the first form that at least two rows have, or one beside nothing else. */
function findNumbers(lines: readonly Line[], groups: ReadonlySet<number>): Candidate[] {
  const chains = numberForms.map((form) =>
    bestChain(
      lines.flatMap(({ text }, line) => {
        const read = readNumber(text, form);
        return read ? [{ line, ...read }] : [];
      }),
      groups,
    ),
  );
  const [plain] = chains as [Candidate[]];
  return chains.find(({ length }) => length >= 2) ?? plain;
}

/** How well `number` follows `last`; null where it cannot. */
function step(last: number, number: number): number | null {
  if (number === last + 1) return 1;
  // A row cut by a page is printed with its number again (raw sample 001: 19).
  if (number === last) return 0.3;
  // 2022 at a line's start is a year, unless 2021 rows stand before it.
  if (number < last || number > 999) return null;
  // Rows in between may be lost; a number at a line's start is rarely one of the text (5000 元以上).
  return number <= last + 6 ? 0.4 : 0.15;
}

/** The chain of candidates that counts best; a group row may start it anew. */
function bestChain(candidates: Candidate[], groups: ReadonlySet<number>): Candidate[] {
  const score: number[] = [];
  const from: number[] = [];
  candidates.forEach(({ number, line, doubtful }, index) => {
    const weight = doubtful ? 0.5 : 1;
    score[index] = number === 1 ? weight : number > 999 ? -Infinity : 0.2;
    from[index] = -1;
    for (let before = Math.max(0, index - 60); before < index; before++) {
      const own =
        number === 1 && groups.has(line - 1) ? 1 : step(candidates[before]!.number, number);
      if (own !== null && score[before]! + own * weight > score[index]!) {
        score[index] = score[before]! + own * weight;
        from[index] = before;
      }
    }
  });
  let best = -1;
  score.forEach((own, index) => {
    if (own > (score[best] ?? 0)) best = index;
  });
  const chain: Candidate[] = [];
  for (let at = best; at >= 0; at = from[at]!) chain.push(candidates[at]!);
  return chain.reverse();
}

/** 一 强化金融服务: a group row whose number stands in the column of the row numbers. */
const columnNumeral = /^[一二三四五六七八九十]{1,3}(?=\s+\S)/;

/** A short labelled line of a higher level, ended by no mark: 一、…, （一）…. */
function looksLikeGroup({ text }: Line): boolean {
  if (columnNumeral.test(text) && !/[。；，、：]$/.test(text)) return true;
  const label = readLabel(text);
  return (
    label !== null &&
    isStyle(label.family) &&
    label.family < 'c' &&
    text.length > label.length &&
    !/[。；，、：]$/.test(text)
  );
}

/** The line's spaces part it into a cell for each column. */
function isComplete(line: Line, width: number): boolean {
  const pieces = readPieces([line], 0);
  return pieces.length === width && pieces.every(isApart);
}

/** A line of one piece and perhaps a row number before it. */
function isName(line: Line | undefined): boolean {
  return line !== undefined && /^(?:\d{1,3}[.、．]?\s+)?[^\s\d]\S*$/.test(line.text);
}

/**
 * Whether lines that hold a name alone are names cut by their column (固定资产投 / 资 亿元 315.83): they are as wide as
 * the column then. Others stand over rows of their own (raw sample 004: 1 地区生产总值 / 全市 8.8 8.2).
 */
function wrapsNames(lines: readonly Line[]): boolean {
  const nameOf = ({ text }: Line) => /^(?:\d{1,3}[.、．]?\s+)?(\S+)/.exec(text)?.[1] ?? '';
  const widest = Math.max(...lines.map((line) => widthOf(nameOf(line))));
  const names = lines.filter(isName);
  return names.length >= 2 && names.every((line) => widthOf(nameOf(line)) > widest - 1.1);
}

/**
 * Parts the lines below a table's header.
 *
 * @param numbered the table's first column numbers its rows.
 * @param rowsAreLines each row stands on one line.
 * @param width columns; where no numbers begin rows, a line of so many pieces is one.
 */
export function readChunks(
  lines: readonly Line[],
  numbered: boolean,
  rowsAreLines: boolean,
  width: number,
): Chunk[] {
  const wrapped = rowsAreLines && wrapsNames(lines);
  const possible = new Set(lines.flatMap((line, index) => (looksLikeGroup(line) ? [index] : [])));
  const chain = new Map(
    (numbered ? findNumbers(lines, possible) : []).map((entry) => [entry.line, entry]),
  );
  const groups = new Set<number>();
  for (let index = lines.length - 1; index >= 0; index--) {
    // A group row stands right before a row or another group row; （一） inside a cell does not.
    if (possible.has(index) && !chain.has(index) && (chain.has(index + 1) || groups.has(index + 1)))
      groups.add(index);
  }
  // The table may end with group rows, where it has others.
  for (
    let index = lines.length - 1;
    groups.size > 0 && possible.has(index) && !chain.has(index);
    index--
  )
    groups.add(index);
  const chunks: Chunk[] = [];
  for (let index = 0; index < lines.length; index++) {
    const row = chain.get(index);
    if (row) {
      chunks.push({
        start: index,
        end: index + 1,
        kind: 'numbered',
        length: row.length,
        number: row.number,
      });
    } else if (groups.has(index)) {
      const length = columnNumeral.exec(lines[index]!.text)?.[0].length ?? 0;
      chunks.push({ start: index, end: index + 1, kind: 'group', length, number: null });
    } else if (
      (rowsAreLines && !(wrapped && isName(lines[index - 1]))) ||
      (!numbered && isComplete(lines[index]!, width) && isComplete(lines[index - 1]!, width)) ||
      chunks.length === 0 ||
      chunks.at(-1)!.kind === 'group'
    ) {
      chunks.push({ start: index, end: index + 1, kind: 'unnumbered', length: 0, number: null });
    } else {
      chunks.at(-1)!.end = index + 1;
    }
  }
  return chunks;
}
