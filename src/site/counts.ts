/** What an issue or a document holds, in numbers. */
import type { GazetteContent, Part, Table } from '../model/tree.ts';
import type { DocumentEntry } from './entries.ts';

export interface Counts {
  documents: number;
  articles: number;
  tables: number;
  attachments: number;
}

/** Counts over some documents. */
export function countContents(documents: DocumentEntry[]): Counts {
  const parts = documents.flatMap(({ record }) => record.parts);
  return {
    documents: documents.length,
    articles: countNodes(parts, 'article'),
    tables: countNodes(parts, 'table'),
    attachments: parts.filter(({ role }) => role === 'attachment').length,
  };
}

/** The tables of a document in order. */
export function listTables(parts: Part[]): Table[] {
  return parts.flatMap((part) => findAll(part, 'table')) as Table[];
}

function countNodes(parts: Part[], type: GazetteContent['type']): number {
  return parts.flatMap((part) => findAll(part, type)).length;
}

function findAll(node: GazetteContent, type: GazetteContent['type']): GazetteContent[] {
  const below =
    'children' in node
      ? (node.children as GazetteContent[]).flatMap((child) => findAll(child, type))
      : [];
  return node.type === type ? [node, ...below] : below;
}
