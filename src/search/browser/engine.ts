/**
 * The search itself: Pagefind proposes documents, their fragments are read, and every clause is checked exactly.
 * No DOM; Pagefind and the side files are arguments, so that it runs in tests as in the browser.
 */
import type { CitableIssue } from '../../citing/find-issues.ts';
import type { LoadClauses } from '../../citing/resolution.ts';
import { searchText } from '../../language/text.ts';
import {
  facetNames,
  facetValues,
  passes,
  type FacetName,
  type Filters,
  type ListedDocument,
} from '../documents.ts';
import type { Recognised } from '../finder.ts';
import { foldWithPlaces, type Folded } from '../fold.ts';
import { findPhrase, mergeMarks, type Mark } from '../match.ts';
import { maxLength, readQuery, type Query } from '../query.ts';
import { readFragment, readFragmentId, type FoundClause, type Fragment } from '../record.ts';
import { createSuggester, type Suggester } from '../suggest.ts';
import { queryTerms } from '../terms.ts';
import { createRecogniser } from './recognise.ts';

/** What is used of a Pagefind instance. Terms are asked for as they are, separated by blanks. */
export interface PagefindIndex {
  filters(): Promise<unknown>;
  search(
    terms: string | null,
    options?: { filters?: Record<string, { any: string[] }> },
  ): Promise<{
    results: { id: string; data(): Promise<Fragment> }[];
    filters: Record<string, Record<string, number>>;
  }>;
}

export interface EngineFiles {
  documents: ListedDocument[];
  commonPairs: ReadonlySet<string>;
  /** Called when suggestions are wanted. */
  loadVocabulary(): Promise<string[]>;
  /** Called when a clause is named; without it documents are recognised alone. */
  loadClauses?: LoadClauses;
}

export interface ClauseHit extends FoundClause {
  /** Where the phrases stand in `text`. */
  marks: Mark[];
}

export interface Hit {
  document: ListedDocument;
  clauses: ClauseHit[];
  /** Every clause holds all phrases; else they stand in different clauses of the document. */
  together: boolean;
}

export interface SearchResult {
  query: Query;
  /** Documents found under the filters: counted where `exact`, else estimated. */
  total: number;
  /** Clauses of all documents counted in `total`; where not `exact`, of those in `hits`. */
  clauses: number;
  /** Every document that could hold the phrases was checked. */
  exact: boolean;
  /** Documents named by number or title, those first whose clause is named with them. */
  recognised: Recognised[];
  /** Issues named: 2022年第7期. */
  issues: CitableIssue[];
  /** Other inputs that have hits, where this one has none. */
  suggestions: string[];
  /** Documents by value, each facet under the filters of the others; approximate unless `exact`. */
  facets: Record<FacetName, [value: string, count: number][]>;
  hits: Hit[];
}

export interface SearchOptions {
  /** Documents wanted; `Infinity` checks everything. */
  limit?: number;
  filters?: Filters;
  /** Given the first hits while the rest is still being checked. */
  onProgress?(result: SearchResult): void;
  signal?: AbortSignal;
}

export type Search = (input: string, options?: SearchOptions) => Promise<SearchResult>;

/** Up to this number of documents all are checked, so that counts are exact. */
const checkAll = 60;
const batch = 12;
const suggestionsTried = 8;
const suggestionsShown = 3;

interface Read {
  document: ListedDocument;
  clauses: { clause: FoundClause; folded: Folded }[];
}

/** Makes the search over an index. */
export function createEngine(index: PagefindIndex, files: EngineFiles): Search {
  const byId = new Map(files.documents.map((document) => [document.id, document]));
  const recognise = createRecogniser(files.documents, files.loadClauses);
  const read = new Map<string, Promise<Read | null>>();
  let suggester: Promise<Suggester> | null = null;

  function readDocument(result: { id: string; data(): Promise<Fragment> }): Promise<Read | null> {
    let reading = read.get(result.id);
    if (!reading) {
      reading = result.data().then((fragment) => prepare(fragment, byId));
      // A failed fetch is tried again by the next search.
      reading.catch(() => read.delete(result.id));
      read.set(result.id, reading);
    }
    return reading;
  }

  async function check(
    results: { id: string; data(): Promise<Fragment> }[],
    query: Query,
    enough: (hits: Hit[], checked: number) => boolean,
    signal?: AbortSignal,
  ): Promise<{ hits: Hit[]; checked: number }> {
    const hits: Hit[] = [];
    let checked = 0;
    while (checked < results.length && !enough(hits, checked)) {
      signal?.throwIfAborted();
      const part = await Promise.all(results.slice(checked, checked + batch).map(readDocument));
      checked = Math.min(results.length, checked + batch);
      for (const document of part) {
        const hit = document && matchDocument(document, query);
        if (hit) hits.push(hit);
      }
    }
    return { hits, checked };
  }

  const search: Search = async (input, { limit = 10, filters = {}, onProgress, signal } = {}) => {
    const query = readQuery(input);
    const isExclusion = query.phrases.length === 0 && query.excluded.length > 0;
    // The clauses of what is named are fetched while Pagefind looks for the phrases.
    const naming = isExclusion ? null : recognise(input);
    const proposed =
      query.phrases.length === 0 ? null : await index.search(termsOf(query, files.commonPairs));
    const { recognised = [], issues = [] } = (await naming) ?? {};
    const nothing: SearchResult = {
      query,
      total: 0,
      clauses: 0,
      exact: true,
      recognised: recognised.filter(({ document }) => passes(document, filters)),
      issues,
      suggestions: [],
      facets: { year: [], issuer: [], kind: [] },
      hits: [],
    };
    if (proposed === null) return nothing;

    let { results, filters: counts } = proposed;
    const all = limit === Infinity || results.length <= checkAll;
    if (!all) {
      await index.filters();
      ({ results, filters: counts } = await index.search(termsOf(query, files.commonPairs), {
        filters: toPagefind(filters),
      }));
    }
    const finish = (hits: Hit[], checked: number): SearchResult => {
      const exact = checked === results.length;
      const passing = rank(hits.filter(({ document }) => passes(document, filters)));
      const shown = passing.slice(0, limit);
      return {
        ...nothing,
        exact,
        total: exact
          ? passing.length
          : Math.max(
              hits.length,
              Math.round((results.length * hits.length) / Math.max(1, checked)),
            ),
        clauses: (exact ? passing : shown).reduce((sum, { clauses }) => sum + clauses.length, 0),
        facets: exact ? countFacets(hits, filters) : readCounts(counts),
        hits: shown,
      };
    };
    let told = false;
    const { hits, checked } = await check(
      results,
      query,
      (found, done) => {
        const enough = found.filter(({ document }) => passes(document, filters)).length >= limit;
        if (enough && !told && done < results.length) {
          told = true;
          onProgress?.(finish(found, done));
        }
        return enough && !all;
      },
      signal,
    );
    const result = finish(hits, checked);
    if (hits.length === 0 && checked === results.length) {
      result.suggestions = await suggest(input, signal);
    }
    return result;
  };

  /** Other inputs, each tried: only what has hits is suggested. */
  async function suggest(input: string, signal?: AbortSignal): Promise<string[]> {
    suggester ??= files.loadVocabulary().then(createSuggester);
    const shown: string[] = [];
    // What is not read as a query is no word to be put right either.
    const read = [...input.trim()].slice(0, maxLength).join('');
    for (const text of (await suggester).suggest(read).slice(0, suggestionsTried)) {
      const query = readQuery(text);
      if (query.phrases.length === 0) continue;
      const { results } = await index.search(termsOf(query, files.commonPairs));
      const { hits } = await check(results, query, (found) => found.length > 0, signal);
      if (hits.length > 0) shown.push(text);
      if (shown.length === suggestionsShown) break;
    }
    return shown;
  }

  return search;
}

/** The terms of all phrases; null, every document, where a phrase has none. */
function termsOf(query: Query, common: ReadonlySet<string>): string | null {
  const terms = query.phrases.flatMap(({ folded }) => queryTerms(folded, common));
  return terms.length === 0 ? null : [...new Set(terms)].join(' ');
}

function prepare(fragment: Fragment, byId: Map<string, ListedDocument>): Read | null {
  const document = byId.get(readFragmentId({ url: fragment.url }));
  if (!document) return null;
  const title: FoundClause = { id: '', label: '标题', text: searchText(document.title) };
  return {
    document,
    clauses: [title, ...readFragment(fragment)].map((clause) => ({
      clause,
      folded: foldWithPlaces(clause.text),
    })),
  };
}

function matchDocument({ document, clauses }: Read, { phrases, excluded }: Query): Hit | null {
  const missing = new Set(phrases);
  const found: { clause: ClauseHit; count: number }[] = [];
  for (const { clause, folded } of clauses) {
    if (excluded.some((phrase) => findPhrase(folded, phrase.folded).length > 0)) continue;
    const marks = phrases.map((phrase) => {
      const places = findPhrase(folded, phrase.folded);
      if (places.length > 0) missing.delete(phrase);
      return places;
    });
    const count = marks.filter((places) => places.length > 0).length;
    if (count > 0) {
      found.push({ clause: { ...clause, marks: mergeMarks(marks.flat()) }, count });
    }
  }
  if (missing.size > 0) return null;
  const whole = found.filter(({ count }) => count === phrases.length);
  return {
    document,
    clauses: (whole.length > 0 ? whole : found).map(({ clause }) => clause),
    together: whole.length > 0,
  };
}

/** Title hits first, then documents whose clauses hold all phrases; else Pagefind's order. */
function rank(hits: Hit[]): Hit[] {
  const weight = ({ clauses, together }: Hit) =>
    (together && clauses[0]!.label === '标题' ? 2 : 0) + (together ? 1 : 0);
  return hits.toSorted((a, b) => weight(b) - weight(a));
}

function countFacets(hits: Hit[], filters: Filters): SearchResult['facets'] {
  const count = (facet: FacetName) => {
    const counts: Record<string, number> = {};
    for (const { document } of hits) {
      if (!passes(document, filters, facet)) continue;
      for (const value of facetValues(document, facet)) counts[value] = (counts[value] ?? 0) + 1;
    }
    return counts;
  };
  return readCounts(Object.fromEntries(facetNames.map((facet) => [facet, count(facet)])));
}

/** Years newest first, other values largest first. */
function readCounts(counts: Record<string, Record<string, number>>): SearchResult['facets'] {
  const sorted = (facet: FacetName) =>
    Object.entries(counts[facet] ?? {})
      .filter(([, count]) => count > 0)
      .sort(([a, x], [b, y]) => (facet === 'year' ? compare(b, a) : y - x || compare(a, b)));
  return { year: sorted('year'), issuer: sorted('issuer'), kind: sorted('kind') };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function toPagefind(filters: Filters): Record<string, { any: string[] }> {
  return Object.fromEntries(
    Object.entries(filters)
      .filter(([, values]) => values.length > 0)
      .map(([facet, values]) => [facet, { any: values }]),
  );
}
