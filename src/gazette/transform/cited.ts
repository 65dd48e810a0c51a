/** Documents that a text names: 《title》 and 文号, for what a document cites and what it repeals. */
import { isInstrument, namedDocuments } from '../../language/named-documents.ts';
import { foldLetters } from '../../language/text.ts';
import { hull } from '../../model/spans.ts';
import type { CitedDocument } from '../../model/output.ts';
import type { FlatParagraph } from './flat-paragraphs.ts';

/**
 * The documents named in texts, in order, each once with its first place. A title without a number counts only where it
 * ends as titles of laws and documents do; an order's number only beside its title.
 */
export function citedDocuments(texts: readonly FlatParagraph[]): CitedDocument[] {
  const merged = new Map<string, CitedDocument>();
  for (const paragraph of texts) {
    for (const { title, docNumber, start, end } of namedDocuments(paragraph.text)) {
      if (docNumber === null && !isInstrument(title!)) continue;
      const key = title === null ? docNumber! : foldLetters(title);
      const known = merged.get(key);
      if (!known) merged.set(key, { docNumber, title, span: hull(paragraph.spans(start, end)) });
      else known.docNumber ??= docNumber;
    }
  }
  const titled = new Set(
    [...merged.values()].flatMap(({ title, docNumber }) => (title === null ? [] : [docNumber])),
  );
  return [...merged.values()].filter(
    ({ title, docNumber }) => title !== null || !titled.has(docNumber),
  );
}
