/** The root of the tree and its documents. */
import type { DocumentRecord, Furniture, IssueFacts, TocEntry } from './output.ts';
import type { GazetteData, Part, Span } from './tree.ts';
import type { Node, Position } from 'unist';

/** A document in the tree; its fields are those of the output record. */
export interface DocumentNode extends Node, Omit<DocumentRecord, 'parts' | 'data'> {
  type: 'document';
  children: Part[];
  position?: Position;
  data: GazetteData & DocumentRecord['data'];
}

/** The whole of one raw text. */
export interface IssueNode extends Node {
  type: 'issue';
  facts: IssueFacts;
  toc: TocEntry[];
  frontMatter: Span[];
  furniture: Furniture[];
  children: DocumentNode[];
}
