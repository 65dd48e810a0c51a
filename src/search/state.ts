/** The state of the search page as an address that can be shared: ?q=…&year=2022&issuer=…&kind=通知 */
import { facetNames, type FacetName, type Filters } from './documents.ts';

export interface SearchState {
  q: string;
  filters: Filters;
}

/** Reads the query part of an address; a facet may be repeated. */
export function readState(query: string): SearchState {
  const parameters = new URLSearchParams(query);
  const filters: Filters = {};
  for (const facet of facetNames) {
    const values = [...new Set(parameters.getAll(facet))]
      .filter((value) => value !== '')
      .slice(0, 20);
    if (values.length > 0) filters[facet] = values;
  }
  return { q: parameters.get('q') ?? '', filters };
}

/** The query part of the address of a state, '' for the empty one. */
export function writeState({ q, filters }: SearchState): string {
  const parameters = new URLSearchParams();
  if (q !== '') parameters.set('q', q);
  for (const facet of facetNames) {
    for (const value of filters[facet] ?? []) parameters.append(facet, value);
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** The filters with one value of a facet chosen or given up. */
export function toggleFilter(filters: Filters, facet: FacetName, value: string): Filters {
  const chosen = filters[facet] ?? [];
  const values = chosen.includes(value)
    ? chosen.filter((one) => one !== value)
    : [...chosen, value];
  const { [facet]: _, ...others } = filters;
  return values.length === 0 ? others : { ...others, [facet]: values };
}
