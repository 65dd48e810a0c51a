/**
 * In the browser: the panel that copies a clause, or the document, in the form wanted. It opens with the link copied;
 * a button copies its form at once and shows it. Texts and seals come from the file beside the document.
 */
import { toBibTeX, toCsl } from '../../citing/bibliography.ts';
import { citeClause, citeDocument } from '../../citing/cited.ts';
import type { CitableClause, Cited } from '../../citing/facts.ts';
import {
  academicCitation,
  markdownCitation,
  officialCitation,
  plainLink,
  quotation,
  sealedLink,
  shortLink,
} from '../../citing/formats.ts';
import { wholeClause } from '../../model/clause-texts.ts';
import { copyText } from './clipboard.ts';
import { loadClauses, readCitable, readIds } from './clauses.ts';

/** What the panel is open for. */
interface Subject {
  cited: Cited;
  /** Where focus goes back to. */
  opener: HTMLElement;
  /** Whole text and seal, once they are read. */
  source: { text: string; seal: string } | undefined;
}

let subject: Subject | undefined;
const panel = document.querySelector<HTMLDialogElement>('dialog.cite-panel');

/**
 * Copies the link of a clause and opens the panel for it.
 *
 * @param opener the link or button that was pressed.
 * @param clause with the id '' for the document.
 */
export function openPanel(opener: HTMLElement, clause: CitableClause): void {
  const citable = readCitable();
  if (!panel || !citable) return;
  const cited = clause.id === '' ? citeDocument(citable) : citeClause(citable, clause, readIds());
  const opened: Subject = { cited, opener, source: undefined };
  subject = opened;
  part('h2').textContent = clause.id === '' ? '引用本文' : `引用：${clause.name}`;
  part('.status').textContent = '';
  part('.failure').hidden = true;
  for (const button of buttons())
    button.hidden = !button.dataset.of
      ?.split(' ')
      .includes(clause.id === '' ? 'document' : 'clause');
  part<HTMLButtonElement>('[data-raw-lines]').disabled = rawLinkOf(opener) === null;
  enableButtons();
  // Following the link moves focus to the clause, so the panel takes it after that.
  setTimeout(() => {
    if (!panel.open) panel.show();
    part('[data-format="link"]').focus({ preventScroll: true });
    void copy('link');
  });
  void readSource(opened);
}

async function readSource(opened: Subject): Promise<void> {
  const { id } = opened.cited;
  try {
    const { document, clauses } = await loadClauses();
    const at = clauses.findIndex((clause) => clause.id === id);
    if (id === '') opened.source = { text: '', seal: document.seal };
    else if (at >= 0) opened.source = { text: wholeClause(clauses, at), seal: clauses[at]!.seal };
  } catch {
    // Said below: what needs no text goes on without it.
  }
  if (subject !== opened) return;
  enableButtons();
  part('.failure').hidden = opened.source !== undefined;
}

/** The words of a form; null where the text it needs is not there. */
function write(format: string | undefined): string | null {
  if (!subject) return null;
  const { cited, source } = subject;
  const site = location.origin;
  switch (format) {
    case 'link':
      return plainLink(cited, site);
    case 'short':
      return shortLink(cited, site);
    case 'sealed':
      return source ? sealedLink(cited, source.seal, site) : null;
    case 'official':
      return officialCitation(cited);
    case 'academic':
      return academicCitation(
        cited,
        part<HTMLInputElement>('input').checked
          ? { address: plainLink(cited, site), date: today() }
          : undefined,
      );
    case 'markdown':
      if (cited.id === '') return markdownCitation(cited, '', plainLink(cited, site));
      return source ? markdownCitation(cited, source.text, plainLink(cited, site)) : null;
    case 'quote':
      return source ? quotation(cited, source.text) : null;
    case 'bibtex':
      return toBibTeX(cited.facts, site);
    case 'csl':
      return JSON.stringify(toCsl(cited.facts, site), null, 2);
    default:
      return null;
  }
}

/** The reader's date, ISO. */
function today(): string {
  const now = new Date();
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${String(now.getFullYear())}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

async function copy(format: string): Promise<void> {
  const text = write(format);
  if (text === null) return;
  show(format);
  const done = await copyText(text);
  const status = part('.status');
  status.classList.toggle('failed', !done);
  status.textContent = done
    ? `${buttonOf(format).textContent.trim()}已复制`
    : '浏览器不允许写入剪贴板，请选中下面的文字复制';
}

/** Shows what a button copies. */
function show(format: string): void {
  const text = write(format);
  if (text === null) return;
  for (const button of buttons())
    button.classList.toggle('shown', button.dataset.format === format);
  const preview = part('.preview');
  preview.textContent = text;
  preview.scrollTop = 0;
}

function enableButtons(): void {
  for (const button of buttons())
    if (button.dataset.format !== undefined)
      button.disabled = write(button.dataset.format) === null;
}

/** The link to the raw lines that stands beside a clause's own. */
function rawLinkOf(opener: HTMLElement): HTMLAnchorElement | null {
  const next = opener.nextElementSibling;
  return next instanceof HTMLAnchorElement && next.matches('a.raw') ? next : null;
}

function close(returnsFocus: boolean): void {
  if (!panel?.open) return;
  panel.close();
  if (returnsFocus) subject?.opener.focus({ preventScroll: true });
}

function part<Found extends HTMLElement = HTMLElement>(selector: string): Found {
  return panel!.querySelector<Found>(selector)!;
}

const buttons = () => panel!.querySelectorAll<HTMLButtonElement>('.formats button');
const buttonOf = (format: string) => part(`[data-format="${format}"]`);

function listen(): void {
  panel!.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button?.matches('.close')) close(true);
    else if (button?.dataset.format) void copy(button.dataset.format);
    else if (button?.matches('[data-raw-lines]') && subject) {
      close(true);
      rawLinkOf(subject.opener)?.click();
    }
  });
  for (const event of ['focusin', 'pointerover'])
    panel!.addEventListener(event, ({ target }) => {
      const format = target instanceof HTMLElement ? target.dataset.format : undefined;
      if (format !== undefined) show(format);
    });
  part('input').addEventListener('change', () => show('academic'));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !document.querySelector('dialog:modal')) close(true);
  });
  // No press that becomes a scroll ends with this event.
  document.addEventListener('pointerup', ({ target }) => {
    if (target instanceof Element && !target.closest('.cite-panel, a.permalink')) close(false);
  });
}

if (panel) listen();
