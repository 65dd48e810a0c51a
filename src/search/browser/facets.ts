/** Counts of what was found by value, and of what may be found. */
import { factsOf, type Filters } from '../documents.ts';
import { countFacets, type Facets } from '../facets.ts';
import type { PassageTable } from '../table.ts';
import type { Checked, Hit } from './check.ts';

export function countHits(hits: Hit[], filters: Filters): Facets {
  return countFacets(
    hits.map(({ document }) => factsOf(document)),
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
  return countFacets(
    open.map(({ candidate }) => table.factsOf(candidate.document)),
    filters,
  );
}
