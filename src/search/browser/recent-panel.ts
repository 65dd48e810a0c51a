/** 最近检索 on the search page: searches again, forgets, switches off. */
import { element } from './element.ts';
import { forgetRecent, keepRecent, loadRecent } from './recent-store.ts';

/** Fills the panel; `choose` searches for one of them. Call the returned function when the list may have changed. */
export function createRecentPanel(choose: (query: string) => void): () => void {
  const panel = document.querySelector<HTMLElement>('[data-recent]')!;
  const list = panel.querySelector('ul')!;
  const keep = panel.querySelector<HTMLInputElement>('input')!;
  const forget = panel.querySelector('button')!;

  function show(): void {
    const { on, queries } = loadRecent();
    panel.hidden = false;
    keep.checked = on;
    forget.hidden = queries.length === 0;
    panel.querySelector<HTMLElement>('[data-no-recent]')!.hidden = queries.length > 0;
    list.replaceChildren(
      ...queries.map((query) => {
        const button = element('button', { type: 'button' }, query);
        button.addEventListener('click', () => {
          choose(query);
        });
        return element('li', {}, button);
      }),
    );
  }

  keep.addEventListener('change', () => {
    keepRecent(keep.checked);
    show();
  });
  forget.addEventListener('click', () => {
    forgetRecent();
    show();
    keep.focus();
  });
  return show;
}
