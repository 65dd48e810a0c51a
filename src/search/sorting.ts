/** Orders of results. */
import type { ListedDocument } from './documents.ts';

export const sortings = ['relevance', 'newest', 'oldest'] as const;
export type Sorting = (typeof sortings)[number];

/** Items in an order; those of equal date keep theirs, those without a date come last. */
export function sortHits<Item extends { document: ListedDocument }>(
  hits: Item[],
  sorting: Sorting,
): Item[] {
  if (sorting === 'relevance') return hits;
  const sign = sorting === 'oldest' ? 1 : -1;
  return hits.toSorted(({ document: { date: a } }, { document: { date: b } }) => {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    return a === b ? 0 : sign * (a < b ? -1 : 1);
  });
}
