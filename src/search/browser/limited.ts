/** What 标题: 文号: 机关: ask of documents, by the table of documents. */
import type { ListedDocument } from '../documents.ts';
import { foldPhrase } from '../fold.ts';
import { limitedTitles, meetsLimits } from '../limits.ts';
import { holdsPhrase } from '../match.ts';
import type { Limit, Query } from '../query.ts';
import type { Hit } from './check.ts';

/** Numbers of the documents that meet the limits; the table lists documents in the order of their numbers. */
export function allowedBy(documents: readonly ListedDocument[], limits: Limit[]): Set<number> {
  return new Set(
    documents.flatMap((document, number) => (meetsLimits(document, limits) ? [number] : [])),
  );
}

/** Documents asked for by title, number or issuer alone, with their titles. */
export function listByLimits(
  documents: readonly ListedDocument[],
  { limits, excluded }: Query,
): Hit[] {
  return documents
    .filter((document) => meetsLimits(document, limits))
    .map((document) => ({
      document,
      clauses: limitedTitles(document, limits).filter(
        ({ text }) => !excluded.some(({ folded }) => holdsPhrase(foldPhrase(text), folded)),
      ),
      together: true,
      unread: 0,
    }))
    .filter(({ clauses }) => clauses.length > 0);
}
