/**
 * In the browser: arrival at a fragment. One that is an element stays as it is; an alias leads to the permanent id; what is
 * not there is said. Then a sealed link (`?h=`) is compared with the text.
 */
import { idsFromFragment, type FragmentReading } from '../../citing/fragments.ts';
import { clearNotes, element, placeNote } from './arrival-note.ts';
import { nameOf, permalinkOf, readNamedIds } from './clauses.ts';
import { checkSeal } from './seal-check.ts';

/** What is to be said where an alias leads. */
let pending: { id: string; words: (Node | string)[] } | undefined;
/** A seal belongs to the clause by which the reader came, not to those visited after it. */
let isSealChecked = false;

function arrive(): void {
  const fragment = readFragment();
  const target = document.getElementById(fragment);
  clearNotes();
  if (fragment !== '' && fragment !== 'top' && !target) {
    if (resolve(fragment)) return;
  } else if (pending?.id === fragment) {
    placeNote(target, 'plain', ...pending.words);
  }
  pending = undefined;
  const seal = new URLSearchParams(location.search).get('h') ?? '';
  if (seal === '') return;
  if (isSealChecked) dropSeal();
  else void checkSeal(fragment, seal.toLowerCase());
  isSealChecked = true;
}

function readFragment(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return location.hash.slice(1);
  }
}

/** Leads to what an unknown fragment means, or says what is missing; true where the address has changed. */
function resolve(fragment: string): boolean {
  const reading = idsFromFragment(fragment, readNamedIds());
  const [id, ...others] = reading.ids;
  if (id !== undefined && others.length === 0) {
    go(id, []);
    return true;
  }
  if (id !== undefined) {
    const above = sharedAbove(reading.ids);
    const words = [
      `链接所指的“${fragment}”在本文中有${String(reading.ids.length)}处：`,
      ...links(reading.ids),
    ];
    if (document.getElementById(above)) {
      go(above, words);
      return true;
    }
    tell(words);
    return false;
  }
  const words = [writeMissing(fragment, reading)];
  if (reading.reached !== '' && document.getElementById(reading.reached)) {
    go(reading.reached, words);
    return true;
  }
  tell(words);
  return false;
}

/** Replaces the address, so that the way back does not lead to the alias; the browser marks and shows the clause. */
function go(id: string, words: (Node | string)[]): void {
  pending = words.length === 0 ? undefined : { id, words };
  location.replace(`#${id}`);
}

function tell(words: (Node | string)[]): void {
  placeNote(null, 'plain', ...words);
  scrollTo(0, 0);
}

/** 第十三条没有第九款（现有2款）。 */
function writeMissing(fragment: string, { reached, missing, present }: FragmentReading): string {
  if (missing === '') return `链接所指的位置“${fragment}”不在本文中，请看目录或全文。`;
  const above = nameOf(permalinkOf(reached)) || (reached === '' ? '本文' : '这里');
  return `${above}没有${missing}${present === '' ? '' : `（现有${present}）`}。`;
}

function sharedAbove(ids: string[]): string {
  const steps = ids.map((id) => id.split('__'));
  const [first = []] = steps;
  const length = first.findIndex((step, at) => steps.some((other) => other[at] !== step));
  return first.slice(0, length).join('__');
}

function links(ids: string[]): (Node | string)[] {
  return ids.flatMap((id, at) => {
    const link = element('a', nameOf(permalinkOf(id)) || id);
    link.href = `#${id}`;
    return at === 0 ? [link] : ['、', link];
  });
}

function dropSeal(): void {
  history.replaceState(history.state, '', location.pathname + location.hash);
}

addEventListener('hashchange', arrive);
arrive();
