/** In the browser: a click on a clause's link copies it and opens the panel with its other forms. */
import { openPanel } from './cite-panel.ts';
import { nameOf } from './clauses.ts';

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a.permalink') : null;
  if (!(link instanceof HTMLAnchorElement) || event.metaKey || event.ctrlKey || event.shiftKey)
    return;
  openPanel(link, { id: decodeURIComponent(link.hash.slice(1)), name: nameOf(link) });
});

for (const button of document.querySelectorAll<HTMLElement>('[data-cite-document]')) {
  button.closest<HTMLElement>('[hidden]')?.removeAttribute('hidden');
  button.addEventListener('click', () => openPanel(button, { id: '', name: '' }));
}
