/** Writes a result into the search page. */
import type { FacetName, Filters } from '../documents.ts';
import { sortHits } from '../sorting.ts';
import { chosenFilters, type ChosenFilter, type SearchState } from '../state.ts';
import type { SearchResult } from './engine.ts';
import { element } from './element.ts';
import { learnIssue, valueLabel } from './labels.ts';
import { adviseNone, describeTried, isReversed } from './messages.ts';
import type { PageElements } from './page-elements.ts';
import { chosenElements, facetElements } from './view-facets.ts';
import { hitElement, issueElement, recognisedElement, suggestionElements } from './view.ts';

export interface ShowActions {
  search(query: string): void;
  remove(filter: ChosenFilter): void;
  /** The feed of all documents with a value, null where there is none. */
  feedAddress(facet: FacetName, value: string): string | null;
}

/** Makes the function that shows a result; at most `limit` documents of it. */
export function createShow(page: PageElements, actions: ShowActions) {
  let shown = '';
  return (result: SearchResult, state: SearchState, limit: number): void => {
    page.results.hidden = false;
    for (const { document } of result.hits) learnIssue(document.issueKey, document.issue);
    const hits = sortHits(result.hits, state.sort).slice(0, limit);
    showNamed(page, result);
    // What stays is not written anew: the reader may be in it with the keyboard.
    const key = JSON.stringify([state.q, hits.map((hit) => [hit.document.id, hit.clauses.length])]);
    if (key !== shown)
      page.list.replaceChildren(...hits.map((hit) => hitElement(hit, result.query, state.q)));
    shown = key;
    const left = result.total - hits.length;
    page.more.hidden = left <= 0;
    page.more.textContent = `再列${String(Math.min(10, Math.max(1, left)))}篇`;
    page.tools.hidden = hits.length === 0;
    showNone(page, result, state.filters);
    page.suggestions.hidden = result.suggestions.length === 0;
    page.suggestions
      .querySelector('span')!
      .replaceChildren(...suggestionElements(result.suggestions, actions.search));
    showChosen(page, state.filters, actions);
    showFacets(page, result, state.filters);
  };
}

function showNamed(page: PageElements, result: SearchResult): void {
  const named = namedBeside(result);
  page.recognised.hidden = named.length + result.issues.length === 0;
  page.recognised
    .querySelector('ul')!
    .replaceChildren(...result.issues.map(issueElement), ...named.map(recognisedElement));
}

/** Recognised documents; those that are hits already are not named twice unless their number was asked for. */
function namedBeside({ recognised: all, hits }: SearchResult) {
  const shown = new Set(hits.map(({ document: { id } }) => id));
  return all.filter(
    ({ by, clause, document: { id } }) =>
      clause !== undefined || by === 'number' || by === 'title' || !shown.has(id),
  );
}

function showNone(page: PageElements, result: SearchResult, filters: Filters): void {
  const isNone = result.hits.length === 0 && result.query.phrases.length > 0 && result.exact;
  const isNamed = result.recognised.length + result.issues.length > 0;
  const limited = chosenFilters(filters).length > 0;
  page.none.hidden = !isNone || (isNamed && !limited);
  page.excluded.hidden = true;
  if (page.none.hidden) return;
  page.tried.textContent = describeTried(result, limited);
  page.advice.textContent = adviseNone(result, filters);
}

/** What the filters leave out, once it is known. */
export function showExcluded(
  page: PageElements,
  filters: Filters,
  { total, exact }: SearchResult,
): void {
  page.excluded.hidden = total === 0;
  if (total === 0) return;
  page.excluded.querySelector('p')!.textContent =
    `不加筛选，${exact ? '有' : '约有'}${String(total)}篇文件含有；都被所选的筛选条件排除了。`;
  if (!isReversed(filters)) page.advice.textContent = '可以逐项取消上面的筛选条件，或全部取消。';
}

function showChosen(page: PageElements, filters: Filters, actions: ShowActions): void {
  const chosen = chosenFilters(filters);
  const focused = [...page.chosen.children].findIndex((one) =>
    one.contains(document.activeElement),
  );
  page.chosen.replaceChildren(...chosenElements(filters, actions.remove));
  page.chosen.hidden = chosen.length === 0;
  page.clear.hidden = chosen.length === 0;
  // The button that was pressed is gone: the next one takes its place.
  if (focused !== -1) ([...page.chosen.querySelectorAll('button')].at(focused) ?? page.box).focus();
  const feeds = chosen.flatMap(({ name, value }) => {
    if (name === 'from' || name === 'to' || filters[name]?.length !== 1) return [];
    const href = actions.feedAddress(name, value);
    if (href === null) return [];
    return [element('a', { href }, `订阅“${valueLabel(name, value)}”的新文件`)];
  });
  page.feeds.replaceChildren(...feeds);
}

function showFacets(
  page: PageElements,
  { facets, facetsExact }: SearchResult,
  filters: Filters,
): void {
  const { activeElement } = document;
  const focused =
    activeElement instanceof HTMLInputElement && page.facetLists.contains(activeElement)
      ? { name: activeElement.name, value: activeElement.value }
      : null;
  // Before all is checked the index may not have counted yet.
  if (!facetsExact && Object.values(facets).every((values) => values.length === 0)) return;
  const elements = facetElements(facets, filters, facetsExact);
  page.facetLists.replaceChildren(...elements);
  page.facetsFrame.hidden = elements.length === 0 && chosenFilters(filters).length === 0;
  page.from.value = filters.from ?? '';
  page.to.value = filters.to ?? '';
  const chosen = chosenFilters(filters).length;
  page.facetsFrame.querySelector('[data-chosen]')!.textContent =
    chosen === 0 ? '' : `已选${String(chosen)}项`;
  if (!focused) return;
  [...page.facetLists.querySelectorAll('input')]
    .find(({ name, value }) => name === focused.name && value === focused.value)
    ?.focus();
}
