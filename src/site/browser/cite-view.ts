/** What the page 引用定位 shows of a result. */
import type { CitableIssue } from '../../citing/find-issues.ts';
import type { DocumentTarget, Resolution } from '../../citing/resolution.ts';
import { element } from '../../search/browser/element.ts';
import type { ListedDocument } from '../../search/documents.ts';
import { citeAddress, documentAddress, issueAddress } from '../addresses.ts';
import { displayDate } from '../../language/dates.ts';

type Target = DocumentTarget<ListedDocument>;

/** Characters of a clause that are shown. */
const shown = 180;

/** One line on the outcome, for the eye and for screen readers. */
export function statusOf(found: Resolution<ListedDocument>): string {
  switch (found.kind) {
    case 'landed':
      return `已认出${found.target.clause?.name ?? '这件文件'}。${found.note}`;
    case 'issue':
      return `已认出：${found.issue.label}。`;
    case 'candidates': {
      const count = found.candidates.length + found.issues.length;
      return `${found.reason}${count === 1 ? '' : '请选择：'}`;
    }
    case 'missing':
      return found.reason + (found.exists.length + found.issues.length > 0 ? '站内有：' : '');
    case 'empty':
      return '没有认出文号、标题、条款或期号。';
  }
}

/** The link that leads on to what was found, readable where it is shown. */
export function linkElement(text: string): HTMLElement {
  const address = new URL(citeAddress(text), location.href).href;
  return element('a', { href: address }, `${location.host}/cite/?q=${text}`);
}

/** The places of a result as links. */
export function targetElements(found: Resolution<ListedDocument>): HTMLElement[] {
  switch (found.kind) {
    case 'landed':
      return [targetElement(found.target, false)];
    case 'issue':
      return [issueElement(found.issue)];
    case 'candidates':
      return [
        ...found.candidates.map((one) => targetElement(one)),
        ...found.issues.map(issueElement),
      ];
    case 'missing':
      return [...found.exists.map((one) => targetElement(one)), ...found.issues.map(issueElement)];
    case 'empty':
      return [];
  }
}

function targetElement(target: Target, reasoned = true): HTMLElement {
  const { document, clause, why } = target;
  const facts = [
    reasoned ? why : null,
    document.number,
    document.date === null ? null : displayDate(document.date),
    document.issue,
  ];
  const title = document.parts?.[''] ?? document.title;
  return element(
    'li',
    {},
    element(
      'a',
      { class: 'target', href: documentAddress(document.id, clause?.id) },
      element('span', { class: 'name' }, clause ? `${title}　${clause.name}` : title),
      clause && clause.text !== '' ? textElement(clause.text) : null,
      element('span', { class: 'of' }, facts.filter((fact) => fact !== null).join(' · ')),
    ),
  );
}

function textElement(text: string): HTMLElement {
  const cut = [...text].slice(0, shown).join('');
  return element('span', { class: 'text' }, cut === text ? text : `${cut}……`);
}

function issueElement({ key, label, documents }: CitableIssue): HTMLElement {
  return element(
    'li',
    {},
    element(
      'a',
      { class: 'target', href: issueAddress(key) },
      element('span', { class: 'name' }, label),
      element('span', { class: 'of' }, `${String(documents)}篇文件`),
    ),
  );
}
