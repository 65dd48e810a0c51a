/**
 * The search itself: the index proposes passages, these are fetched, and every clause is checked exactly. No DOM; the index
 * and the side files are arguments, so that it runs in tests and in the build as in the browser.
 */
import type { CitableIssue } from '../../citing/find-issues.ts';
import type { LoadClauses } from '../../citing/resolution.ts';
import { passes, type FacetName, type Filters, type ListedDocument } from '../documents.ts';
import type { Recognised } from '../finder.ts';
import { readQuery, type Query } from '../query.ts';
import { createSuggester, type Suggester } from '../suggest.ts';
import type { PassageTable } from '../table.ts';
import type { Hit } from './check.ts';
import { Check } from './checking.ts';
import { mayName, namedByTitle } from './naming.ts';
import type { PassageIndex } from './passage-index.ts';
import { proposeDocuments } from './propose.ts';
import { createRecogniser, type Naming } from './recognise.ts';

export type { ClauseHit, Hit } from './check.ts';

export interface EngineFiles {
  table: PassageTable;
  /** Called when something may be named by the input. */
  loadDocuments(): Promise<ListedDocument[]>;
  /** Called when suggestions are wanted. */
  loadVocabulary(): Promise<string[]>;
  /** Called when a clause is named; without it documents are recognised alone. */
  loadClauses?: LoadClauses;
}

export interface SearchResult {
  query: Query;
  /** Documents found under the filters: counted where `exact`, else estimated. */
  total: number;
  /** Clauses of all documents counted in `total`; where not `exact`, of those in `hits`. */
  clauses: number;
  /** Every document under the filters that could hold the phrases was checked. */
  exact: boolean;
  /** Documents named by number or title, those first whose clause is named with them. */
  recognised: Recognised[];
  /** Issues named: 2022年第7期. */
  issues: CitableIssue[];
  /** Other inputs that have hits, where this one has none. */
  suggestions: string[];
  /** Documents by value, each facet under the filters of the others; approximate unless `facetsExact`. */
  facets: Record<FacetName, [value: string, count: number][]>;
  facetsExact: boolean;
  hits: Hit[];
}

export interface SearchOptions {
  /** Documents wanted; `Infinity` checks everything. */
  limit?: number;
  /** Passages that may be fetched for the sake of exact counts; few unless given. */
  verify?: number;
  filters?: Filters;
  /** Newest documents first; else the likeliest. */
  sort?: 'relevance' | 'date';
  /** Given the first hits while the rest is still being checked. */
  onProgress?(result: SearchResult): void;
  signal?: AbortSignal;
}

export type Search = (input: string, options?: SearchOptions) => Promise<SearchResult>;

/** Characters of passages that are read without being asked for: some 30 KB of fragments. */
const freely = 18_000;
const suggestionsTried = 8;
const suggestionsShown = 3;

/** Makes the search over an index. */
export function createEngine(index: PassageIndex, files: EngineFiles): Search {
  const { table } = files;
  let recogniser: Promise<(input: string) => Promise<Naming>> | null = null;
  let suggester: Promise<Suggester> | null = null;

  /** What the input names; nothing where the table of documents cannot be had. */
  async function name(input: string): Promise<Naming> {
    recogniser ??= files.loadDocuments().then((all) => createRecogniser(all, files.loadClauses));
    try {
      return await (
        await recogniser
      )(input);
    } catch {
      recogniser = null;
      return { recognised: [], issues: [] };
    }
  }

  const search: Search = async (input, options = {}) => {
    const { limit = 10, filters = {}, onProgress, signal } = options;
    const query = readQuery(input);
    const { phrases } = query;
    const isExclusion = phrases.length === 0 && query.excluded.length > 0;
    // What is named is looked up while the index looks for the phrases.
    const isNaming = !isExclusion && (phrases.length === 0 || mayName(input, query));
    const naming = isNaming ? name(input) : null;
    const candidates =
      phrases.length === 0
        ? []
        : await proposeDocuments(
            index,
            table,
            phrases.map(({ folded }) => folded),
          );
    if (options.sort === 'date') candidates.sort((a, b) => a.document - b.document);
    let named = await naming;
    const check = new Check(index, table, query, candidates, filters);
    const few = Math.round(freely / table.length);
    const { verify = few } = options;
    const result = (): SearchResult => {
      const { recognised, issues } = named ?? {
        recognised: namedByTitle(check.hits(), query),
        issues: [],
      };
      return {
        query,
        ...check.count(limit, options.sort === 'date'),
        recognised: recognised.filter(({ document }) => passes(document, filters)),
        issues,
        suggestions: [],
      };
    };
    await check.readFirst(limit, Math.min(few, verify), signal);
    if (!check.isDone && check.hits().length > 0) onProgress?.(result());
    await check.readRest(limit === Infinity ? Infinity : verify, signal);
    const isNone = check.isDone && check.hits().length === 0 && phrases.length > 0;
    if (isNone && !isNaming) named = await name(input);
    const outcome = result();
    if (isNone && !check.hasOthers()) outcome.suggestions = await suggest(input, signal);
    return outcome;
  };

  /** Other inputs, each tried: only what has hits is suggested. */
  async function suggest(input: string, signal?: AbortSignal): Promise<string[]> {
    suggester ??= files.loadVocabulary().then(createSuggester);
    suggester.catch(() => (suggester = null));
    const shown: string[] = [];
    for (const text of (await suggester).suggest(input.trim()).slice(0, suggestionsTried)) {
      const query = readQuery(text);
      if (query.phrases.length === 0) continue;
      const phrases = query.phrases.map(({ folded }) => folded);
      const candidates = await proposeDocuments(index, table, phrases);
      const check = new Check(index, table, query, candidates, {});
      await check.readFirst(1, 0, signal);
      if (check.hits().length > 0) shown.push(text);
      if (shown.length === suggestionsShown) break;
    }
    return shown;
  }

  return search;
}
