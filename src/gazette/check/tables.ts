/** Tables as a grid: every cell in the column it is printed in. */
import { wholeText } from '../../model/text-of.ts';
import type { Table, TableCell, TableRow } from '../../model/tree.ts';

export interface GridRow {
  row: TableRow;
  /** One entry for each column; null where a cell of the row or one above spans into it. */
  cells: (TableCell | null)[];
}

/** Text of a cell with its paragraphs, without white space. */
export function cellText(cell: TableCell | null): string {
  return cell ? wholeText(cell).replace(/\s/g, '') : '';
}

/** The rows below the header; null where a row does not fill the columns, so that figures may stand in a wrong one. */
export function gridOf(table: Table): GridRow[] | null {
  const width = table.columns.length;
  const rows: GridRow[] = [];
  const held = new Array<number>(width).fill(0);
  for (const row of table.children) {
    if (row.header) continue;
    const cells: (TableCell | null)[] = [];
    for (const cell of row.children) {
      while (cells.length < width && held[cells.length]! > 0) cells.push(take(held, cells.length));
      const at = cells.length;
      const span = cell.colSpan ?? 1;
      for (let index = 0; index < span; index++) {
        if ((cell.rowSpan ?? 1) > 1 && at + index < width) held[at + index] = cell.rowSpan! - 1;
        cells.push(index === 0 ? cell : null);
      }
    }
    while (cells.length < width && held[cells.length]! > 0) cells.push(take(held, cells.length));
    if (cells.length !== width) return null;
    rows.push({ row, cells });
  }
  return rows;
}

function take(held: number[], column: number): null {
  held[column]!--;
  return null;
}
