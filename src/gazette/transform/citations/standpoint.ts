/** Where a reference stands: what 前款, 本条 and a bare 第二款 are counted from. */
import type { Node } from 'unist';
import type { Article, Chapter, Heading, Item, Paragraph, Section } from '../../../model/tree.ts';

export interface Standpoint {
  chapter: Chapter | null;
  section: Section | null;
  article: Article | null;
  paragraph: Paragraph | null;
  /** The text stands in an item, not in the paragraph's own words. */
  item: Item | null;
  /** Headings around it, the innermost last. */
  headings: readonly Heading[];
  inTable: boolean;
}

export const outside: Standpoint = {
  chapter: null,
  section: null,
  article: null,
  paragraph: null,
  item: null,
  headings: [],
  inTable: false,
};

/** The standpoint of what lies in the node. */
export function stepInto(node: Node, at: Standpoint): Standpoint {
  switch (node.type) {
    case 'chapter':
      return { ...at, chapter: node as Chapter, section: null };
    case 'section':
      return { ...at, section: node as Section };
    case 'article':
      return { ...at, article: node as Article };
    case 'paragraph':
      return { ...at, paragraph: node as Paragraph };
    case 'item':
      return { ...at, item: node as Item };
    case 'heading':
      return { ...at, headings: [...at.headings, node as Heading] };
    case 'table':
      return { ...at, inTable: true };
    default:
      return at;
  }
}
