/**
 * Runs of table lines → tables. Pieces continued on the next page are one table with its header once; a repeated
 * header row is furniture.
 */
import type { Furniture } from '../../model/output.ts';
import type { Paragraph, Span, Table, TableCell, TableRow, Text } from '../../model/tree.ts';
import type { Block } from '../repair/block.ts';
import { offsets, textNode } from '../repair/segmented-text.ts';
import { readCells, type RawCell } from './cells.ts';
import { spanOf } from '../../model/spans.ts';
import { wholeText } from '../../model/text-of.ts';

interface RawRow {
  span: Span;
  cells: RawCell[];
  tags: Span[];
}

/** A blank to be filled in: 年 月 日, （盖章）, 签名：, a choice mark. */
const blankMark = /[●□☐○◯]|年\s*月\s*日|(盖章|公章|签名|签字|经手人|负责人)\s*[）)]?\s*[:：]?/;

function cellText(raw: string, cell: RawCell): string {
  return cell.paragraphs
    .map(({ start, end }) => raw.slice(start, end))
    .join('')
    .replace(/\s/g, '');
}

function toCell(raw: string, cell: RawCell, fallback: number): TableCell {
  const texts: Text[] = cell.paragraphs.map((span) => textNode(raw, span));
  const [first, last] = [cell.paragraphs[0], cell.paragraphs.at(-1)];
  const position = offsets(first?.start ?? fallback, last?.end ?? fallback);
  if (texts.length <= 1) return { type: 'tableCell', children: texts, position };
  const paragraphs: Paragraph[] = texts.map((text) => ({
    type: 'paragraph',
    children: [text],
    position: text.position!,
  }));
  return { type: 'tableCell', children: paragraphs, position };
}

/** @param foldable the table has group rows that span what is blank; a form's blanks are to be filled in. */
function toRow(
  raw: string,
  row: RawRow,
  columns: number,
  header: boolean,
  foldable: boolean,
): TableRow {
  let offset = row.span.start;
  const children = row.cells.map((cell) => {
    const node = toCell(raw, cell, offset);
    offset = spanOf(node).end;
    return node;
  });
  // A printed group row (一 | 依法全面履行政府职能 | | ) spans what is blank after its text.
  const filled = row.cells.map((cell) => cell.paragraphs.length > 0);
  const texts = filled.lastIndexOf(true) + 1;
  const numbered =
    texts === 2 &&
    filled[0] &&
    /^[一二三四五六七八九十]{1,3}[、.]?$/.test(cellText(raw, row.cells[0]!));
  if (
    foldable &&
    !header &&
    columns > 2 &&
    row.cells.length === columns &&
    ((texts === 1 && filled[0]) || numbered)
  ) {
    children.splice(texts);
    children[texts - 1]!.colSpan = columns - texts + 1;
  }
  return {
    type: 'tableRow',
    ...(header && { header: true as const }),
    children,
    position: offsets(row.span.start, row.span.end),
  };
}

/** A header row has a label in (almost) every cell, each short and no sentence. */
function isHeader(raw: string, row: RawRow): boolean {
  const texts = row.cells.map((cell) => cellText(raw, cell));
  const filled = texts.filter((text) => text !== '');
  if (filled.length < 2 || filled.length < texts.length - 1) return false;
  return filled.every(
    (text) => text.length <= 40 && !/[。；]/.test(text) && !/^\d+([.,]\d+)?$/.test(text),
  );
}

/** A row below the header that only names columns of a group: blank where the header has its own label. */
function isSecondHeader(raw: string, first: RawRow, second: RawRow | undefined): boolean {
  if (!second || second.cells.length < 3) return false;
  const texts = second.cells.map((cell) => cellText(raw, cell));
  const filled = texts.filter((text) => text !== '');
  return (
    texts[0] === '' &&
    cellText(raw, first.cells[0]!) !== '' &&
    filled.length >= 2 &&
    filled.every((text) => text.length <= 20 && !/^[\d.,%-]+$/.test(text))
  );
}

function isForm(raw: string, rows: RawRow[]): boolean {
  const cells = rows.flatMap((row) => row.cells);
  const blank = cells.filter((cell) => cell.paragraphs.length === 0).length;
  const marked = rows.filter((row) =>
    row.cells.some((cell) => blankMark.test(cellText(raw, cell))),
  ).length;
  return blank >= cells.length * 0.3 && (marked > 0 || rows.length <= 2);
}

function toRawRow(raw: string, block: Block): RawRow {
  const line = block.lines[0]!;
  const { cells, tags } = readCells(raw, line);
  return { span: { start: line.start, end: line.end }, cells, tags };
}

/**
 * Parts neighbouring table lines into the pieces they were printed in: a piece begins after a blank line where
 * the header row is repeated or another one stands.
 */
export function tableRuns(raw: string, blocks: Block[]): Block[][] {
  const runs: Block[][] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    const headed = !last || (block.lines[0]!.gap > 0 && isHeader(raw, toRawRow(raw, block)));
    if (headed) runs.push([block]);
    else last.push(block);
  }
  return runs;
}

/**
 * Reads one run of table blocks.
 *
 * @param continues a table before it whose header the run may repeat.
 * @returns the table, or rows added to `continues`; and what is furniture in the run.
 */
export function readTable(
  raw: string,
  blocks: Block[],
  continues: Table | null,
): { table: Table | null; furniture: Furniture[] } {
  const rows = blocks.map((block) => toRawRow(raw, block));
  const furniture: Furniture[] = rows.flatMap(({ tags }) =>
    tags.map((span) => ({ ...span, reason: 'markup' as const })),
  );
  const form = isForm(raw, rows);
  const headers: RawRow[] = [];
  if (!form && isHeader(raw, rows[0]!) && rows.length > 1) {
    headers.push(rows[0]!);
    if (isSecondHeader(raw, rows[0]!, rows[1])) headers.push(rows[1]!);
  } else if ((!form || rows.length === 2) && isSecondHeader(raw, rows[0]!, rows[1])) {
    headers.push(rows[0]!, rows[1]!);
  } else if (
    !form &&
    rows.length > 2 &&
    rows[0]!.cells[0]!.paragraphs.length === 0 &&
    isHeaderBut(raw, rows[0]!)
  ) {
    headers.push(rows[0]!);
  }
  if (continues && headers.length > 0 && repeats(raw, headers, continues)) {
    for (const header of headers) {
      for (const span of header.cells.flatMap((cell) => cell.paragraphs)) {
        furniture.push({ ...span, reason: 'repeated header row' });
      }
    }
    const width = continues.columns.length;
    const twice = countRepeated(raw, rows.slice(headers.length), continues);
    for (const row of rows.slice(headers.length, headers.length + twice))
      for (const span of row.cells.flatMap((cell) => cell.paragraphs))
        furniture.push({ ...span, reason: 'repeated row' });
    continues.children.push(
      ...rows.slice(headers.length + twice).map((row) => toRow(raw, row, width, false, true)),
    );
    continues.position!.end = offsets(0, rows.at(-1)!.span.end).end;
    return { table: null, furniture };
  }
  const width = Math.max(...rows.map((row) => row.cells.length));
  const labels = headers.map((header) =>
    Array.from({ length: width }, (_, index) => cellLabel(raw, header.cells[index])),
  );
  const [upper = [], lower] = labels;
  const askew = lower !== undefined && isAskew(upper, lower);
  const columns = lower ? foldLabels(upper, lower, askew) : upper;
  const table: Table = {
    type: 'table',
    columns,
    ...(form && { form: true as const }),
    ...(askew && { data: { askew } }),
    children: rows.map((row, index) =>
      toRow(raw, row, width, index < headers.length && headers.includes(row), !form),
    ),
    position: offsets(rows[0]!.span.start, rows.at(-1)!.span.end),
  };
  return { table, furniture };
}

/** A header whose first label is blank (raw sample 000: ⇥计量单位⇥1-9 月⇥增速). */
function isHeaderBut(raw: string, row: RawRow): boolean {
  return row.cells.slice(1).every((cell) => {
    const text = cellText(raw, cell);
    return text !== '' && text.length <= 20 && !/^[\d.,%-]+$/.test(text);
  });
}

/** A label of the lower header row under the blank end of one of the upper row that has none under itself. */
function isAskew(upper: readonly string[], lower: readonly string[]): boolean {
  return lower.some((label, index) => {
    if (label === '' || upper[index] !== '') return false;
    const parent = upper.findLastIndex((text, at) => at < index && text !== '');
    return parent >= 0 && lower[parent] === '';
  });
}

/**
 * One label for each column of a two-line header: the upper one goes for all columns it stands over. Where the rows are
 * askew (raw sample 002, the 储备库 form) which those are cannot be told, and the lower one stands alone.
 */
function foldLabels(upper: readonly string[], lower: readonly string[], askew: boolean): string[] {
  let parent = '';
  return upper.map((text, index) => {
    const own = lower[index] ?? '';
    if (text !== '') parent = text;
    if (own === '') return text;
    return askew || parent === '' ? own : `${parent} ${own}`;
  });
}

function cellLabel(raw: string, cell: RawCell | undefined): string {
  return (cell?.paragraphs ?? [])
    .map(({ start, end }) => raw.slice(start, end))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}

/**
 * Number of the first rows below a repeated header that were the last ones above it: a page's last row is printed
 * again where it was cut. Short rows may be alike by chance, so at least three cells must hold text.
 */
function countRepeated(raw: string, rows: RawRow[], { children }: Table): number {
  const above = (row: TableRow) =>
    row.children.map((cell) => wholeText(cell).replace(/\s/g, '')).join('\t');
  const below = (row: RawRow) => row.cells.map((cell) => cellText(raw, cell)).join('\t');
  for (let count = Math.min(rows.length - 1, 3); count > 0; count--) {
    const first = rows.slice(0, count);
    const filled = first.every(
      ({ cells }) => cells.filter(({ paragraphs }) => paragraphs.length > 0).length >= 3,
    );
    const last = children.slice(-count);
    if (filled && last.every((row, index) => above(row) === below(first[index]!))) return count;
  }
  return 0;
}

function repeats(raw: string, headers: RawRow[], table: Table): boolean {
  const printed = table.children.filter((row) => row.header);
  return (
    printed.length === headers.length &&
    printed.every((row, index) => {
      const texts = row.children.map((cell) => wholeText(cell).replace(/\s/g, ''));
      const own = headers[index]!.cells.map((cell) => cellText(raw, cell));
      // A page may print a header's cells cut in other places.
      return texts.join('') === own.join('');
    })
  );
}
