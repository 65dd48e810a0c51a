/** Printed numbers without gaps: 章, 条 through the whole text, 项, 层次标题, numbered table rows. */
import type { Node } from 'unist';
import { writeNumeral } from '../../language/numerals.ts';
import { readAttachmentLabel } from '../../language/standing-forms.ts';
import type { DocumentNode, IssueNode } from '../../model/issue.ts';
import { placeOf } from '../../model/spans.ts';
import { ownText } from '../../model/text-of.ts';
import type { GazetteData, Part, Span, Table } from '../../model/tree.ts';
import type { Comparisons } from './comparisons.ts';

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

const divisions = new Set(['chapter', 'section', 'article']);

/** Where the numbers of a run are reported. */
interface Target {
  what: string;
  document: DocumentNode;
  comparisons: Comparisons;
}

function checkRun(nodes: Numbered[], { what, document, comparisons }: Target): void {
  const [kind, repeated, sequence] = divisions.has(what)
    ? (['articles', 'article-repeated', 'article-sequence'] as const)
    : (['numbering', 'number-repeated', 'number-sequence'] as const);
  let last = 0;
  for (const node of nodes) {
    const number = typeof node.number === 'number' ? node.number : node.number[0]!;
    const branch = typeof node.number === 'number' ? undefined : node.number[1];
    if (branch !== undefined && number === last) {
      comparisons.agree(kind, document);
      continue;
    }
    if (number === last) {
      comparisons.fail(repeated, document, place(node), what, node.label);
    } else if (number !== last + 1 && !(last === 0 && what === 'heading')) {
      const expected = expectedLabel(node.label, last + 1);
      comparisons.fail(sequence, document, place(node), what, expected, node.label);
    } else {
      comparisons.agree(kind, document);
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
function checkRows(table: Table, target: Target): void {
  if (table.form || table.data?.flattened) return;
  const rows = table.children.flatMap((row) => {
    const [cell] = row.children;
    const label = cell ? ownText(cell) : '';
    return !row.header && /^\d{1,3}$/.test(label) ? [{ ...row, label, number: Number(label) }] : [];
  }) as Numbered[];
  const named = /^序号?$|^编号$|^№$/.test((table.columns[0] ?? '').replace(/\s/g, ''));
  if (rows.length < 3 || (!named && rows[0]!.number !== 1)) return;
  for (const run of runs(rows)) checkRun(run, target);
}

const isBook = ({ data }: Numbered) => (data as GazetteData | undefined)?.level === 'book';

function checkPart(part: Part, document: DocumentNode, comparisons: Comparisons): void {
  const target = (what: string): Target => ({ what, document, comparisons });
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
      // 编 stand among the 章 they hold, and have numbers of their own.
      for (const own of [list.filter(isBook), list.filter((child) => !isBook(child))])
        if (own.length > 0) lists.push(own);
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
  for (const table of tables) checkRows(table, target('row'));
  checkRun(articles, target('article'));
  for (const list of lists) {
    for (const run of runs(list)) checkRun(run, target(list[0]!.type));
  }
  for (const list of headings.values()) {
    for (const run of runs(list)) checkRun(run, target('heading'));
  }
}

/** 附件1, 附件2 …; an attachment with a branch number (附件1-2) follows its own. */
function checkAttachmentNumbers(document: DocumentNode, comparisons: Comparisons): void {
  const numbered = document.children.flatMap((part) => {
    const { number = null, branch = null } = readAttachmentLabel(part.label ?? '') ?? {};
    const own = branch === null ? number : [number, branch];
    return number === null ? [] : [{ ...part, number: own, label: part.label! }];
  }) as unknown as Numbered[];
  checkRun(numbered, { what: 'attachment', document, comparisons });
}

/** Reports gaps and repetitions in the printed numbers of every part. */
export function checkSequences(issue: IssueNode, comparisons: Comparisons): void {
  for (const document of issue.children) {
    for (const part of document.children) checkPart(part, document, comparisons);
    checkAttachmentNumbers(document, comparisons);
  }
}
