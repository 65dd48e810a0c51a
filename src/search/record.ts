/**
 * A document as Pagefind takes it (one lean HTML page) and as Pagefind gives it back (a fragment). The two
 * functions are inverse: `readFragment` finds the clauses that `writeRecord` wrote.
 */
import { printedText, type Clause } from '../model/clauses.ts';
import type { ListedDocument } from './documents.ts';
import { foldPhrase } from './fold.ts';
import { numberTokens } from './numbers.ts';
import { hanEnds } from './terms.ts';

/** A clause as search shows it: `text` begins with the printed label. */
export interface FoundClause {
  id: string;
  label: string;
  text: string;
}

/** What is used of a Pagefind fragment. */
export interface Fragment {
  url: string;
  /** Words, each followed by a zero-width space. */
  raw_content: string;
  anchors: { id: string; title?: string; location: number }[];
}

const wordBreak = '\u200b';
/** Stands for the document's page itself where an id is needed. */
const head = '~';
const end = '~end';

export function recordUrl(id: string): string {
  return `/documents/${id}/`;
}

/** The clauses as they are indexed. The title comes first and has no anchor: it is the page's h1. */
export function toFoundClauses(clauses: Clause[]): FoundClause[] {
  return clauses.map((clause) => ({
    id: clause.id,
    label: clause.label,
    text: indexedText(printedText(clause)),
  }));
}

/** Radicals and compatibility forms of Han characters as plain ones, no invisible characters, no angle brackets. */
function indexedText(text: string): string {
  return text
    .replace(/[\u2e80-\u2fdf\uf900-\ufaff]/gu, (character) => character.normalize('NFKC'))
    .replace(/\p{Cf}/gu, '')
    .replace(/</g, '＜')
    .replace(/>/g, '＞')
    .toWellFormed();
}

/**
 * The page that is indexed for a document. An empty anchor before each clause keeps fragments small; blanks between
 * the clauses keep pairs of characters from crossing them.
 */
export function writeRecord(document: ListedDocument, clauses: FoundClause[]): string {
  const [title, ...rest] = clauses;
  const body = rest.map(({ id, label, text }) => `${anchor(id || head, label)}${escape(text)}`);
  const filters: [name: string, value: string][] = [
    ['year', document.year],
    ['kind', document.kind],
    ['issue', document.issue],
    ...document.issuers.map((issuer): [string, string] => ['issuer', issuer]),
    ...(document.section === null ? [] : [['section', document.section] as [string, string]]),
  ];
  return [
    '<!doctype html><html lang="zh-CN"><body data-pagefind-body>',
    `<h1>${escape(title?.text ?? '')}</h1>`,
    `<div data-pagefind-meta="tokens:${tokensOf(clauses).join(' ')}">`,
    // The mark after the last anchor keeps Pagefind from ending the last clause with a full stop.
    [...body, `${anchor(end, end)}。`].join(' '),
    '</div>',
    ...filters.map(
      ([name, value]) =>
        `<span data-pagefind-filter="${name}" data-pagefind-ignore>${escape(value)}</span>`,
    ),
    document.date === null
      ? ''
      : `<span data-pagefind-sort="date" data-pagefind-ignore>${document.date}</span>`,
    '</body></html>',
  ].join('\n');
}

/** Tokens beside Pagefind's own: numbers with their units, and the last characters of Han runs. */
function tokensOf(clauses: FoundClause[]): string[] {
  const tokens = new Set<string>();
  for (const { text } of clauses) {
    for (const token of numberTokens(foldPhrase(text))) tokens.add(token);
    for (const character of hanEnds(text)) tokens.add(character);
  }
  return [...tokens].sort();
}

/** The clauses of a fragment, without the title. */
export function readFragment({ raw_content, anchors }: Fragment): FoundClause[] {
  const words = raw_content.split(wordBreak);
  const sorted = anchors.toSorted((a, b) => a.location - b.location);
  return sorted.slice(0, -1).map(({ id, title, location }, index) => ({
    id: id === head ? '' : id,
    label: title ?? '',
    text: words
      .slice(location, sorted[index + 1]!.location)
      .join('')
      .trim(),
  }));
}

/** Id of the document a fragment is of. */
export function readFragmentId({ url }: Pick<Fragment, 'url'>): string {
  return decodeURIComponent(url.split('/').at(-2) ?? '');
}

function anchor(id: string, label: string): string {
  return `<a id="${escape(id)}" data-pagefind-title="${escape(label)}"></a>`;
}

function escape(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
