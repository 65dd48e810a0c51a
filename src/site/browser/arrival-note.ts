/** In the browser: what the portal says to a reader who arrives by a link, at the clause or above the text. */
import { element } from '../../search/browser/element.ts';

const notes = new Set<HTMLElement>();

/** Takes away what was said before. */
export function clearNotes(): void {
  for (const note of notes) note.remove();
  notes.clear();
}

/**
 * Says something at a clause; with null at the head of the document.
 *
 * @param kind `calm` where all is as it should be.
 */
export function placeNote(
  at: Element | null,
  kind: 'calm' | 'plain',
  ...content: (Node | string)[]
): void {
  const label = element('span', {}, '本站注');
  label.className = 'portal-label';
  const note = element('div', {}, label, element('div', {}, ...content));
  note.className = `portal-note portal arrival ${kind}`;
  note.setAttribute('role', 'status');
  notes.add(note);
  place(note, at);
}

function place(note: HTMLElement, at: Element | null): void {
  if (at === null) document.querySelector('.document-header')?.after(note);
  else if (at.closest('tr')) at.closest('figure')?.before(note);
  else if (/^H[1-6]$/.test(at.tagName)) at.after(note);
  else if (at.matches('li')) at.prepend(note);
  else if (at.matches('section.part')) after(at, '.part-title, .part-role', note);
  else at.before(note);
}

function after(parent: Element, selector: string, note: HTMLElement): void {
  const heads = [...parent.children].filter((child) => child.matches(selector));
  const head = heads.at(-1);
  if (head) head.after(note);
  else parent.prepend(note);
}
