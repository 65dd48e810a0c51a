/** Lists of a text as they can be counted: items, headings of one style, rows of a table. */
import type { Node } from 'unist';
import { ownText } from '../../model/text-of.ts';
import type { Heading, Table, TableRow } from '../../model/tree.ts';

const childrenOf = (node: Node): Node[] => ('children' in node ? (node.children as Node[]) : []);

export function headingsOf(node: Node): Heading[] {
  return childrenOf(node).filter((child): child is Heading => child.type === 'heading');
}

/** Rows that are no header and no group row; null for a form and for a table that is not rebuilt. */
export function dataRows(table: Table): TableRow[] | null {
  if (table.form || table.data?.flattened || table.columns.length < 2) return null;
  return table.children.filter(({ header, children }) => !header && children.length > 1);
}

/** How many rows a table has; by its last 序号 where the rows are numbered without a gap. Null where unknown. */
export function countRows(table: Table): number | null {
  const rows = dataRows(table);
  if (!rows || rows.length === 0) return null;
  const numbers = rows.map(({ children: [first] }) => (first ? ownText(first).trim() : ''));
  const printed = numbers.filter((text) => /^\d{1,4}$/.test(text)).map(Number);
  if (!/^序号?$|^编号$/.test(table.columns[0]!.replace(/\s/g, ''))) return rows.length;
  return printed.every((number, index) => number === index + 1) && printed.length > 0
    ? printed.length
    : null;
}

/** Headings below that have none below themselves. */
export function leavesOf(node: Node): Heading[] {
  return headingsOf(node).flatMap((heading) =>
    headingsOf(heading).length === 0 ? [heading] : leavesOf(heading),
  );
}

export function tablesOf(node: Node): Table[] {
  return childrenOf(node).flatMap((child) =>
    child.type === 'table' ? [child as Table] : tablesOf(child),
  );
}

/** What the paragraph at a place among its siblings leads in: its items, or the headings or the table right after it; null where that is unclear. */
export function countListed(siblings: readonly Node[], at: number): number | null {
  const node = siblings[at]!;
  for (const type of ['item', 'subitem']) {
    const own = childrenOf(node).filter((child) => child.type === type);
    if (own.length > 0) return own.length;
  }
  const next = siblings[at + 1];
  if (next?.type === 'table') return countRows(next as Table);
  if (next?.type !== 'heading') return null;
  const { style } = next as Heading;
  let end = at + 1;
  while (end < siblings.length && (siblings[end] as Heading).style === style) end++;
  return end - at - 1;
}

/** What stands under a heading: the headings right below, or all that have none below; [] where there are none. */
export function countsUnder(heading: Heading): number[] {
  const direct = headingsOf(heading).length;
  if (direct > 0) return [...new Set([direct, leavesOf(heading).length])];
  const [first, ...rest] = heading.children;
  if (!first || rest.length > 0) return [];
  if (first.type === 'table') return [countRows(first) ?? []].flat();
  if (first.type !== 'paragraph') return [];
  const items = first.children.filter(({ type }) => type === 'item' || type === 'subitem');
  return items.length > 0 ? [items.length] : [];
}
