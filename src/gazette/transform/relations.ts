/** Documents a text repeals, and those it is based on. */
import { findBasis } from '../../language/basis.ts';
import { findRepeals, leadsInRepeals } from '../../language/repeals.ts';
import type { CitedDocument } from '../../model/output.ts';
import type { Part } from '../../model/tree.ts';
import { citedDocuments } from './cited.ts';
import { flatParagraphs, slice, type FlatParagraph } from './flat-paragraphs.ts';

/** A line of a list of documents, not a sentence of its own. */
const isListed = (text: string) => /[《〔]/.test(text) && !/。./.test(text);

/** The documents that the text repeals, in a sentence or in a list under one. */
export function readRepeals(paragraphs: FlatParagraph[]): CitedDocument[] {
  const named: FlatParagraph[] = [];
  let listing = false;
  for (const paragraph of paragraphs) {
    if (leadsInRepeals(paragraph.text)) {
      listing = true;
      continue;
    }
    listing &&= isListed(paragraph.text);
    if (listing) named.push(paragraph);
    else
      for (const { start, end } of findRepeals(paragraph.text))
        named.push(slice(paragraph, start, end));
  }
  return citedDocuments(named);
}

/** How many paragraphs at the head of a text may say its basis without 制定本办法. */
const opening = 2;

/** Paragraphs a part begins with, before its first heading or chapter, and its first article. */
function openingOf(part: Part): Set<string> {
  const texts: string[] = [];
  for (const node of part.children) {
    if (node.type === 'paragraph')
      texts.push(...flatParagraphs({ ...part, children: [node] }).map(({ text }) => text));
    else if (node.type !== 'addressee' && node.type !== 'contents' && node.type !== 'signature')
      break;
  }
  return new Set(texts.slice(0, opening));
}

/** The documents that the parts say they are based on. */
export function readBasis(parts: Part[]): CitedDocument[] {
  const named: FlatParagraph[] = [];
  for (const part of parts) {
    const opens = openingOf(part);
    for (const paragraph of flatParagraphs(part))
      for (const { start, end } of findBasis(paragraph.text, opens.has(paragraph.text)))
        named.push(slice(paragraph, start, end));
  }
  return citedDocuments(named);
}
