/** Adds line and column (1-based) to positions that know offsets only. */
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import { lineStarts, pointAt } from '../../model/lines.ts';

/** Completes the positions of a tree. */
export function completePositions(tree: Node, raw: string): void {
  const starts = lineStarts(raw);
  visit(tree, (node) => {
    if (!node.position) return;
    node.position = {
      start: pointAt(starts, node.position.start.offset ?? 0),
      end: pointAt(starts, node.position.end.offset ?? 0),
    };
  });
}
