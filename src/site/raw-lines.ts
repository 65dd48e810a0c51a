/** Places of the tree in the raw text. */
import type { DocumentRecord } from '../model/output.ts';
import type { GazetteContent } from '../model/tree.ts';

/** 1-based line of the raw text on which a document's text begins; null where no node has a position. */
export function lineOf({ parts }: Pick<DocumentRecord, 'parts'>): number | null {
  const lines = parts.flatMap(listLines);
  return lines.length === 0 ? null : Math.min(...lines);
}

function listLines(node: GazetteContent): number[] {
  if (node.position) return [node.position.start.line];
  return 'children' in node ? (node.children as GazetteContent[]).flatMap(listLines) : [];
}
