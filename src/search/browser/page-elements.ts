/** The elements of the search page that its scripts fill. */
import { find } from './find.ts';

/** Finds them; throws where the page lacks one. */
export function findElements() {
  return {
    form: find('main form[role="search"]', HTMLFormElement),
    box: find('main input[name="q"]', HTMLInputElement),
    status: find('[data-status]', HTMLElement),
    live: find('[data-live-status]', HTMLElement),
    failure: find('[data-failure]', HTMLElement),
    intro: find('[data-intro]', HTMLElement),
    results: find('[data-search]', HTMLElement),
    recognised: find('[data-recognised]', HTMLElement),
    facetsFrame: find('[data-facets-frame]', HTMLDetailsElement),
    facets: find('[data-facets]', HTMLFormElement),
    facetLists: find('[data-facet-lists]', HTMLElement),
    from: find('[data-facets] input[name="from"]', HTMLInputElement),
    to: find('[data-facets] input[name="to"]', HTMLInputElement),
    clear: find('[data-clear]', HTMLButtonElement),
    tools: find('[data-tools]', HTMLElement),
    sort: find('[data-sort]', HTMLSelectElement),
    csv: find('[data-csv]', HTMLButtonElement),
    csvStatus: find('[data-csv-status]', HTMLElement),
    chosen: find('[data-chosen-list]', HTMLElement),
    feeds: find('[data-feeds]', HTMLElement),
    none: find('[data-none]', HTMLElement),
    tried: find('[data-tried]', HTMLElement),
    excluded: find('[data-excluded]', HTMLElement),
    advice: find('[data-advice]', HTMLElement),
    suggestions: find('[data-suggestions]', HTMLElement),
    list: find('[data-hits]', HTMLElement),
    more: find('[data-more]', HTMLButtonElement),
  };
}

export type PageElements = ReturnType<typeof findElements>;
