/** `documents/<id>.clauses.json`: the clauses of a document with their names, words and seals, for scripts and as data. */
import type { CitableDocument, CitedFacts } from '../citing/facts.ts';
import { clauseTexts, wholeClause, wholeDocument, type ClauseText } from '../model/clause-texts.ts';
import { partName } from '../model/clauses.ts';
import type { Part } from '../model/tree.ts';
import { isNormative } from '../model/normative.ts';
import { documentAddress, shortAddress } from './addresses.ts';
import { nameClauses } from './clause-names.ts';
import type { DocumentEntry } from './entries.ts';
import { readDirectory, readFormerAddresses } from './former-addresses.ts';
import type { Library } from './library.ts';
import { sealOf } from '../anchors/seals.ts';

export interface FiledClause extends ClauseText {
  /** 第十三条第一款第（二）项; 第一款 is left out where an article has one. */
  name: string;
  /** Seal of its whole text as shown. */
  seal: string;
  /** Ids under which its text stood before; absent where there are none. */
  former?: string[];
}

export interface ClauseFile extends CitableDocument {
  document: CitedFacts & {
    /** Seal of all its texts as shown. */
    seal: string;
  };
  /** In reading order; the whole text of one is it and the `below` after it (`wholeClause`). */
  clauses: FiledClause[];
}

/** What a citation says of a document. */
export function citedFacts(entry: DocumentEntry, library: Library): CitedFacts {
  const { record } = entry;
  const { issue, label } = library.issueOf(entry);
  return {
    id: entry.id,
    title: record.title,
    docNumber: record.docNumber,
    date: record.date,
    issuers: record.issuers,
    kind: record.kind,
    gazette: library.seriesOf(entry).title,
    issue: label,
    issueNumber: issue.stated ? issue.number : null,
    page: record.data.page,
    normative: isNormative(record),
    address: documentAddress(entry.id),
    short: shortAddress(entry.id),
  };
}

/** A document with the titles of the texts in it: a clause is cited from its own text. */
export function citableDocument(entry: DocumentEntry, library: Library): CitableDocument {
  const { record } = entry;
  const byPart = (value: (part: Part) => string) =>
    Object.fromEntries(record.parts.map((part) => [part.id ?? '', value(part)]));
  return {
    document: citedFacts(entry, library),
    titles: byPart(({ title }) => title),
    partNames: byPart((part) => (part.id === undefined ? '' : partName(part, record))),
  };
}

/** The file of a document. */
export function toClauseFile(entry: DocumentEntry, library: Library): ClauseFile {
  const { record } = entry;
  const names = nameClauses(record);
  const texts = clauseTexts(record, 'corrected');
  const { document, ...parts } = citableDocument(entry, library);
  const { notes } = readFormerAddresses(entry, readDirectory(library));
  const former = Map.groupBy(
    notes.filter(({ id }) => id !== null),
    ({ clause }) => clause,
  );
  return {
    document: { ...document, seal: sealOf(wholeDocument({ ...document, ...parts }, texts)) },
    ...parts,
    clauses: texts.map((clause, at) => ({
      ...clause,
      name: names.get(clause.id) ?? '',
      seal: sealOf(wholeClause(texts, at)),
      ...(former.has(clause.id) ? { former: former.get(clause.id)!.map(({ id }) => id!) } : {}),
    })),
  };
}
