/** Adds what follows from offsets: line and column (1-based) of positions, the text of label and title spans. */
import type { Node, Point } from 'unist';
import { printed } from '../../model/spans.ts';
import type { GazetteData } from '../../model/tree.ts';

/** Offsets at which the lines of the raw text start. */
export function lineStarts(raw: string): number[] {
  const starts = [0];
  const pattern = /\r\n|\r|\n/g;
  while (pattern.exec(raw)) starts.push(pattern.lastIndex);
  return starts;
}

/** 1-based line and column of an offset. */
export function pointAt(starts: readonly number[], offset: number): Required<Point> {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - starts[low]! + 1, offset };
}

/** Completes the positions of a tree, and the spans of its labels and titles. */
export function completePositions(tree: Node, raw: string): void {
  const starts = lineStarts(raw);
  const complete = (node: Node) => {
    if (node.position) {
      node.position = {
        start: pointAt(starts, node.position.start.offset ?? 0),
        end: pointAt(starts, node.position.end.offset ?? 0),
      };
    }
    const data = node.data as GazetteData | undefined;
    if (data?.label) data.label = data.label.map((span) => printed(raw, span));
    if (data?.title) data.title = data.title.map((span) => printed(raw, span));
    if ('children' in node) (node.children as Node[]).forEach(complete);
  };
  complete(tree);
}
