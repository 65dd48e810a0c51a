/**
 * In the browser: arrival at a fragment. One that is an element stays as it is; an alias leads to the permanent id; what is
 * not there is said. Then a sealed link (`?h=`) is compared with the text.
 */
import { findFragment } from '../../citing/fragments.ts';
import { element } from '../../search/browser/element.ts';
import type { FiledClause } from '../clause-file.ts';
import { clearNotes, placeNote } from './arrival-note.ts';
import { loadClauses, nameOf, permalinkOf } from './clauses.ts';
import { checkSeal } from './seal-check.ts';

/** What is to be said where an alias leads. */
let pending: { id: string; words: (Node | string)[] } | undefined;
/** A seal belongs to the clause by which the reader came, not to those visited after it. */
let isSealChecked = false;

async function arrive(): Promise<void> {
  const fragment = readFragment();
  const target = document.getElementById(fragment);
  clearNotes();
  if (fragment !== '' && fragment !== 'top' && !target) {
    if (await resolve(fragment)) return;
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
async function resolve(fragment: string): Promise<boolean> {
  let clauses: FiledClause[];
  try {
    ({ clauses } = await loadClauses());
  } catch {
    tell([`链接所指的位置“${fragment}”不在本文中，而条款清单读取失败，无法查找相近之处。`]);
    return false;
  }
  const search = findFragment(fragment, clauses);
  const idOf = (place: number) => clauses[place]?.id ?? '';
  const ids = search?.places.map(idOf) ?? [];
  const [id] = ids;
  if (id !== undefined && ids.length === 1) {
    go(id, search!.note === '' ? [] : [search!.note]);
    return true;
  }
  const words =
    id === undefined
      ? [search?.missing ?? `链接所指的位置“${fragment}”不在本文中，请看目录或全文。`]
      : [`链接所指的“${fragment}”在本文中有${String(ids.length)}处：`, ...links(ids)];
  const above = id === undefined ? idOf(search?.reached ?? -1) : sharedAbove(ids);
  if (above !== '' && document.getElementById(above)) {
    go(above, words);
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

function sharedAbove(ids: string[]): string {
  const steps = ids.map((id) => id.split('__'));
  const [first = []] = steps;
  const length = first.findIndex((step, at) => steps.some((other) => other[at] !== step));
  return first.slice(0, length).join('__');
}

function links(ids: string[]): (Node | string)[] {
  return ids.flatMap((id, at) => {
    const link = element('a', {}, nameOf(permalinkOf(id)) || id);
    link.href = `#${id}`;
    return at === 0 ? [link] : ['、', link];
  });
}

/** The seal alone: what was searched for stays in the address. */
function dropSeal(): void {
  const address = new URL(location.href);
  address.searchParams.delete('h');
  history.replaceState(history.state, '', address);
}

addEventListener('hashchange', () => void arrive());
void arrive();
