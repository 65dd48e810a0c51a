/** Counts of documents by value, each facet under the filters of the others. */
import { facetNames, facetValues, hasChosen, type FacetName, type Filters } from '../documents.ts';
import type { PassageTable } from '../table.ts';
import type { Checked, Hit } from './check.ts';

export type Facets = Record<FacetName, [value: string, count: number][]>;

type ValuesOf = (facet: FacetName) => string[];

export function countHits(hits: Hit[], filters: Filters): Facets {
  return count(
    hits.map(
      ({ document }): ValuesOf =>
        (facet) =>
          facetValues(document, facet),
    ),
    filters,
  );
}

/** An estimate from above: every candidate that was not read to its end counts. */
export function countCandidates(
  candidates: Checked[],
  table: PassageTable,
  filters: Filters,
): Facets {
  const open = candidates.filter(
    ({ candidate, read, missing }) => missing.size === 0 || read < candidate.passages.length,
  );
  return count(
    open.map(
      ({ candidate }): ValuesOf =>
        (facet) =>
          table.facetValues(candidate.document, facet),
    ),
    filters,
  );
}

function count(documents: ValuesOf[], filters: Filters): Facets {
  const counts = facetNames.map((facet) => {
    const byValue = new Map<string, number>();
    for (const valuesOf of documents) {
      if (!hasChosen(valuesOf, filters, facet)) continue;
      for (const value of valuesOf(facet)) byValue.set(value, (byValue.get(value) ?? 0) + 1);
    }
    return [facet, sorted(facet, byValue)];
  });
  return Object.fromEntries(counts) as Facets;
}

/** Years newest first, other values largest first. */
function sorted(facet: FacetName, counts: Map<string, number>): [string, number][] {
  return [...counts].sort(([a, x], [b, y]) =>
    facet === 'year' ? compare(b, a) : y - x || compare(a, b),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
