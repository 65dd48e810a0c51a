/**
 * On a document's page reached from the results (`?q=…`): marks what was searched for and steps through it. The address
 * keeps what else it carries.
 */
import { readQuery } from '../query.ts';
import { createBar, resultsAddress, type Bar } from './bar.ts';
import { readBlocks } from './blocks.ts';
import { paint, type Painter } from './paint.ts';
import { findPlaces, type Place } from './places.ts';

/** Room at the edges of the window that the bar and the reader's eye want. */
const margin = 96;

const typed = new URLSearchParams(location.search).get('q')?.trim() ?? '';
const query = readQuery(typed);
if (query.phrases.length > 0) start(findPlaces(readBlocks(), query));

function start(places: Place[]): void {
  const painter = paint(places);
  let current: number | null = null;
  const bar: Bar = createBar(typed, places.length, resultsAddress(typed), { step, clear });

  function go(at: number, force: boolean): void {
    current = at;
    painter.point(at);
    bar.say(at, clauseOf(places[at]!.element));
    show(painter, places[at]!, at, force);
  }

  function step(by: 1 | -1): void {
    if (places.length === 0) return;
    const from = current ?? (by === 1 ? -1 : 0);
    go((from + by + places.length) % places.length, true);
  }

  /** The first place in the clause of the address, else the count alone. */
  function arrive(): void {
    const target = targetElement();
    const at = target ? places.findIndex(({ element }) => isIn(element, target)) : -1;
    if (at !== -1) go(at, false);
    else if (current === null) bar.say(null, '');
  }

  function press(event: KeyboardEvent): void {
    const { key, target } = event;
    if (key !== 'n' && key !== 'p') return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (target instanceof HTMLElement && target.matches('input, textarea, select')) return;
    if (document.querySelector('dialog[open]')) return;
    event.preventDefault();
    step(key === 'n' ? 1 : -1);
  }

  function clear(): void {
    painter.clear();
    bar.remove();
    document.removeEventListener('keydown', press);
    window.removeEventListener('hashchange', arrive);
    const address = new URL(location.href);
    address.searchParams.delete('q');
    history.replaceState(history.state, '', address);
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
  }

  document.addEventListener('keydown', press);
  window.addEventListener('hashchange', arrive);
  arrive();
}

function targetElement(): Element | null {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
}

function isIn(element: Element, target: Element): boolean {
  return target.contains(element) || element.contains(target);
}

/** Brings a place into the window, in a table sideways, too; one that is seen already stays unless `force`. */
function show(painter: Painter, { element }: Place, at: number, force: boolean): void {
  const isSeen = () => {
    const { top, bottom, left, right } = painter.boxOf(at);
    return top >= 0 && bottom <= innerHeight - margin && left >= 0 && right <= innerWidth;
  };
  if (isSeen() && (!force || painter.boxOf(at).top >= margin)) return;
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const { top, height } = painter.boxOf(at);
  window.scrollBy(0, top - (innerHeight - height) / 2);
}

/** 第十三条第二款: the name on the nearest clause's own link. */
function clauseOf(element: Element): string {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const link =
      at.id === '' ? null : at.querySelector(`a.permalink[href="#${CSS.escape(at.id)}"]`);
    const name = link?.getAttribute('aria-label')?.replace(/ 的链接$/, '');
    if (name) return name;
  }
  return '';
}
