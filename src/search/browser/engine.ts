/**
 * The search itself: the index proposes passages, these are fetched, and every clause is checked exactly. No DOM; the index
 * and the side files are arguments, so that it runs in tests and in the build as in the browser.
 */
import type { CitableIssue } from '../../citing/find-issues.ts';
import type { LoadClauses } from '../../citing/resolution.ts';
import { passes, type Filters, type ListedDocument } from '../documents.ts';
import type { Facets } from '../facets.ts';
import type { Recognised } from '../finder.ts';
import { maxLength, readQuery, type Query } from '../query.ts';
import type { Suggester } from '../suggest.ts';
import { addsTo, type Suggestion } from '../suggest/suggestion.ts';
import { mayBePinyin, mayNameAgency } from '../suggest/when.ts';
import type { PassageTable } from '../table.ts';
import type { Hit } from './check.ts';
import { Check } from './checking.ts';
import { countHits } from './facets.ts';
import { allowedBy, listByLimits } from './limited.ts';
import { once } from './loading.ts';
import { mayName, namedByTitle } from './naming.ts';
import type { PassageIndex } from './passage-index.ts';
import { proposeDocuments, type Candidate } from './propose.ts';
import type { Naming } from './recognise.ts';

export type { ClauseHit, Hit } from './check.ts';

export interface EngineFiles {
  table: PassageTable;
  /** Called when something may be named by the input, and when it asks for titles, numbers or issuers. */
  loadDocuments(): Promise<ListedDocument[]>;
  /** Called when suggestions are wanted. */
  loadSuggester(): Promise<Suggester>;
  /** Called when an agency is named: gives its other names. */
  loadOtherNames(): Promise<(input: string) => Suggestion[]>;
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
  /**
   * Other inputs that have hits: where this one has none, and where it is pinyin or an agency's name.
   * Each says how it comes from this one.
   */
  suggestions: Suggestion[];
  /** Documents by value, each facet under the filters of the others; approximate unless `facetsExact`. */
  facets: Facets;
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
const suggestionsTried = 16;
const suggestionsShown = 3;
/** So many passages are read for a hit of something suggested; words that are common, but never together, would have all read. */
const passagesTried = 60;
const triedAtOnce = 4;

/** Makes the search over an index. */
export function createEngine(index: PassageIndex, files: EngineFiles): Search {
  const { table } = files;
  // What reads references and finds titles is code that most searches do without.
  const loadRecogniser = once(async () => {
    const [{ createRecogniser }, all] = await Promise.all([
      import('./recognise.ts'),
      files.loadDocuments(),
    ]);
    return createRecogniser(all, files.loadClauses);
  });

  /** What the input names; nothing where the table of documents cannot be had. */
  async function name(input: string): Promise<Naming> {
    try {
      const recognise = await loadRecogniser();
      return await recognise(input);
    } catch {
      return { recognised: [], issues: [] };
    }
  }

  const search: Search = async (input, options = {}) => {
    const { limit = 10, filters = {}, onProgress, signal } = options;
    const query = readQuery(input);
    const { phrases } = query;
    // What is named is looked up while the index looks for the phrases.
    const isNaming = query.plain !== '' && (phrases.length === 0 || mayName(query.plain, query));
    const naming = isNaming ? name(query.plain) : null;
    if (phrases.length === 0 && query.limits.length > 0) {
      const { recognised = [], issues = [] } = (await naming) ?? {};
      const listed = listByLimits(await files.loadDocuments(), query);
      return { query, recognised, issues, suggestions: [], ...countListed(listed, options) };
    }
    const candidates = await propose(query);
    if (options.sort === 'date') candidates.sort((a, b) => a.document - b.document);
    let named = await naming;
    const tell = () => {
      if (!check.isDone && check.hits().length > 0) onProgress?.(result());
    };
    const check = new Check(index, table, query, candidates, filters, tell);
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
    tell();
    await check.readRest(limit === Infinity ? Infinity : verify, signal);
    const isNone = check.isDone && check.hits().length === 0 && phrases.length > 0;
    if (isNone && !isNaming && query.plain !== '') named = await name(query.plain);
    const outcome = result();
    const isEmpty = isNone && !check.hasOthers();
    if (phrases.length === 0 || !hasOtherInputs(input, isEmpty)) return outcome;
    if (!isEmpty) onProgress?.(outcome);
    const others = await otherInputs(input, isEmpty);
    return { ...outcome, suggestions: await confirm(others, signal) };
  };

  /** Documents that may hold the phrases and meet the limits. */
  async function propose({ phrases, limits }: Query): Promise<Candidate[]> {
    if (phrases.length === 0) return [];
    const [candidates, allowed] = await Promise.all([
      proposeDocuments(
        index,
        table,
        phrases.map(({ folded }) => folded),
      ),
      limits.length === 0 ? null : files.loadDocuments().then((all) => allowedBy(all, limits)),
    ]);
    return allowed ? candidates.filter(({ document }) => allowed.has(document)) : candidates;
  }

  /** What to try; nothing where the files cannot be had, since the hits stand without it. */
  async function otherInputs(input: string, isNone: boolean): Promise<Suggestion[]> {
    try {
      const text = input.trim().slice(0, maxLength);
      if (!isNone && !mayBePinyin(text)) return (await files.loadOtherNames())(text);
      const others = (await files.loadSuggester()).suggest(text, suggestionsTried);
      return isNone ? others : others.filter(({ kind }) => kind === 'pinyin');
    } catch (error) {
      console.warn(error);
      return [];
    }
  }

  /** Each input tried: only what has hits is suggested. */
  async function confirm(inputs: Suggestion[], signal?: AbortSignal): Promise<Suggestion[]> {
    const shown: Suggestion[] = [];
    for (const suggestion of inputs.slice(0, suggestionsTried)) {
      if (!addsTo(shown, suggestion)) continue;
      const query = readQuery(suggestion.text);
      if (query.phrases.length === 0) continue;
      const check = new Check(index, table, query, await propose(query), {});
      await check.readFirst(1, triedAtOnce, signal, passagesTried);
      await check.readRest(triedAtOnce, signal);
      if (check.hits().length > 0) shown.push(suggestion);
      if (shown.length === suggestionsShown) break;
    }
    return shown;
  }

  return search;
}

/** Whether other inputs are looked for: where there is no hit, and beside those of pinyin and of an agency's name. */
function hasOtherInputs(input: string, isNone: boolean): boolean {
  return isNone || mayBePinyin(input.trim()) || mayNameAgency(input.trim());
}

/** Hits that need no index, counted under the filters. */
function countListed(listed: Hit[], { limit = 10, filters = {} }: SearchOptions) {
  const passing = listed.filter(({ document }) => passes(document, filters));
  return {
    exact: true,
    total: passing.length,
    clauses: passing.reduce((sum, { clauses }) => sum + clauses.length, 0),
    facets: countHits(listed, filters),
    facetsExact: true,
    hits: passing.slice(0, limit),
  };
}
