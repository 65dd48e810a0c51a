/** In the browser: states whether documents apply on the reader's own day, so that an old page is not wrong. */
import { chinaDay, status, writeDay, type ClockFacts } from '../../relations/status.ts';

const today = chinaDay(Date.now());

for (const element of document.querySelectorAll<HTMLElement>('[data-clock]')) {
  const now = status(JSON.parse(element.dataset.clock!) as ClockFacts, today);
  element.dataset.status = now.name;
  if (element.title !== '') element.title = `${now.word}，截至${writeDay(today)}`;
  write(element, '[data-word]', now.word);
  write(element, '[data-short]', now.short);
  element.querySelector('[data-notes]')?.replaceChildren(...now.notes.map(listItem));
}

for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-day]')) {
  time.dateTime = today;
  time.textContent = writeDay(today);
}

function write(element: HTMLElement, selector: string, text: string): void {
  const target = element.querySelector(selector);
  if (target) target.textContent = text;
}

function listItem(text: string): HTMLLIElement {
  const item = document.createElement('li');
  item.textContent = text;
  return item;
}
