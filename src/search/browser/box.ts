/**
 * The search box of every page: `/` leads to it, recent searches are offered in it. The box of the search page itself
 * has more (`page.ts`).
 */
import { matchRecent } from '../recent.ts';
import { createCombobox } from './combobox.ts';
import { onTyped } from './composition.ts';
import { loadRecent, remember } from './recent-store.ts';

const offered = 6;

for (const form of document.querySelectorAll<HTMLFormElement>('form.search-box:not([data-live])')) {
  const input = form.querySelector<HTMLInputElement>('input[name="q"]');
  if (!input) continue;
  const combobox = createCombobox(input, '最近检索');
  const offer = () => {
    const options = matchRecent(loadRecent(), input.value, offered).map((text) => ({
      text,
      choose: () => {
        input.value = text;
        form.requestSubmit();
      },
    }));
    combobox.offer([{ name: '最近检索', options }]);
  };
  input.addEventListener('focus', offer);
  onTyped(input, offer, combobox.close);
  form.addEventListener('submit', () => {
    remember(input.value);
  });
}

document.addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  if (key !== '/' || ctrlKey || metaKey || altKey || event.isComposing || isTyping(target)) return;
  if (document.querySelector('dialog[open]')) return;
  event.preventDefault();
  const box = visibleBox();
  if (box) {
    box.focus();
    box.select();
  } else location.assign('/search/');
});

/** The box of the page before that of the header, which a phone does not show. */
function visibleBox(): HTMLInputElement | undefined {
  const boxes = [
    ...document.querySelectorAll<HTMLInputElement>('main form.search-box input[name="q"]'),
    ...document.querySelectorAll<HTMLInputElement>('form.search-box input[name="q"]'),
  ];
  return boxes.find((box) => box.checkVisibility());
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
