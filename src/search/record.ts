/**
 * A passage as Pagefind takes it (a record of our tokens) and as the browser gets it back (a fragment, our JSON under
 * the name Pagefind gave it). `readFragment` is the inverse of `writeFragment`.
 */
import { printedText, type Clause } from '../model/clauses.ts';
import type { ListedDocument } from './documents.ts';
import { foldPhrase } from './fold.ts';
import { addTokens, type Commonness } from './terms.ts';

/** A clause as search shows it: `text` begins with the printed label. */
export interface FoundClause {
  id: string;
  label: string;
  text: string;
}

/** Some clauses of a document in reading order. */
export interface Passage {
  document: ListedDocument;
  clauses: FoundClause[];
}

/** What Pagefind indexes of a passage. Fields are cut at blanks and nowhere else. */
export interface PassageRecord {
  /** Tokens of the title; Pagefind ranks the field of this name above others. Only where the title is in the passage. */
  title?: string;
  tokens: string;
}

/** Label of the clause that is the document's title. */
export const titleLabel = '标题';

export function recordUrl(id: string): string {
  return `/documents/${id}/`;
}

/** The clauses as they are indexed; the title comes first. */
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

export function writeRecord(clauses: FoundClause[], common: Commonness): PassageRecord {
  const title = new Set<string>();
  const tokens = new Set<string>();
  for (const { label, text } of clauses) {
    const own = label === titleLabel ? title : tokens;
    addTokens(foldPhrase(text), common, own);
  }
  const record: PassageRecord = { tokens: join(tokens.difference(title)) };
  if (title.size > 0) record.title = join(title);
  return record;
}

function join(tokens: ReadonlySet<string>): string {
  return [...tokens].sort().join(' ');
}

/** The JSON of a passage. Titles of the texts inside a document are for the finder. */
export function writeFragment({ document, clauses }: Passage): string {
  const { parts: _, ...facts } = document;
  return JSON.stringify({
    document: facts,
    clauses: clauses.map(({ id, label, text }) => [id, label, text]),
  });
}

export function readFragment(json: string): Passage {
  const { document, clauses } = JSON.parse(json) as {
    document: ListedDocument;
    clauses: [id: string, label: string, text: string][];
  };
  return { document, clauses: clauses.map(([id, label, text]) => ({ id, label, text })) };
}
