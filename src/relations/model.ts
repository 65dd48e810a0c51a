/** What a relation between two documents is. */
import type { DocumentRecord } from '../model/output.ts';

/** A document of the library. */
export interface Source {
  id: string;
  /** Id of its series. */
  series: string;
  /** Key of the issue it is printed in. */
  issue: string;
  record: DocumentRecord;
}

/** What the relations need to know of a series. */
export interface SeriesFacts {
  id: string;
  /** 景德镇市 */
  place: string;
  /** The 代字 of its authorities are the keys. */
  codes: Record<string, string>;
}

/** What the relations need to know of an issue. */
export interface IssueDates {
  key: string;
  /** Folder id, which begins with the year: 2022-u1. */
  id: string;
  issue: { year: number | null };
}

/** Words of a document that bear a relation out. */
export interface Evidence {
  document: string;
  /** Id of the clause they stand in, '' for the title of the document. */
  clause: string;
  /** The sentence, without white space inside Han text. */
  text: string;
}

/** One end of a relation: a document of the library, or the name of one that it does not hold. */
export interface Party {
  /** Id in the library, null where it is not held. */
  document: string | null;
  title: string | null;
  docNumber: string | null;
}

interface Base {
  /** The document that acts: adopts, repeals, replaces, is based, forwards, amends. */
  from: Party;
  /** The document acted on. */
  to: Party;
  /** Why the relation is only likely, in Chinese for readers; null where the texts say it. */
  likely: string | null;
  evidence: Evidence[];
}

/** `from` is the report of a meeting that adopted `to`. */
export interface Adoption extends Base {
  kind: 'adoption';
  /** 市政府第71次常务会议 */
  meeting: string;
  /** Day of the meeting, null where it cannot be told. */
  date: string | null;
  /** The year of the day is not printed beside it. */
  yearInferred: boolean;
  /** The text says that it was adopted, not only discussed. */
  passed: boolean;
}

/** `from` repeals `to`. */
export interface Repeal extends Base {
  kind: 'repeal';
  /** First day on which `to` no longer applies, null where it cannot be told. */
  date: string | null;
  /** Only some of its clauses: 第三条废止. */
  partial: boolean;
}

/** Groups of what a text is based on, told by name and number. */
export type BasisGroup = 'law' | 'superior' | 'own' | 'other';

/** `from` is based on `to`. */
export interface Basis extends Base {
  kind: 'basis';
  group: BasisGroup;
}

/** `from` is a notice that hands `to` on. */
export interface Forwarding extends Base {
  kind: 'forwarding';
  verb: '转发' | '批转' | '印发';
  /** Who issued the text that is handed on; empty where it is the document's own authority or not named. */
  issuers: string[];
}

/** `from` is a later document on the subject of `to`, and may have replaced it. */
export interface Replacement extends Base {
  kind: 'replacement';
}

/** `from` amends `to`. */
export interface Amendment extends Base {
  kind: 'amendment';
}

export type Relation = Adoption | Repeal | Basis | Forwarding | Replacement | Amendment;

/** The document itself as one end of a relation. */
export function partyOf({ id, record }: Source): Party {
  return { document: id, title: record.title, docNumber: record.docNumber };
}
