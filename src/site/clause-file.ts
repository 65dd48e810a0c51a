/** `documents/<id>.clauses.json`: the clauses of a document with their names, words and seals, for scripts and as data. */
import { clauseTexts, wholeClause, type ClauseText } from '../model/clause-texts.ts';
import { documentAddress } from './addresses.ts';
import { nameClauses } from './clause-names.ts';
import type { DocumentEntry } from './entries.ts';
import type { Library } from './library.ts';
import { sealOf } from './seals.ts';

/** What a citation says of the document. */
export interface CitedFacts {
  id: string;
  title: string;
  docNumber: string | null;
  /** ISO date or null. */
  date: string | null;
  issuers: string[];
  kind: string;
  /** 景德镇市人民政府公报 */
  gazette: string;
  /** 2020年第11期（总第23期） */
  issue: string;
  /** First printed page, null where it is not known. */
  page: number | null;
  /** Address of its page, from the root of the site. */
  address: string;
}

export interface FiledClause extends ClauseText {
  /** 第十三条第一款第（二）项; 第一款 is left out where an article has one. */
  name: string;
  /** Seal of its whole text as shown. */
  seal: string;
}

export interface ClauseFile {
  document: CitedFacts;
  /** Titles of the texts it holds by part id, '' for the main text: a clause is cited from its own text. */
  titles: Record<string, string>;
  /** In reading order; the whole text of one is it and the `below` after it (`wholeClause`). */
  clauses: FiledClause[];
}

/** What a citation says of a document. */
export function citedFacts(entry: DocumentEntry, library: Library): CitedFacts {
  const { record } = entry;
  return {
    id: entry.id,
    title: record.title,
    docNumber: record.docNumber,
    date: record.date,
    issuers: record.issuers,
    kind: record.kind,
    gazette: library.seriesOf(entry).title,
    issue: library.issueOf(entry).label,
    page: record.data.page,
    address: documentAddress(entry.id),
  };
}

/** The file of a document. */
export function toClauseFile(entry: DocumentEntry, library: Library): ClauseFile {
  const { record } = entry;
  const names = nameClauses(record);
  const texts = clauseTexts(record, 'corrected');
  return {
    document: citedFacts(entry, library),
    titles: Object.fromEntries(record.parts.map((part) => [part.id ?? '', part.title])),
    clauses: texts.map((clause, at) => ({
      ...clause,
      name: names.get(clause.id) ?? '',
      seal: sealOf(wholeClause(texts, at)),
    })),
  };
}
