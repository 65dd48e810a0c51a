/** What the reader does on the search page, as events of its elements. */
import type { FacetName, Filters } from '../documents.ts';
import { readFilters } from '../state.ts';
import type { Sorting } from '../sorting.ts';
import { onTyped } from './composition.ts';
import type { PageElements } from './page-elements.ts';

export interface PageActions {
  /** A search is likely to follow. */
  warm(): void;
  /** Typing rests at a query. */
  type(query: string): void;
  /** An input method begins to compose. */
  hold(): void;
  submit(query: string): void;
  toggle(facet: FacetName, value: string): void;
  limitDates(range: Pick<Filters, 'from' | 'to'>): void;
  sort(sorting: Sorting): void;
  /** Gives up all filters. */
  clear(): void;
  more(): void;
  /** A hit is followed. */
  open(): void;
  /** Saves the results, and writes how far it is. */
  save(write: (text: string) => void): Promise<void>;
  retry(): void;
}

const pause = 180;
/** A date is typed number by number. */
const datePause = 600;

export function listen(page: PageElements, actions: PageActions): void {
  listenToBox(page, actions);
  listenToFilters(page, actions);
  page.more.addEventListener('click', actions.more);
  page.list.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')) actions.open();
  });
  page.failure.querySelector('button')!.addEventListener('click', actions.retry);
  page.csv.addEventListener('click', () => {
    page.csv.disabled = true;
    const write = (text: string) => (page.csvStatus.textContent = text);
    void actions.save(write).finally(() => {
      page.csv.disabled = false;
    });
  });
}

function listenToBox({ box, form }: PageElements, actions: PageActions): void {
  let timer: number | undefined;
  box.addEventListener('focus', actions.warm);
  onTyped(
    box,
    () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        actions.type(box.value.trim());
      }, pause);
    },
    () => {
      // What was typed before the composition is searched for together with what comes out of it.
      window.clearTimeout(timer);
      actions.hold();
    },
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    window.clearTimeout(timer);
    actions.submit(box.value.trim());
  });
}

function listenToFilters(page: PageElements, actions: PageActions): void {
  let timer: number | undefined;
  page.facets.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  page.facetLists.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement) actions.toggle(target.name as FacetName, target.value);
  });
  for (const end of [page.from, page.to]) {
    end.addEventListener('change', () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        if (!page.facets.reportValidity()) return;
        actions.limitDates(readFilters({ from: page.from.value, to: page.to.value }));
      }, datePause);
    });
  }
  page.sort.addEventListener('change', () => {
    actions.sort(page.sort.value as Sorting);
  });
  page.clear.addEventListener('click', actions.clear);
}
