/** What a parsed document publishes: its addresses, each with a hash of its printed text. */
import { clauseTexts } from '../model/clause-texts.ts';
import type { DocumentRecord } from '../model/output.ts';
import type { GazetteContent, PrintedSpan } from '../model/tree.ts';
import { sealOf } from './seals.ts';

export interface PublishedClause {
  hash: string;
  /** Printed words without the label. */
  text: string;
}

export interface PublishedDocument {
  id: string;
  /** As printed, without white space. */
  title: string;
  /** By id, in reading order. */
  clauses: Map<string, PublishedClause>;
}

/** Hash of a document's title. */
export function titleHash({ title }: Pick<PublishedDocument, 'title'>): string {
  return sealOf(title);
}

/** The addresses of a document. Nothing in it depends on an editor's corrections. */
export function publishedDocument(record: DocumentRecord): PublishedDocument {
  const printed = asPrinted(record);
  const clauses = clauseTexts(printed, 'printed').map(
    ({ id, label, text }): [string, PublishedClause] => [id, { hash: sealOf(label + text), text }],
  );
  return {
    id: record.id,
    title: printed.title.replace(/\s+/gu, ''),
    clauses: new Map(clauses),
  };
}

/** Shorter texts stand in many documents. */
const telling = 10;

/** Documents that share more of their texts are one document. */
export const sameWords = 0.5;

/** Share of the document's texts that the hashes hold, 0 to 1. */
export function sharedWords({ clauses }: PublishedDocument, hashes: ReadonlySet<string>): number {
  const texts = [...clauses.values()].filter(({ text }) => text.length >= telling);
  if (texts.length === 0) return 0;
  return texts.filter(({ hash }) => hashes.has(hash)).length / texts.length;
}

/** The record with its titles and captions as printed. */
function asPrinted(record: DocumentRecord): DocumentRecord {
  const correction = record.corrections.find(({ field }) => field === 'title');
  const title = correction?.from ?? record.title;
  const parts = record.parts.map((part) => {
    const borrowed = part.data?.title === undefined && part.title === record.title;
    return withPrintedTitles(borrowed ? { ...part, title } : part);
  });
  return { ...record, title, parts };
}

function withPrintedTitles<Content extends GazetteContent>(node: Content): Content {
  const copy = { ...node };
  const spans = node.data?.title as PrintedSpan[] | undefined;
  if (spans !== undefined) {
    const printed = spans.map(({ text }) => text).join('');
    // The printed title holds its closing mark.
    Object.assign(copy, {
      [node.type === 'table' ? 'caption' : 'title']: printed,
      data: { ...node.data, titleMark: undefined },
    });
  }
  if ('children' in copy) {
    const children = (copy.children as GazetteContent[]).map(withPrintedTitles);
    Object.assign(copy, { children });
  }
  return copy;
}
