/** Running text of the tree for the eye. */
import { displayText } from '../language/text.ts';
import { correctedValue } from '../model/corrections.ts';
import type { Heading, Phrasing, Text } from '../model/tree.ts';

interface AnyNode {
  type: string;
}

/** A run of neighbouring children that are all text, or all of one other type. */
export interface Run<Child extends AnyNode> {
  type: string;
  children: Child[];
}

/** Neighbouring children of one type as runs; texts and citations are one type. */
export function splitRuns<Child extends AnyNode>(children: Child[]): Run<Child>[] {
  const runs: Run<Child>[] = [];
  for (const child of children) {
    const type = isPhrasing(child) ? 'text' : child.type;
    const last = runs.at(-1);
    if (last?.type === type) last.children.push(child);
    else runs.push({ type, children: [child] });
  }
  return runs;
}

/** Whether a node is text or a citation. */
export function isPhrasing<Child extends AnyNode>(node: Child): node is Child & Phrasing {
  return node.type === 'text' || node.type === 'citation';
}

/** The text of a node and everything below it, corrected, for the eye. */
export function plainText(node: AnyNode & { value?: unknown; children?: AnyNode[] }): string {
  if (typeof node.value === 'string') return displayText(correctedValue(node as Text));
  return (node.children ?? []).map((child) => plainText(child)).join('');
}

/** Whether a heading's title stands in the same line as the text that follows, or it has no title at all. */
export function isRunIn({ title, data }: Pick<Heading, 'title' | 'data'>): boolean {
  return title === '' || data?.titleMark !== undefined;
}

/** Label and title of a heading as printed: 一、工作目标, 1. 加强领导; run in: 1. 加强领导。 */
export function headingText({
  label,
  title,
  data,
}: Pick<Heading, 'label' | 'title' | 'data'>): string {
  const printed = displayText(label);
  const space = /[.．]$/.test(printed) ? ' ' : '';
  return `${printed}${space}${displayText(title)}${data?.titleMark ?? ''}`;
}

/** Label and title of a chapter or section: 第一章　总则. */
export function divisionText({ label, title }: { label: string; title: string }): string {
  return `${displayText(label)}　${displayText(title)}`;
}
