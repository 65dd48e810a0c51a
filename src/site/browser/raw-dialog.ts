/**
 * In the browser: 看原文. A click on the link of a clause to its raw lines shows them in place, from the file beside the
 * document; where that cannot be had the link leads to the page of the raw text.
 */
import { element } from '../../search/browser/element.ts';
import { rawAddress } from '../addresses.ts';
import type { RawPlaces } from '../provenance.ts';
import { viewRawClause, type RawPiece, type RawRow } from '../raw-view.ts';

let dialog: HTMLDialogElement | undefined;
let places: Promise<RawPlaces> | undefined;

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[data-raw], a.raw') : null;
  if (!(link instanceof HTMLAnchorElement) || event.metaKey || event.ctrlKey || event.shiftKey)
    return;
  event.preventDefault();
  const permalink = link.previousElementSibling;
  const id =
    link.dataset.raw ??
    (permalink instanceof HTMLAnchorElement ? decodeURIComponent(permalink.hash.slice(1)) : '');
  void showRaw(id, link.href);
});

/**
 * Shows the raw lines of a clause.
 *
 * @param address of the raw text's page, where the reader is led instead if the lines cannot be read.
 */
export async function showRaw(of: string, address: string): Promise<void> {
  const id = linkedId(of);
  try {
    places ??= readPlaces();
    const file = await places;
    const rows = viewRawClause(file, id);
    if (rows.length > 0) {
      open(id, file, rows, address);
      return;
    }
  } catch {
    places = undefined;
  }
  location.assign(address);
}

async function readPlaces(): Promise<RawPlaces> {
  const response = await fetch(`${location.pathname.replace(/\/$/, '')}.raw.json`);
  if (!response.ok) throw new Error(`${response.url}: ${String(response.status)}`);
  return (await response.json()) as RawPlaces;
}

function open(id: string, file: RawPlaces, rows: RawRow[], address: string): void {
  dialog ??= createDialog();
  const title = element('h2', {}, nameOf(id));
  title.id = 'raw-title';
  const list = element('ol', {}, ...rows.map((row) => toItem(row, file.issue)));
  list.setAttribute('role', 'list');
  const lines = element('div', {}, list);
  lines.className = 'raw-clause';
  lines.tabIndex = 0;
  lines.setAttribute('role', 'region');
  lines.setAttribute('aria-label', '原始文本的行');
  const page = element('a', {}, '在整期原始文本中查看');
  page.setAttribute('href', address);
  const close = element('button', {}, '关闭');
  close.type = 'button';
  close.addEventListener('click', () => dialog?.close());
  const legend = element('p', {}, writeLegend(rows));
  legend.className = 'legend';
  dialog.replaceChildren(
    element('header', {}, title, close),
    legend,
    lines,
    element('footer', {}, page),
  );
  dialog.showModal();
  lines.scrollTop = 0;
}

function createDialog(): HTMLDialogElement {
  const made = document.createElement('dialog');
  made.className = 'raw-dialog portal';
  made.setAttribute('aria-labelledby', 'raw-title');
  // A click beside the dialog is one on its backdrop.
  made.addEventListener('click', (event) => {
    if (event.target === made) made.close();
  });
  document.body.append(made);
  return made;
}

/** The clause by whose link a node is shown: its own, or the nearest above. */
function linkedId(id: string): string {
  for (let own = id; own !== ''; own = own.slice(0, Math.max(own.lastIndexOf('__'), 0)))
    if (linkOf(own)) return own;
  return id;
}

function linkOf(id: string): Element | null {
  return document.querySelector(`a.permalink[href="#${id}"]`);
}

/** 原文：第十三条第二款, by the name on the clause's own link. */
function nameOf(id: string): string {
  const name =
    linkOf(id)
      ?.getAttribute('aria-label')
      ?.replace(/ 的链接$/, '') ?? '';
  return name === '' ? '原文' : `原文：${name}`;
}

function toItem(row: RawRow, issue: string): HTMLLIElement {
  if (row.type === 'gap') {
    const item = element('li', {}, row.words);
    item.className = 'gap';
    return item;
  }
  const number = element('a', {}, String(row.line));
  number.href = rawAddress(issue, row.line);
  number.className = 'line-number';
  number.setAttribute('aria-label', `第${String(row.line)}行`);
  const notes = row.notes.map(({ words, uncertain }) => {
    const note = element('span', {}, words);
    note.className = uncertain ? 'note uncertain' : 'note';
    return note;
  });
  const side = element('div', {}, ...notes);
  side.className = 'side';
  const isMixed = row.pieces.some(({ kind, text }) => kind === 'other' && text.trim() !== '');
  const text = element('p', {}, ...row.pieces.map((piece) => toPiece(piece, isMixed)));
  text.className = 'gazette';
  return element('li', {}, number, side, text);
}

/** The clause's own words are marked on a line that holds others, too. */
function toPiece({ kind, text }: RawPiece, isMixed: boolean): HTMLElement | string {
  if (kind === 'own') return isMixed ? element('mark', {}, text) : text;
  const piece = element(kind === 'furniture' ? 's' : 'span', {}, text);
  piece.className = kind;
  return piece;
}

function writeLegend(rows: RawRow[]): string {
  const pieces = rows.flatMap((row) => (row.type === 'line' ? row.pieces : []));
  const has = (kind: RawPiece['kind']) =>
    pieces.some((piece) => piece.kind === kind && piece.text.trim() !== '');
  return [
    '左边是原始文本的行号，空行略去。',
    has('other') ? '浅色文字属于别处。' : '',
    has('furniture') ? '划去的是书眉、页码等版面附加物。' : '',
  ].join('');
}
