/** The search page: results as one types, an address that can be shared, `window.gongbaoSearch`. */
import {
  chosenFilters,
  readFilters,
  readState,
  toggleFilter,
  withoutFilter,
  writeState,
  type SearchState,
} from '../state.ts';
import { createAnnouncer } from './announce.ts';
import { boxOptions } from './box-options.ts';
import { createCombobox } from './combobox.ts';
import { listen } from './controls.ts';
import type { Search, SearchResult } from './engine.ts';
import { createLoader } from './loader.ts';
import { describeFailure, describeResult, waiting } from './messages.ts';
import { findElements } from './page-elements.ts';
import { createRecentPanel } from './recent-panel.ts';
import { remember } from './recent-store.ts';
import { saveCsv } from './save-csv.ts';
import { createShow, showExcluded, type ShowActions } from './show-result.ts';

declare global {
  interface Window {
    /** The search of this page, for other scripts: resolves to the same result the page shows. */
    gongbaoSearch: Search;
  }
}

const step = 10;
/** Passages read so that the counts are exact: some 400 KB at most, for what is common. */
const checkedInPage = 160;

/** What a step of the browser's history keeps beside the address. */
interface View {
  limit: number;
  y: number;
}

/** Starts the page. `feedAddress` is the feed of all documents with a value, null where there is none. */
export function startSearchPage({ feedAddress }: Pick<ShowActions, 'feedAddress'>): void {
  const page = findElements();
  const { box } = page;
  const pageTitle = document.title;
  const say = createAnnouncer(page.status, page.live);
  const combobox = createCombobox(box, '检索建议');
  const show = createShow(page, { search: choose, remove: removeFilter, feedAddress });
  const showRecent = createRecentPanel(choose);

  let state = readState(location.search);
  const load = createLoader(() => state.q);
  let limit = step;
  let running: AbortController | null = null;
  /** The reader has come to rest at this query: the next one typed is a step of the history. */
  let isSettled = true;
  let last: SearchResult | null = null;

  window.gongbaoSearch = async (input, options) => {
    const search = await load();
    return search(input, { ...options, filters: readFilters({ ...options?.filters }) });
  };

  /** Searches for the state of the page and shows the outcome; a newer search takes the place of an older one. */
  async function run(): Promise<void> {
    running?.abort();
    const own = new AbortController();
    running = own;
    page.failure.hidden = true;
    page.csvStatus.textContent = '';
    document.title = state.q === '' ? pageTitle : `${state.q} · ${pageTitle}`;
    page.intro.hidden = state.q !== '';
    if (state.q === '') {
      page.results.hidden = true;
      last = null;
      showRecent();
      offer();
      say('');
      return;
    }
    const told = waiting.map(([seconds, words]) =>
      window.setTimeout(() => {
        if (running === own) say(words);
      }, seconds * 1000),
    );
    const shows = (result: SearchResult) => {
      if (running !== own) return;
      told.forEach(window.clearTimeout);
      last = result;
      show(result, state, limit);
      say(describeResult(result, chosenFilters(state.filters).length > 0));
      offer();
    };
    try {
      const search = await load();
      if (own.signal.aborted) return;
      const { q, filters, sort } = state;
      const options = { filters, signal: own.signal };
      // The newest come first from the index, the oldest after all others were read.
      const result = await search(q, {
        ...options,
        limit: sort === 'oldest' ? Infinity : limit,
        verify: checkedInPage,
        sort: sort === 'relevance' ? 'relevance' : 'date',
        onProgress: shows,
      });
      shows(result);
      if (result.total === 0 && result.exact && chosenFilters(filters).length > 0) {
        const unlimited = await search(q, { limit: 1, signal: own.signal });
        if (running === own) showExcluded(page, filters, unlimited);
      }
    } catch (error) {
      if (running !== own || own.signal.aborted) return;
      console.error(error);
      page.results.hidden = true;
      say('');
      page.failure.querySelector('p')!.textContent = describeFailure(error);
      page.failure.hidden = false;
    } finally {
      told.forEach(window.clearTimeout);
    }
  }

  function offer(): void {
    combobox.offer(boxOptions(box.value.trim(), last, choose));
  }

  /** Goes to a changed state; `remembered` makes it a step of the browser's history. */
  function change(part: Partial<SearchState>, remembered: boolean): void {
    const address = location.pathname + writeState({ ...state, ...part });
    const isNew = address !== location.pathname + location.search;
    if (remembered && isNew) {
      keepView();
      history.pushState(null, '', address);
    } else if (isNew) history.replaceState(null, '', address);
    state = { ...state, ...part };
    limit = step;
    void run();
  }

  function settle(part: Partial<SearchState>): void {
    isSettled = true;
    change(part, true);
  }

  /** Searches for something that was offered. */
  function choose(q: string): void {
    box.value = q;
    remember(q);
    settle({ q });
    box.focus();
    combobox.close();
  }

  function removeFilter(filter: Parameters<typeof withoutFilter>[1]): void {
    settle({ filters: withoutFilter(state.filters, filter) });
  }

  /** So that the way back leads to the same place in the list. */
  function keepView(): void {
    history.replaceState({ limit, y: window.scrollY } satisfies View, '');
  }

  function restore(kept: unknown): void {
    const view = kept as View | null;
    state = readState(location.search);
    box.value = state.q;
    page.sort.value = state.sort;
    limit = view?.limit ?? step;
    isSettled = true;
    combobox.close();
    void run().then(() => {
      if (view) window.scrollTo(0, view.y);
    });
  }

  listen(page, {
    warm: () => void load().catch(() => undefined),
    type(q) {
      if (q === state.q) return;
      change({ q }, isSettled);
      isSettled = false;
    },
    hold: combobox.close,
    submit(q) {
      combobox.close();
      remember(q);
      settle({ q });
    },
    toggle: (facet, value) => settle({ filters: toggleFilter(state.filters, facet, value) }),
    limitDates(range) {
      const { from: _from, to: _to, ...others } = state.filters;
      settle({ filters: { ...others, ...range } });
    },
    sort: (sort) => settle({ sort }),
    clear() {
      settle({ filters: {} });
      box.focus();
    },
    more() {
      const next = page.list.childElementCount;
      limit += step;
      void run().then(() => {
        // The button may be gone; a reader who has gone on meanwhile is left alone.
        if (document.activeElement !== page.more && document.activeElement !== document.body)
          return;
        page.list.children[next]?.querySelector('a')?.focus({ preventScroll: true });
      });
    },
    open: () => remember(state.q),
    save: async (write) => {
      try {
        await saveCsv(await load(), state, write);
      } catch (error) {
        write(describeFailure(error));
      }
    },
    retry: () => void run(),
  });
  window.addEventListener('popstate', (event) => {
    restore(event.state);
  });
  window.addEventListener('pagehide', keepView);

  history.scrollRestoration = 'manual';
  page.facetsFrame.open = window.matchMedia('(min-width: 48rem)').matches;
  restore(history.state);
  // Who opens this page will search: what that takes is on its way with the page.
  if (state.q === '') whenIdle(() => void load().catch(() => undefined));
}

function whenIdle(work: () => void): void {
  // Safari has no idle callbacks.
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: 1000 });
  else setTimeout(work, 200);
}
