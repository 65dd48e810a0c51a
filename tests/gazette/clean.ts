/**
 * Clean documents and their outlines. A tree is printed in one canonical form: every paragraph a block of its own,
 * label and text with one space between them; the outline says what must come out of it again.
 */
import type { Node } from 'unist';
import { fold } from '../../src/language/text.ts';
import type { DocumentRecord, GazetteOutput } from '../../src/model/output.ts';
import { placeOf } from '../../src/model/spans.ts';
import { ownText } from '../../src/model/text-of.ts';

interface Any extends Node {
  label?: string;
  title?: string;
  role?: string;
  columns?: string[];
  children?: Any[];
  rowSpan?: number;
  data?: { titleMark?: string; flattened?: true; [name: string]: unknown };
  form?: true;
}

export interface Block {
  kind: 'title' | 'text' | 'item' | 'row';
  text: string;
}

const clean = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Tables that lost their columns, headers of two rows, and cells of several paragraphs have no canonical form. */
function isPlainTable({ children = [], data, form }: Any): boolean {
  const cells = children.flatMap((row) => row.children ?? []);
  const plain = cells.every((cell) => !cell.rowSpan && !cell.children?.some(isParagraph));
  return !data?.flattened && !form && plain;
}

const isParagraph = ({ type }: Node) => type === 'paragraph';

/** The blocks of a document that has a number and a date, or null. */
export function toBlocks({ title, docNumber, date, parts }: DocumentRecord): Block[] | null {
  if (docNumber === null || date === null || !docNumber.includes('〔')) return null;
  const [year, month, day] = date.split('-').map(Number);
  const printedDate = `${year}年${month}月${day}日`;
  const blocks: Block[] = [
    { kind: 'title', text: title },
    { kind: 'text', text: `${docNumber} ${printedDate}` },
  ];
  const push = (kind: Block['kind'], text: string) => {
    if (clean(text) !== '') blocks.push({ kind, text: clean(text) });
  };
  const walkAll = (nodes: Any[] = []) => nodes.forEach(walk);
  const walk = (node: Any) => {
    const { type, label = '', children = [], data } = node;
    const own = ownText(node);
    if (type === 'text' || type === 'citation') return;
    if (type === 'table') {
      if (!isPlainTable(node)) return;
      for (const { children: cells = [] } of children)
        blocks.push({ kind: 'row', text: cells.map((cell) => clean(ownText(cell))).join('\t') });
    } else if (type === 'chapter' || type === 'section') {
      push('text', `${label} ${node.title ?? ''}`);
      walkAll(children);
    } else if (type === 'article' || type === 'heading') {
      const [first, ...rest] = children;
      const shares = first?.type === 'paragraph' && (type === 'article' ? !node.title : true);
      const runIn = type === 'heading' && node.title !== '' && data?.titleMark !== '。';
      const head = `${label}${type === 'article' ? ' ' : ''}${node.title ?? ''}${data?.titleMark ?? ''}`;
      if (shares && !runIn) {
        push('text', head + ownText(first));
        walkAll(first.children);
        walkAll(rest);
      } else {
        push('text', head);
        walkAll(children);
      }
    } else {
      push(type === 'item' || type === 'subitem' ? 'item' : 'text', label + own);
      walkAll(children);
    }
  };
  for (const part of parts as Any[]) {
    if (part.label !== undefined) push('text', part.label);
    if (part.role !== 'notice') push('title', part.title ?? '');
    walkAll(part.children);
  }
  return blocks;
}

export interface Entry {
  /** What the clause is and holds, folded: width and blanks do not count. */
  text: string;
  /** UTF-16 offset at which it is printed. */
  start: number;
}

/** What a reader sees of the tree: every title, label, paragraph, item and row, each with what it belongs to. */
export function outline({ documents }: GazetteOutput): Entry[] {
  const entries: Entry[] = [];
  const add = (node: Node, words: (string | undefined)[]) => {
    const start = placeOf(node)?.start;
    if (start !== undefined) entries.push({ text: fold(words.filter(Boolean).join('|')), start });
  };
  const walk = (node: Any, parent: string) => {
    const { type, label, title, role, children = [], columns } = node;
    if (type === 'text' || type === 'citation') return;
    if (type === 'tableRow') {
      add(node, [type, ...children.map((cell) => ownText(cell))]);
      return;
    }
    if (type !== 'part' || role !== 'notice')
      add(node, [parent, type, role, label, title, columns?.join(' '), ownText(node)]);
    for (const child of children) walk(child, label ?? type);
  };
  for (const document of documents) {
    const [first] = document.data.fields.title ?? [];
    if (first)
      entries.push({
        text: fold(`document|${document.title}|${document.docNumber}`),
        start: first.start,
      });
    document.parts.forEach((part) => walk(part as Any, ''));
  }
  return entries;
}

/** Entries of the first list that are not in the second, where both are read in order. */
export function missing(expected: Entry[], found: Entry[]): Entry[] {
  const width = found.length + 1;
  const lengths = new Uint16Array((expected.length + 1) * width);
  for (let i = expected.length - 1; i >= 0; i--)
    for (let j = found.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        expected[i]!.text === found[j]!.text
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  const lost: Entry[] = [];
  for (let i = 0, j = 0; i < expected.length;) {
    if (j < found.length && expected[i]!.text === found[j]!.text) [i, j] = [i + 1, j + 1];
    else if (j < found.length && lengths[i * width + j + 1]! >= lengths[(i + 1) * width + j]!) j++;
    else lost.push(expected[i++]!);
  }
  return lost;
}
