/**
 * Rows of a tab-separated table whose cells stand one column too far right, where the export lost a merged cell's extent
 * and with it the row's last cell (raw sample 002, row 7 of the 任务台账). The columns' other cells tell.
 */
import { Column, Counts, countRows, kindOf, type TextRow } from '../repair/flattened/columns.ts';
import type { IssueNode } from '../../model/issue.ts';
import { wholeText } from '../../model/text-of.ts';
import type { Table, TableCell, TableRow } from '../../model/tree.ts';

/** Rows from which columns can be learned. */
const least = 6;
/** Nats by which a row must fit better with its cells moved. */
const certain = 8;
const weights = { characters: 0.3, start: 0.5 };

interface Learned {
  columns: Column[];
  table: Counts<number>;
}

function textOf(cell: TableCell): string {
  return wholeText(cell).replace(/\s/g, '');
}

function toPlaced(cells: readonly TableCell[]): TextRow {
  return cells.flatMap((cell, column) => {
    const text = textOf(cell);
    return text === '' ? [] : [{ column, pieces: [{ text }] }];
  });
}

/** How badly the cells fit the columns, in nats. */
function misfit(cells: readonly TableCell[], { columns, table }: Learned): number {
  return cells.reduce((sum, cell, index) => {
    const column = columns[index]!;
    const text = textOf(cell);
    if (text === '') return sum + column.blankCost(true, false);
    return (
      sum +
      column.blankCost(false, false) +
      weights.characters * column.charactersCost(text, table) +
      weights.start * column.startCost(text, table) +
      column.kindCost(kindOf(text))
    );
  }, 0);
}

/** The row with the blank cell at `index` taken out and one added at the end. */
function moved(cells: readonly TableCell[], index: number): TableCell[] {
  const [blank] = cells.slice(index, index + 1) as [TableCell];
  const end = cells.at(-1)!.position!.end;
  return [
    ...cells.slice(0, index),
    ...cells.slice(index + 1),
    { ...blank, position: { start: end, end } },
  ];
}

function straighten(table: Table): void {
  const width = table.columns.length;
  const rows = table.children.filter(
    ({ header, children }) => !header && children.length === width,
  );
  if (table.form || width < 3 || rows.length < least) return;
  const learned: Learned = {
    columns: Array.from({ length: width }, () => new Column(0.3)),
    table: new Counts<number>(),
  };
  const count = (row: TableRow, times: 1 | -1) =>
    countRows(learned.columns, learned.table, [toPlaced(row.children)], false, times);
  rows.forEach((row) => count(row, 1));
  for (const row of rows) {
    count(row, -1);
    const before = misfit(row.children, learned);
    for (let index = 1; index < width - 1; index++) {
      if (textOf(row.children[index]!) !== '') continue;
      const cells = moved(row.children, index);
      if (misfit(cells, learned) > before - certain) continue;
      row.children = cells;
      row.data = { ...row.data, shifted: true };
      break;
    }
    count(row, 1);
  }
}

/** Moves the cells of shifted rows back; such a row has `data.shifted`. */
export function straightenRows(issue: IssueNode): void {
  const walk = (node: { type: string; children?: unknown[] }) => {
    if (node.type === 'table') {
      const table = node as Table;
      if (!table.data?.rebuilt && !table.data?.flattened) straighten(table);
      return;
    }
    (node.children as { type: string }[] | undefined)?.forEach(walk);
  };
  issue.children.forEach(({ children }) => children.forEach(walk));
}
