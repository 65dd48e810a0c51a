/** Places of the tree in the raw text. */
import type { DocumentRecord } from '../model/output.ts';
import type { GazetteContent } from '../model/tree.ts';

/** 1-based line of the raw text on which a document's text begins; null where no node has a position. */
export function lineOf({ parts }: Pick<DocumentRecord, 'parts'>): number | null {
  const lines = parts.flatMap(listLines);
  return lines.length === 0 ? null : Math.min(...lines);
}

/** 1-based line on which each node with an id begins. */
export function linesOf({ parts }: Pick<DocumentRecord, 'parts'>): Map<string, number> {
  const lines = new Map<string, number>();
  const walk = (node: GazetteContent) => {
    if ('id' in node && node.id !== undefined && node.position)
      lines.set(node.id, node.position.start.line);
    if ('children' in node) (node.children as GazetteContent[]).forEach(walk);
  };
  parts.forEach(walk);
  return lines;
}

function listLines(node: GazetteContent): number[] {
  if (node.position) return [node.position.start.line];
  return 'children' in node ? (node.children as GazetteContent[]).flatMap(listLines) : [];
}
