/** The running text of a part as a flat list, with the raw place of every character. */
import type { Node } from 'unist';
import { ownTexts } from '../../model/text-of.ts';
import type { Part, Span } from '../../model/tree.ts';
import { spanOf } from '../../model/spans.ts';

export interface FlatParagraph {
  text: string;
  /** Raw spans of `text.slice(from, to)`. */
  spans(from: number, to: number): Span[];
}

/** The node's own text (`ownText`), '' for a node without any. */
export function flatParagraph(node: Node): FlatParagraph {
  const texts = ownTexts(node);
  return {
    text: texts.map(({ value }) => value).join(''),
    spans(from, to) {
      const spans: Span[] = [];
      let offset = 0;
      for (const text of texts) {
        const { value } = text;
        const first = Math.max(from - offset, 0);
        const last = Math.min(to - offset, value.length);
        const { start } = spanOf(text);
        if (first < last) spans.push({ start: start + first, end: start + last });
        offset += value.length;
      }
      return spans;
    },
  };
}

/** Every node of the part that has text of its own (paragraphs, items, notes, cells), in order. */
export function flatParagraphs(part: Part): FlatParagraph[] {
  const paragraphs: FlatParagraph[] = [];
  const walk = (node: Node) => {
    const paragraph = flatParagraph(node);
    if (paragraph.text !== '') paragraphs.push(paragraph);
    if ('children' in node)
      (node.children as Node[]).filter(({ type }) => type !== 'text').forEach(walk);
  };
  part.children.forEach(walk);
  return paragraphs;
}

/** A part of a paragraph as a text of its own (UTF-16 offsets in the paragraph). */
export function slice(paragraph: FlatParagraph, from: number, to: number): FlatParagraph {
  return {
    text: paragraph.text.slice(from, to),
    spans: (start, end) => paragraph.spans(from + start, Math.min(from + end, to)),
  };
}
