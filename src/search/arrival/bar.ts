/** The bar on a document's page by which the reader goes through the places found. */
import { element } from '../browser/element.ts';

export interface BarActions {
  step(by: 1 | -1): void;
  clear(): void;
}

export interface Bar {
  /** Says which place is the current one; `at` is null before the first step. */
  say(at: number | null, clause: string): void;
  remove(): void;
}

/** Longest query that is shown whole. */
const shown = 16;

/**
 * @param total 0 where the page holds no place.
 * @param back address of the results.
 */
export function createBar(typed: string, total: number, back: string, actions: BarActions): Bar {
  const characters = [...typed];
  const short = characters.length > shown ? `${characters.slice(0, shown).join('')}…` : typed;
  const seen = element('span', {}, '');
  const where = element('span', { class: 'visually-hidden' }, '');
  const count = element('p', { class: 'count', role: 'status' }, seen, where);
  const results = element('a', { href: back, class: 'back' }, '返回结果');
  const opened = history.length;
  results.addEventListener('click', (event) => {
    // The way back keeps the place in the list, as long as nothing else was opened since.
    if (!isFromSearch() || history.length !== opened || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    history.back();
  });
  const bar = element(
    'div',
    { class: 'search-steps portal', role: 'region', 'aria-label': '检索词在本文中的位置' },
    results,
    element('strong', { title: typed }, short),
    count,
    ...(total === 0
      ? []
      : [
          button('上一处', 'p', () => {
            actions.step(-1);
          }),
          button('下一处', 'n', () => {
            actions.step(1);
          }),
        ]),
    button('去掉标记', null, actions.clear),
  );
  document.body.append(bar);
  return {
    say(at, clause) {
      seen.textContent =
        total === 0
          ? '不在本页显示的文字里（可能见于更正前的原文）'
          : at === null
            ? `共${String(total)}处`
            : `第${String(at + 1)}处，共${String(total)}处`;
      where.textContent = clause === '' ? '' : `，${clause}`;
    },
    remove() {
      bar.remove();
    },
  };
}

/** Address of the results the reader came from, else of a search for the same. */
export function resultsAddress(typed: string): string {
  return isFromSearch()
    ? document.referrer
    : `/search/?${new URLSearchParams({ q: typed }).toString()}`;
}

function isFromSearch(): boolean {
  return document.referrer.startsWith(`${location.origin}/search/`);
}

function button(text: string, key: string | null, act: () => void): HTMLButtonElement {
  const made = element(
    'button',
    { type: 'button', ...(key === null ? {} : { 'aria-keyshortcuts': key, title: `按键 ${key}` }) },
    text,
  );
  made.addEventListener('click', act);
  return made;
}
