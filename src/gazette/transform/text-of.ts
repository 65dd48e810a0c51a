/** Plain text of a node, as printed. */
import type { Node } from 'unist';

/** The values of all text below the node, in order, without labels and titles. */
export function textOf(node: Node): string {
  if ('value' in node) return node.value as string;
  if ('children' in node) return (node.children as Node[]).map(textOf).join('');
  return '';
}

/** The node's own text: without the text of its items. */
export function ownText(node: Node): string {
  if (!('children' in node)) return textOf(node);
  return (node.children as Node[])
    .filter(({ type }) => type === 'text' || type === 'citation')
    .map(textOf)
    .join('');
}
