/** 合计 and 小计 rows, and points of a 评分表 ↔ the figures of their column. */
import {
  addDecimals,
  equalDecimals,
  readDecimal,
  writeDecimal,
  type Decimal,
} from '../../language/decimals.ts';
import type { DocumentNode } from '../../model/issue.ts';
import { placeOf } from '../../model/spans.ts';
import type { Table } from '../../model/tree.ts';
import type { Comparisons } from './comparisons.ts';
import { cellText, gridOf, type GridRow } from './tables.ts';

const total = /^(?:合计|总计|总合计|共计)[:：]?$/u;
const subtotal = /^小计[:：]?$/u;
// A rate has no sum; a serial number has none either.
const unsummed =
  /序号|编号|率|比重|占比|比例|增速|增长|增幅|同比|环比|平均|人均|均价|单价|排名|位次|年份|日期|时间|电话|标准|%|％|‰/u;
const blank = /^(?:[-—–/／\\*]*|无|／)$/u;

const label = ({ cells }: GridRow) => {
  const first = cells.map(cellText).find((text) => text !== '' && !/^\d+$/.test(text));
  return first ?? '';
};

/** The numbers of a column; null where a cell holds anything else but a blank. */
function numbersOf(rows: GridRow[], column: number): Decimal[] | null {
  const numbers: Decimal[] = [];
  for (const { cells } of rows) {
    const text = cellText(cells[column] ?? null);
    if (blank.test(text)) continue;
    const number = readDecimal(text);
    if (!number) return null;
    numbers.push(number);
  }
  return numbers;
}

/** Labels of two families (一、 above 1.), or 其中 below a row: figures may stand in others. */
function isNested(rows: GridRow[]): boolean {
  const families = new Set(
    rows.map(({ cells }) => {
      const text = cells.map(cellText).find((cell) => cell !== '') ?? '';
      if (/^(?:其中|#|：)/u.test(text) || cells.some((cell) => /^其中/u.test(cellText(cell))))
        return 'part';
      if (/^[一二三四五六七八九十]+[、．.]?$|^[一二三四五六七八九十]+、/u.test(text)) return 'a';
      return /^[（(][一二三四五六七八九十]+[)）]/u.test(text) ? 'b' : 'row';
    }),
  );
  return families.size > 1 || families.has('part');
}

interface Sums {
  row: GridRow;
  /** The rows whose figures a total adds up, one way or another. */
  over: GridRow[][];
}

function sumsOf(rows: GridRow[]): Sums[] {
  const sums: Sums[] = [];
  const plain = rows.filter((row) => !total.test(label(row)) && !subtotal.test(label(row)));
  const parts = rows.filter((row) => subtotal.test(label(row)));
  let group: GridRow[] = [];
  for (const row of rows) {
    if (subtotal.test(label(row))) {
      sums.push({ row, over: [group] });
      group = [];
    } else if (total.test(label(row))) {
      sums.push({ row, over: parts.length > 1 ? [plain, parts] : [plain] });
    } else {
      group.push(row);
    }
  }
  return sums;
}

/** Compares every 合计 and 小计 of a table with the sum of its column. */
export function checkTotals(table: Table, document: DocumentNode, comparisons: Comparisons): void {
  if (table.form || table.data?.flattened || table.columns.length < 2) return;
  const rows = gridOf(table);
  if (!rows || rows.length < 3 || isNested(rows.filter((row) => !total.test(label(row))))) return;
  // Two totals in one table may each be of a half.
  if (rows.filter((row) => total.test(label(row))).length > 1) return;
  for (const { row, over } of sumsOf(rows)) {
    table.columns.forEach((name, column) => {
      const cell = row.cells[column];
      const printed = cell && readDecimal(cellText(cell));
      if (!printed || unsummed.test(name)) return;
      const columns = over.map((own) => numbersOf(own, column));
      if (columns.some((numbers) => !numbers || numbers.length < 2)) return;
      const added = columns.map((numbers) => addDecimals(numbers!));
      if (added.some((sum) => equalDecimals(sum, printed))) comparisons.agree('sums', document);
      else
        comparisons.fail(
          'sum-differs',
          document,
          placeOf(cell),
          `“${name}”一栏的${label(row)}`,
          cellText(cell),
          writeDecimal(added[0]!),
        );
    });
  }
}

/** The points of a table's only 分值 column, added up; null where there is none or a cell is no number. */
export function pointsOfTable(table: Table): Decimal[] | null {
  const columns = table.columns.flatMap((name, index) =>
    /分值|标准分|基本分|满分/u.test(name) ? [index] : [],
  );
  const rows = columns.length === 1 && !table.data?.flattened && !table.form ? gridOf(table) : null;
  if (!rows) return null;
  const plain = rows.filter((row) => !total.test(label(row)) && !subtotal.test(label(row)));
  const numbers = numbersOf(plain, columns[0]!);
  return numbers && numbers.length > 2 ? numbers : null;
}
