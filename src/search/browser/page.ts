/** The search page: results as one types, an address that can be shared, `window.gongbaoSearch`. */
import type { FacetName, Filters } from '../documents.ts';
import { readState, toggleFilter, writeState, type SearchState } from '../state.ts';
import type { Search, SearchResult } from './engine.ts';
import { loadSearch } from './files.ts';
import { adviseNone, describeFailure, describeResult } from './messages.ts';
import {
  facetElements,
  hitElement,
  issueElement,
  recognisedElement,
  suggestionElements,
} from './view.ts';

declare global {
  interface Window {
    /** The search of this page, for other scripts: resolves to the same result the page shows. */
    gongbaoSearch: Search;
  }
}

const pause = 180;
const step = 10;
/** Passages read so that the counts are exact: some 400 KB at most, for what is common. */
const checkedInPage = 160;

const root = find('[data-search]', HTMLElement);
const form = find('main form[role="search"]', HTMLFormElement);
const box = find('main input[name="q"]', HTMLInputElement);
const status = find('[data-status]', HTMLElement);
const failure = find('[data-failure]', HTMLElement);
const intro = find('[data-intro]', HTMLElement);
const recognised = find('[data-recognised]', HTMLElement);
const none = find('[data-none]', HTMLElement);
const facets = find('[data-facets]', HTMLFormElement);
const facetsFrame = find('[data-facets-frame]', HTMLDetailsElement);
const clear = find('[data-clear]', HTMLButtonElement);
const list = find('[data-hits]', HTMLElement);
const more = find('[data-more]', HTMLButtonElement);
const pageTitle = document.title;

let loading: Promise<Search> | null = null;
let state: SearchState = readState(location.search);
let limit = step;
let running: AbortController | null = null;
let timer: number | undefined;

window.gongbaoSearch = async (input, options) => (await load())(input, options);

function load(): Promise<Search> {
  if (!loading) {
    loading = loadSearch();
    // After a failure the next try loads again.
    loading.catch(() => {
      loading = null;
    });
  }
  return loading;
}

/** Searches for the state of the page and shows the outcome; a newer search takes the place of an older one. */
async function run(): Promise<void> {
  running?.abort();
  const own = new AbortController();
  running = own;
  failure.hidden = true;
  document.title = state.q === '' ? pageTitle : `${state.q} · ${pageTitle}`;
  intro.hidden = state.q !== '';
  if (state.q === '') {
    root.hidden = true;
    say('');
    return;
  }
  const slow = window.setTimeout(() => {
    if (running === own) say('正在检索……');
  }, 300);
  try {
    const search = await load();
    if (own.signal.aborted) return;
    const show = (result: SearchResult) => {
      if (running === own) showResult(result);
    };
    show(
      await search(state.q, {
        limit,
        verify: checkedInPage,
        filters: state.filters,
        signal: own.signal,
        onProgress: show,
      }),
    );
  } catch (error) {
    if (running !== own || own.signal.aborted) return;
    console.error(error);
    root.hidden = true;
    say('');
    failure.querySelector('p')!.textContent = describeFailure(error);
    failure.hidden = false;
  } finally {
    window.clearTimeout(slow);
  }
}

function showResult(result: SearchResult): void {
  root.hidden = false;
  say(describeResult(result));
  const named = recognisedBeside(result);
  recognised.hidden = named.length + result.issues.length === 0;
  recognised
    .querySelector('ul')!
    .replaceChildren(...result.issues.map(issueElement), ...named.map(recognisedElement));
  list.replaceChildren(...result.hits.map((hit) => hitElement(hit, result.query)));
  showNone(result);
  showFacets(result);
  more.hidden = result.hits.length >= result.total;
  more.textContent = `再列${String(Math.min(step, Math.max(1, result.total - result.hits.length)))}篇`;
}

/** Recognised documents; those that are hits already are not named twice unless their number was asked for. */
function recognisedBeside({ recognised: all, hits }: SearchResult) {
  const shown = new Set(hits.map(({ document: { id } }) => id));
  return all.filter(
    ({ by, clause, document: { id } }) =>
      clause !== undefined || by === 'number' || by === 'title' || !shown.has(id),
  );
}

function showNone(result: SearchResult): void {
  const isNone = result.hits.length === 0 && result.query.phrases.length > 0 && result.exact;
  none.hidden =
    !isNone ||
    (result.recognised.length + result.issues.length > 0 && result.suggestions.length === 0);
  if (none.hidden) return;
  const filtered = Object.keys(state.filters).length > 0;
  none.querySelector('[data-advice]')!.textContent = filtered
    ? '可以取消左侧的筛选条件再试。'
    : adviseNone(result);
  const suggestions = none.querySelector<HTMLElement>('[data-suggestions]')!;
  suggestions.hidden = result.suggestions.length === 0;
  suggestions.querySelector('span')!.replaceChildren(
    ...suggestionElements(result.suggestions, (text) => {
      box.value = text;
      change({ q: text }, true);
      box.focus();
    }),
  );
}

function showFacets({ facets: counts, facetsExact }: SearchResult): void {
  const focused =
    document.activeElement instanceof HTMLInputElement ? document.activeElement : null;
  const key = focused && facets.contains(focused) ? [focused.name, focused.value] : null;
  facets.replaceChildren(...facetElements(counts, state.filters, facetsExact));
  facetsFrame.hidden = facets.childElementCount === 0;
  const chosen = Object.values(state.filters).reduce((sum, values) => sum + values.length, 0);
  clear.hidden = chosen === 0;
  facetsFrame.querySelector('[data-chosen]')!.textContent =
    chosen === 0 ? '' : `已选${String(chosen)}项`;
  if (key) {
    const again = [...facets.querySelectorAll('input')].find(
      ({ name, value }) => name === key[0] && value === key[1],
    );
    again?.focus();
  }
}

function say(text: string): void {
  if (status.textContent !== text) status.textContent = text;
}

/** Goes to a changed state; `remember` makes it a step of the browser's history. */
function change(part: Partial<SearchState>, remember: boolean): void {
  window.clearTimeout(timer);
  state = { ...state, ...part };
  limit = step;
  const address = location.pathname + writeState(state);
  if (remember && address !== location.pathname + location.search)
    history.pushState(null, '', address);
  else history.replaceState(null, '', address);
  void run();
}

function changeFilters(filters: Filters): void {
  change({ filters }, true);
}

box.addEventListener('focus', () => {
  load().catch(() => undefined);
});
box.addEventListener('input', (event) => {
  // Half-typed syllables of an input method are no query.
  if (event instanceof InputEvent && event.isComposing) return;
  type();
});
box.addEventListener('compositionend', type);

function type(): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(() => {
    const q = box.value.trim();
    if (q !== state.q) change({ q }, false);
  }, pause);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  change({ q: box.value.trim() }, true);
});

facets.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement)) return;
  changeFilters(toggleFilter(state.filters, target.name as FacetName, target.value));
});
clear.addEventListener('click', () => {
  changeFilters({});
  box.focus();
});
more.addEventListener('click', () => {
  const next = list.childElementCount;
  limit += step;
  void run().then(() => {
    list.children[next]?.querySelector('a')?.focus();
  });
});
failure.querySelector('button')!.addEventListener('click', () => void run());

window.addEventListener('popstate', () => {
  state = readState(location.search);
  box.value = state.q;
  limit = step;
  void run();
});

box.value = state.q;
if (Object.keys(state.filters).length > 0 || window.matchMedia('(min-width: 48rem)').matches) {
  facetsFrame.open = true;
}
void run();

function find<Kind extends Element>(selector: string, kind: new () => Kind): Kind {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The search page has no ${selector}`);
  return found;
}
