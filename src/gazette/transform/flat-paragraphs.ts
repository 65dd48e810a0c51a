/** The running text of a part as a flat list, with the raw place of every character. */
import type { Node } from 'unist';
import type { Part, Span, Text } from '../../model/tree.ts';
import { spanOf } from '../../model/spans.ts';

export interface FlatParagraph {
  text: string;
  /** Raw spans of `text.slice(from, to)`. */
  spans(from: number, to: number): Span[];
}

function ownTexts(node: Node): Text[] {
  const texts: Text[] = [];
  if (!('children' in node)) return texts;
  for (const child of node.children as Node[]) {
    if (child.type === 'text') texts.push(child as Text);
    else if (child.type === 'citation') texts.push(...ownTexts(child));
  }
  return texts;
}

function flat(texts: Text[]): FlatParagraph {
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
    const texts = ownTexts(node);
    if (texts.length > 0) paragraphs.push(flat(texts));
    if ('children' in node)
      (node.children as Node[]).filter(({ type }) => type !== 'text').forEach(walk);
  };
  part.children.forEach(walk);
  return paragraphs;
}
