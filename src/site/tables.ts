/** Tables for pages and files. */
import { displayText } from '../language/text.ts';
import type { RebuildEvidence, Table, TableCell, TableRow } from '../model/tree.ts';
import { plainText } from './phrasing.ts';

export interface TableView {
  /** Printed header rows. */
  head: TableRow[];
  body: TableRow[];
  /** Column in which a cell of the table begins, spans counted. */
  columnOf(cell: TableCell): number;
  /** How wide each column must be, by its texts. */
  widths: Map<number, ColumnWidth>;
}

/** Numbers alone, words, names, sentences. */
export type ColumnWidth = 'numeric' | 'short' | 'medium' | 'long';

/** Least widths in ems with padding, as the style sheet has them. */
const ems: Record<ColumnWidth, number> = { numeric: 4, short: 5.5, medium: 7.5, long: 13 };
const measures = { phone: 22, desktop: 44 };

/** Splits header from body and finds where cells stand. */
export function viewTable(table: Table): TableView {
  const columns = placeCells(table.children);
  const columnOf = (cell: TableCell) => columns.get(cell) ?? 0;
  const body = table.children.filter(({ header }) => !header);
  return {
    head: table.children.filter(({ header }) => header),
    body,
    columnOf,
    widths: measureColumns(table.children, columnOf),
  };
}

/** The smallest screens on which columns of these widths do not fit, null where they always do. */
export function readOverflow(widths: Map<number, ColumnWidth>): 'phone' | 'desktop' | null {
  const width = [...widths.values()].reduce((sum, column) => sum + ems[column], 0);
  return width > measures.desktop ? 'desktop' : width > measures.phone ? 'phone' : null;
}

const evidenceNames: Record<RebuildEvidence, string> = {
  'row numbers': '行号',
  'printed lines': '每行一条的排法',
  'line lengths': '行的长短',
  'column vocabulary': '各列用词',
  arithmetic: '数字之间的加减关系',
};

/** What readers are told of a table that was printed cell after cell; null for others. */
export function rebuiltNote(table: Table): string | null {
  const evidence = table.data?.rebuilt;
  if (!evidence) return null;
  const names = evidence.map((name) => evidenceNames[name]).join('、');
  return `文字版把本表的单元格打散了，行和列由程序根据${names}还原，文字一字未改。标有记号的行还拿不准，请以纸质公报为准。`;
}

/** A table can be downloaded if it has rows and columns. */
export function isGrid(table: Table): boolean {
  return !table.data?.flattened && table.children.some(({ children }) => children.length > 1);
}

/** Text of a cell; paragraphs of a cell are lines. */
export function cellText(cell: TableCell): string {
  let text = '';
  for (const child of cell.children) {
    if (child.type === 'paragraph' && text !== '') text += '\n';
    text += plainText(child);
  }
  return text.trim();
}

/** RFC 4180 with a byte order mark, so that spreadsheets read it as UTF-8; a cell's text stands in its first column. */
export function toCsv(table: Table): string {
  const { head, body, columnOf } = viewTable(table);
  const printed = table.columns.some((column) => column !== '')
    ? [table.columns.map(displayText)]
    : head.map((row) => toCells(row, columnOf));
  const lines = [...printed, ...body.map((row) => toCells(row, columnOf))];
  const width = Math.max(...lines.map(({ length }) => length));
  return `\uFEFF${lines
    .map((cells) => Array.from({ length: width }, (_, at) => quote(cells[at] ?? '')).join(','))
    .map((line) => `${line}\r\n`)
    .join('')}`;
}

/** The texts of a row by column. */
export function toCells(row: TableRow, columnOf: TableView['columnOf']): string[] {
  const cells: string[] = [];
  for (const cell of row.children) cells[columnOf(cell)] = cellText(cell);
  return Array.from(cells, (text: string | undefined) => text ?? '');
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function placeCells(rows: TableRow[]): Map<TableCell, number> {
  const columnOf = new Map<TableCell, number>();
  /** For each column, the number of rows below that a cell above still covers. */
  const covered: number[] = [];
  for (const row of rows) {
    let at = 0;
    const spans: [column: number, rows: number][] = [];
    for (const cell of row.children) {
      while (covered[at]) at++;
      columnOf.set(cell, at);
      for (let span = 0; span < (cell.colSpan ?? 1); span++) spans.push([at++, cell.rowSpan ?? 1]);
    }
    for (let column = 0; column < covered.length; column++)
      covered[column] = Math.max((covered[column] ?? 0) - 1, 0);
    for (const [column, height] of spans) covered[column] = height - 1;
  }
  return columnOf;
}

/** Texts of a column: length of the longest, cells that are numbers, body cells that are words. */
interface Measured {
  longest: number;
  numbers: number;
  words: number;
}

function measureColumns(
  rows: TableRow[],
  columnOf: TableView['columnOf'],
): Map<number, ColumnWidth> {
  const columns = new Map<number, Measured>();
  for (const { header, children } of rows) {
    for (const cell of children) {
      const text = cellText(cell);
      if (text === '' || (cell.colSpan ?? 1) > 1) continue;
      const { longest, numbers, words } = columns.get(columnOf(cell)) ?? {
        longest: 0,
        numbers: 0,
        words: 0,
      };
      const isNumber = /^[-−+]?[\d.,]+\s*[%％]?$/.test(text);
      columns.set(columnOf(cell), {
        longest: Math.max(longest, text.length),
        numbers: numbers + (isNumber ? 1 : 0),
        words: words + (isNumber || header ? 0 : 1),
      });
    }
  }
  return new Map([...columns].map(([column, measured]) => [column, toWidth(measured)]));
}

function toWidth({ longest, numbers, words }: Measured): ColumnWidth {
  if (numbers > 0 && words === 0) return 'numeric';
  return longest > 10 ? 'long' : longest > 4 ? 'medium' : 'short';
}
