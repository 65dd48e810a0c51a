/** Counts of documents by what they can be limited to, and their order. */
import {
  facetNames,
  isWithin,
  valuesIn,
  type FacetName,
  type FactsOf,
  type Filters,
} from './documents.ts';

/** Documents by value. */
export type Facets = Record<FacetName, [value: string, count: number][]>;

/** Facets whose values are in order of time, the newest first. */
const timely: readonly FacetName[] = ['year', 'issue'];

/** Documents by value, each facet under the filters of the others. */
export function countFacets(documents: FactsOf[], filters: Filters): Facets {
  const entries = facetNames.map((facet) => {
    const counts = new Map<string, number>();
    for (const facts of documents) {
      if (!isWithin(facts, filters, facet)) continue;
      for (const value of valuesIn(facts, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [facet, sortCounts(facet, [...counts])] as const;
  });
  return Object.fromEntries(entries) as Facets;
}

/** Years and issues newest first, other values largest first. */
function sortCounts(facet: FacetName, counts: [string, number][]): [string, number][] {
  return counts
    .filter(([, count]) => count > 0)
    .sort(([a, x], [b, y]) => (timely.includes(facet) ? newest(a, b) : y - x || compare(a, b)));
}

const byNumber = new Intl.Collator('en', { numeric: true });

/** 2022-10 is later than 2022-9. */
function newest(a: string, b: string): number {
  return byNumber.compare(b, a);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
