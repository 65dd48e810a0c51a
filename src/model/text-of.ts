/** Plain text of a node, as printed. */
import type { Node } from 'unist';
import type { Text } from './tree.ts';

/** The text nodes of a node's own text, citations opened: without its items, rows and paragraphs. */
export function ownTexts(node: Node): Text[] {
  if (!('children' in node)) return [];
  return (node.children as Node[]).flatMap((child) =>
    child.type === 'text' ? [child as Text] : child.type === 'citation' ? ownTexts(child) : [],
  );
}

/** The node's own text. */
export function ownText(node: Node): string {
  return ownTexts(node)
    .map(({ value }) => value)
    .join('');
}

/** The text of a node and all below it, labels and titles left out. */
export function wholeText(node: Node): string {
  if (node.type === 'text') return (node as Text).value;
  return 'children' in node ? (node.children as Node[]).map(wholeText).join('') : '';
}
