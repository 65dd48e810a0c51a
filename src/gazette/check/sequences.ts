/** Printed numbers without gaps: 章, 条 through the whole text, 项, 层次标题, numbered table rows. */
import type { Node } from 'unist';
import type { VFile } from 'vfile';
import { writeNumeral } from '../../language/numerals.ts';
import type { IssueNode } from '../../model/issue.ts';
import { placeOf } from '../../model/spans.ts';
import { ownText } from '../../model/text-of.ts';
import type { GazetteData, Part, Span, Table } from '../../model/tree.ts';
import { report } from '../messages.ts';

interface Numbered extends Node {
  label: string;
  number: number | number[];
}

function place(node: Node): Span | null {
  return (node.data as GazetteData | undefined)?.label?.[0] ?? placeOf(node);
}

/** Writes a number the way the label does. */
function expectedLabel(label: string, number: number): string {
  return /\d/.test(label)
    ? label.replace(/\d+/, String(number))
    : label.replace(/[零〇一二三四五六七八九十百千]+/, writeNumeral(number));
}

function checkRun(nodes: Numbered[], what: string, file: VFile): void {
  let last = 0;
  for (const node of nodes) {
    const number = typeof node.number === 'number' ? node.number : node.number[0]!;
    const branch = typeof node.number === 'number' ? undefined : node.number[1];
    if (branch !== undefined && number === last) continue;
    if (number === last) report(file, 'number-repeated', place(node), what, node.label);
    else if (number !== last + 1 && !(last === 0 && what === 'heading')) {
      report(
        file,
        'number-sequence',
        place(node),
        what,
        expectedLabel(node.label, last + 1),
        node.label,
      );
    }
    last = number;
  }
}

/** Runs of siblings of one kind; a number 1 begins a new run. */
function runs(nodes: Numbered[]): Numbered[][] {
  const groups: Numbered[][] = [];
  for (const node of nodes) {
    const first = (typeof node.number === 'number' ? node.number : node.number[0]) === 1;
    if (groups.length === 0 || first) groups.push([node]);
    else groups.at(-1)!.push(node);
  }
  return groups;
}

/** Numbers in the first column of a table (序号); a table whose rows have other figures there is left alone. */
function checkRows(table: Table, file: VFile): void {
  if (table.form || table.data?.flattened) return;
  const rows = table.children.flatMap((row) => {
    const [cell] = row.children;
    const label = cell ? ownText(cell) : '';
    return !row.header && /^\d{1,3}$/.test(label) ? [{ ...row, label, number: Number(label) }] : [];
  }) as Numbered[];
  const named = /^序号?$|^编号$|^№$/.test((table.columns[0] ?? '').replace(/\s/g, ''));
  if (rows.length < 3 || (!named && rows[0]!.number !== 1)) return;
  for (const run of runs(rows)) checkRun(run, 'row', file);
}

function checkPart(part: Part, file: VFile): void {
  const articles: Numbered[] = [];
  const lists: Numbered[][] = [];
  const tables: Table[] = [];
  // 1. 2. 3. may run on across 一、 and 二、, so headings of one style are taken through the whole part.
  const headings = new Map<string, Numbered[]>();
  const walk = (node: Node) => {
    if (!('children' in node)) return;
    const children = node.children as Node[];
    if (node.type === 'table') tables.push(node as Table);
    if (node.type === 'article') articles.push(node as unknown as Numbered);
    for (const type of ['item', 'subitem', 'chapter', 'section']) {
      const list = children.filter((child) => child.type === type) as Numbered[];
      if (list.length > 0) lists.push(list);
    }
    for (const child of children) {
      if (child.type === 'heading') {
        const { style } = child as unknown as { style: string };
        const list = headings.get(style);
        if (list) list.push(child as Numbered);
        else headings.set(style, [child as Numbered]);
      }
      walk(child);
    }
  };
  walk(part);
  for (const table of tables) checkRows(table, file);
  checkRun(articles, 'article', file);
  for (const list of lists) {
    for (const run of runs(list)) checkRun(run, list[0]!.type, file);
  }
  for (const list of headings.values()) {
    for (const run of runs(list)) checkRun(run, 'heading', file);
  }
}

/** Reports gaps and repetitions in the printed numbers of every part. */
export function checkSequences(issue: IssueNode, file: VFile): void {
  for (const document of issue.children) {
    for (const part of document.children) checkPart(part, file);
  }
}
