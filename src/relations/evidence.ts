/** From a place in the raw text to the clause and the sentence that stand there. */
import { searchText } from '../language/text.ts';
import { textPieces } from '../model/corrections.ts';
import { ownTexts } from '../model/text-of.ts';
import type { GazetteContent, Span, Text } from '../model/tree.ts';
import type { Evidence, Source } from './model.ts';

/** A place inside a paragraph. */
export interface Place {
  /** Id of the nearest clause. */
  clause: string;
  texts: Text[];
  /** The paragraph as printed. */
  printed: string;
  /** UTF-16 offset of the place in it. */
  offset: number;
}

/** The paragraph that holds a raw offset, or null. */
export function placeAt({ record }: Source, at: number): Place | null {
  const visit = (node: GazetteContent, above: string): Place | null => {
    const clause = ('id' in node && node.type !== 'tableCell' ? node.id : undefined) ?? above;
    const texts = ownTexts(node);
    let before = 0;
    for (const text of texts) {
      const start = text.position?.start.offset ?? Infinity;
      if (at >= start && at < start + text.value.length) {
        const printed = texts.map(({ value }) => value).join('');
        return { clause, texts, printed, offset: before + at - start };
      }
      before += text.value.length;
    }
    if (!('children' in node)) return null;
    for (const child of node.children as GazetteContent[]) {
      const found = visit(child, clause);
      if (found) return found;
    }
    return null;
  };
  for (const part of record.parts) {
    const found = visit(part, '');
    if (found) return found;
  }
  return null;
}

/** The sentence around a place, as readers are shown it: with an editor's corrections. */
export function sentenceAt({ texts, printed, offset }: Place): string {
  const start = printed.lastIndexOf('。', offset - 1) + 1;
  const stop = printed.indexOf('。', offset);
  return searchText(corrected(texts, start, stop === -1 ? printed.length : stop + 1));
}

/** A stretch of a paragraph with the corrections that touch it. */
function corrected(texts: Text[], start: number, end: number): string {
  let result = '';
  let at = 0;
  for (const text of texts)
    for (const piece of textPieces(text)) {
      const length = typeof piece === 'string' ? piece.length : piece.from.length;
      const [from, to] = [Math.max(start - at, 0), Math.min(end - at, length)];
      if (from < to) result += typeof piece === 'string' ? piece.slice(from, to) : piece.to;
      at += length;
    }
  return result;
}

/** The sentence at a span of a document; its title where the span stands in no paragraph or is not known. */
export function evidenceAt(source: Source, span: Span | null): Evidence {
  const place = span && placeAt(source, span.start);
  return place
    ? { document: source.id, clause: place.clause, text: sentenceAt(place) }
    : titleEvidence(source);
}

/** The document's title as evidence. */
export function titleEvidence({ id, record }: Source): Evidence {
  return { document: id, clause: '', text: record.title };
}
