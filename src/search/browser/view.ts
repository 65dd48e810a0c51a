/** The results as elements. Text is always set as text, never as markup. */
import type { CitableIssue } from '../../citing/find-issues.ts';
import { displayDate } from '../../language/dates.ts';
import { statusOf, type ListedDocument } from '../documents.ts';
import { excerpt, type Passage } from '../excerpt.ts';
import type { Recognised, RecognisedClause } from '../finder.ts';
import { foldWithPlaces } from '../fold.ts';
import { hitAddress } from '../hit-address.ts';
import { findPhrase } from '../match.ts';
import type { Query } from '../query.ts';
import { recordUrl, titleLabel } from '../record.ts';
import { suggestionLabels, type Suggestion } from '../suggest/suggestion.ts';
import { element } from './element.ts';
import type { ClauseHit, Hit } from './engine.ts';

const clausesShown = 4;
/** Characters of a clause named in the query. */
const namedShown = 120;

/** One document with its clauses; its links carry what was typed, to be marked on arrival. */
export function hitElement(hit: Hit, query: Query, typed: string): HTMLElement {
  // The title stands above the list already.
  const clauses = hit.clauses.filter(({ id, label }) => id !== '' || label !== titleLabel);
  const items = clauses.map((clause) => clauseElement(hit.document, clause, typed));
  const first = items.slice(0, clausesShown + (items.length === clausesShown + 1 ? 1 : 0));
  const rest = items.slice(first.length);
  return element(
    'li',
    { class: 'hit' },
    element('h3', {}, titleElement(hit.document, query, typed)),
    factsElement(hit.document),
    hit.together
      ? null
      : element('p', { class: 'apart' }, '这几个词没有出现在同一条款，分别见于：'),
    items.length > 0 ? element('ol', { class: 'clauses', role: 'list' }, ...first) : null,
    rest.length > 0
      ? element(
          'details',
          {},
          element('summary', {}, `另有${String(rest.length)}处`),
          element('ol', { class: 'clauses', role: 'list' }, ...rest),
        )
      : null,
  );
}

function titleElement(
  document: ListedDocument,
  { phrases, limits }: Query,
  typed: string,
): HTMLElement {
  const folded = foldWithPlaces(document.title);
  const wanted = limits.filter(({ field, excluded }) => field === 'title' && !excluded);
  const marks = [...phrases, ...wanted].flatMap((phrase) => findPhrase(folded, phrase.folded));
  const passages = excerpt(document.title, marks, Infinity);
  return element('a', { href: hitAddress(document.id, '', typed) }, ...passages.map(passageNode));
}

function factsElement(document: ListedDocument): HTMLElement {
  const facts = [document.kind, document.number, document.issuers.join('、'), document.issue];
  const [kind, number, ...rest] = facts;
  return element(
    'p',
    { class: 'facts' },
    element('span', { class: 'kind' }, kind ?? ''),
    number ? element('span', {}, number) : null,
    document.date === null
      ? null
      : element('time', { datetime: document.date }, displayDate(document.date)),
    ...rest.filter((fact) => fact !== '').map((fact) => element('span', {}, fact ?? '')),
    statusElement(document),
  );
}

/** Whether it applies on the reader's day, as one word; nothing where its text says nothing of it. */
function statusElement(document: ListedDocument): HTMLElement | null {
  const now = statusOf(document);
  if (now === null) return null;
  const title = [now.word, ...now.notes].join('；');
  return element('span', { class: 'status-word', 'data-effect': now.name, title }, now.short);
}

function clauseElement(
  document: ListedDocument,
  { id, label, text, marks }: ClauseHit,
  typed: string,
): HTMLElement {
  return element(
    'li',
    {},
    element(
      'a',
      { href: hitAddress(document.id, id, typed) },
      element('span', { class: 'label' }, label),
      element(
        'span',
        { class: 'text' },
        ...apartFromLabel(excerpt(text, marks), label).map(passageNode),
      ),
    ),
  );
}

/** A space after the printed 第十三条, which stands before the text as in print. */
function apartFromLabel(passages: Passage[], label: string): Passage[] {
  const [first, ...rest] = passages;
  const article = /第[^第条]+条(?:之[^第]+)?/u.exec(label)?.[0];
  if (article === undefined || !first || first.marked || !first.text.startsWith(article))
    return passages;
  return [{ text: `${article}　${first.text.slice(article.length)}`, marked: false }, ...rest];
}

function passageNode({ text, marked }: Passage): Node {
  return marked ? element('mark', {}, text) : document.createTextNode(text);
}

const reasons: Record<Recognised['by'], string> = {
  number: '发文字号相符',
  title: '标题相符',
  words: '标题含这些词',
  similar: '标题相近',
};

/** A document recognised by its number or title. */
export function recognisedElement({ document, by, clause }: Recognised): HTMLElement {
  return element(
    'li',
    {},
    ...(clause
      ? namedClauseElements(document, clause)
      : [element('a', { href: recordUrl(document.id) }, document.title)]),
    element(
      'p',
      { class: 'facts' },
      element('span', { class: 'added' }, reasons[by]),
      document.number ? element('span', {}, document.number) : null,
      document.date === null
        ? null
        : element('time', { datetime: document.date }, displayDate(document.date)),
    ),
  );
}

/** 第七条 of a document, with the beginning of its text. */
function namedClauseElements(
  document: ListedDocument,
  { id, label, text }: RecognisedClause,
): HTMLElement[] {
  const title = document.parts?.[''] ?? document.title;
  const cut = [...text].slice(0, namedShown).join('');
  return [
    element('a', { href: `${recordUrl(document.id)}#${id}` }, `${title}　${label}`),
    element('p', { class: 'named' }, cut === text ? text : `${cut}……`),
  ];
}

/** An issue recognised by its number. */
export function issueElement({ key, label, documents }: CitableIssue): HTMLElement {
  return element(
    'li',
    {},
    element('a', { href: `/issues/${key}/` }, label),
    element(
      'p',
      { class: 'facts' },
      element('span', { class: 'added' }, '这一期公报'),
      element('span', {}, `${String(documents)}篇文件`),
    ),
  );
}

/** Buttons that search for something else, each with how it came about. */
export function suggestionElements(
  suggestions: Suggestion[],
  choose: (text: string) => void,
): HTMLElement[] {
  return suggestions.map(({ text, kind }) => {
    const button = element(
      'button',
      { type: 'button' },
      text,
      element('small', { class: 'added' }, suggestionLabels[kind]),
    );
    button.addEventListener('click', () => {
      choose(text);
    });
    return button;
  });
}
