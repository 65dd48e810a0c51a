/**
 * The page 引用定位: what is typed is read and found as one types. A link to `/cite/?q=…` leads on to the clause where that is
 * certain; `go=0`, and what was typed here, shows the result.
 */
import { indexDocuments, type CitationIndex } from '../../citing/find-documents.ts';
import { clauseLoader } from '../../citing/load-clauses.ts';
import { readReference } from '../../citing/read-reference.ts';
import type { Resolution } from '../../citing/resolution.ts';
import { resolveReference } from '../../citing/resolve-reference.ts';
import type { ListedDocument } from '../../search/documents.ts';
import { citeAddress, documentAddress, issueAddress } from '../addresses.ts';
import { linkElement, statusOf, targetElements } from './cite-view.ts';

const pause = 220;

const form = find('[data-form]', HTMLFormElement);
const box = find('#cite-q', HTMLInputElement);
const status = find('[data-status]', HTMLElement);
const failure = find('[data-failure]', HTMLElement);
const result = find('[data-result]', HTMLElement);
const list = find('[data-targets]', HTMLElement);
const more = find('[data-more]', HTMLElement);

const load = clauseLoader();
let loading: Promise<CitationIndex<ListedDocument>> | null = null;
let asked = 0;
let timer: number | undefined;

function loadIndex(): Promise<CitationIndex<ListedDocument>> {
  loading ??= fetchIndex();
  // After a failure the next try loads again.
  loading.catch(() => {
    loading = null;
  });
  return loading;
}

async function fetchIndex(): Promise<CitationIndex<ListedDocument>> {
  const response = await fetch('/search/documents.json');
  if (!response.ok) throw new Error(`${String(response.status)} for the table of documents`);
  return indexDocuments((await response.json()) as ListedDocument[]);
}

/** Finds what stands in the box; `go` leads on to it where it is certain. */
async function run(go: boolean): Promise<void> {
  const own = ++asked;
  const text = box.value.trim();
  failure.hidden = true;
  if (text === '') {
    show(null, '');
    return;
  }
  const slow = window.setTimeout(() => {
    if (own === asked) say('正在查找……');
  }, 300);
  try {
    const found = await resolveReference(readReference(text), await loadIndex(), load);
    if (own !== asked) return;
    const address = go ? placeOf(found) : null;
    if (address === null) show(found, text);
    else location.replace(address);
  } catch (error) {
    if (own !== asked) return;
    console.warn(error);
    show(null, '');
    failure.hidden = false;
  } finally {
    window.clearTimeout(slow);
  }
}

/** Where a link leads on to; null where the reader must see or choose. */
function placeOf(found: Resolution<ListedDocument>): string | null {
  if (found.kind === 'issue') return issueAddress(found.issue.key);
  if (found.kind !== 'landed' || found.note !== '') return null;
  return documentAddress(found.target.document.id, found.target.clause?.id);
}

function show(found: Resolution<ListedDocument> | null, text: string): void {
  const targets = found === null ? [] : targetElements(found);
  const sure = found?.kind === 'landed' || found?.kind === 'issue';
  result.hidden = targets.length === 0;
  list.classList.toggle('sure', sure);
  list.replaceChildren(...targets);
  more.replaceChildren(...(sure ? ['可转发的链接：', linkElement(text)] : []));
  say(found === null ? '' : statusOf(found));
}

function say(text: string): void {
  if (status.textContent !== text) status.textContent = text;
}

/** What was typed here stands in the address, so that going back shows it again. */
function type(): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(typed, pause);
}

function typed(): void {
  window.clearTimeout(timer);
  const text = box.value.trim();
  history.replaceState(null, '', text === '' ? '/cite/' : citeAddress(text, false));
  void run(false);
}

box.addEventListener('input', (event) => {
  // Half-typed syllables of an input method are no reference.
  if (event instanceof InputEvent && event.isComposing) return;
  type();
});
box.addEventListener('compositionend', type);
box.addEventListener('focus', () => {
  loadIndex().catch(() => undefined);
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  typed();
});

for (const example of document.querySelectorAll<HTMLAnchorElement>('a[data-example]')) {
  example.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    box.value = example.dataset.example!;
    typed();
    box.focus();
    box.scrollIntoView({ block: 'center' });
  });
}

failure.querySelector('button')!.addEventListener('click', () => void run(false));

const parameters = new URLSearchParams(location.search);
box.value = (parameters.get('q') ?? '').toWellFormed();
void run(parameters.get('go') !== '0');

function find<Kind extends Element>(selector: string, kind: new () => Kind): Kind {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The page has no ${selector}`);
  return found;
}
