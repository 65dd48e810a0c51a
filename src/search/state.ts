/** The state of the search page as an address that can be shared: ?q=…&year=2022&issuer=…&from=2020-01-01&sort=newest */
import { facetNames, type FacetName, type Filters } from './documents.ts';
import { sortings, type Sorting } from './sorting.ts';

export interface SearchState {
  q: string;
  filters: Filters;
  sort: Sorting;
}

const maxValues = 20;
const day = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Reads the query part of an address; a facet may be repeated. What is no date or no order is passed over. */
export function readState(query: string): SearchState {
  const parameters = new URLSearchParams(query);
  const filters = readFilters({
    ...Object.fromEntries(facetNames.map((facet) => [facet, parameters.getAll(facet)])),
    from: parameters.get('from') ?? '',
    to: parameters.get('to') ?? '',
  });
  const sort = sortings.find((one) => one === parameters.get('sort')) ?? 'relevance';
  return { q: parameters.get('q') ?? '', filters, sort };
}

/** The query part of the address of a state, '' for the empty one. */
export function writeState({ q, filters, sort }: SearchState): string {
  const parameters = new URLSearchParams();
  if (q !== '') parameters.set('q', q);
  for (const facet of facetNames) {
    for (const value of filters[facet] ?? []) parameters.append(facet, value);
  }
  for (const end of ['from', 'to'] as const) {
    if (filters[end] !== undefined) parameters.set(end, filters[end]);
  }
  if (sort !== 'relevance') parameters.set('sort', sort);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** Filters as others may write them: one value for a list, a year or a month for a day. */
export function readFilters(given: Record<string, unknown>): Filters {
  const filters: Filters = {};
  for (const facet of facetNames) {
    const value = given[facet];
    const list = (Array.isArray(value) ? (value as unknown[]) : [value]).filter(
      (one): one is string => typeof one === 'string' && one !== '',
    );
    if (list.length > 0) filters[facet] = [...new Set(list)].slice(0, maxValues);
  }
  const from = readDay(given.from, 'first');
  const to = readDay(given.to, 'last');
  if (from !== null) filters.from = from;
  if (to !== null) filters.to = to;
  return filters;
}

/** A day; of a year or a month its first or last one. */
function readDay(value: unknown, edge: 'first' | 'last'): string | null {
  const [, year, month, date] = (typeof value === 'string' && day.exec(value.trim())) || [];
  if (year === undefined) return null;
  const months = month ?? (edge === 'first' ? '01' : '12');
  if (months < '01' || months > '12') return null;
  const length = new Date(Date.UTC(Number(year), Number(months), 0)).getUTCDate();
  const dates = date ?? (edge === 'first' ? '01' : String(length));
  return Number(dates) < 1 || Number(dates) > length ? null : `${year}-${months}-${dates}`;
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

/** One limit that is set. */
export interface ChosenFilter {
  name: FacetName | 'from' | 'to';
  value: string;
}

/** Every limit that is set, in the order of the filters. */
export function chosenFilters(filters: Filters): ChosenFilter[] {
  const ends = (['from', 'to'] as const).flatMap((name) =>
    filters[name] === undefined ? [] : [{ name, value: filters[name] }],
  );
  return [
    ...facetNames.flatMap((name) => (filters[name] ?? []).map((value) => ({ name, value }))),
    ...ends,
  ];
}

/** The filters without one limit. */
export function withoutFilter(filters: Filters, { name, value }: ChosenFilter): Filters {
  if (name !== 'from' && name !== 'to') return toggleFilter(filters, name, value);
  const { [name]: _, ...others } = filters;
  return others;
}
