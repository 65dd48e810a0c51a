/** What a reference was found to mean. */
import { wholeClause } from '../model/clause-texts.ts';
import type { CitableClause } from './clause-tree.ts';
import type { CitableDocument, FoundDocument } from './find-documents.ts';
import type { CitableIssue } from './find-issues.ts';

/** Places that are offered at most. */
export const shown = 8;

export interface TargetClause {
  id: string;
  /** 第十三条第一款第（二）项 */
  name: string;
  /** Its whole text, as shown. */
  text: string;
}

/** A document, or a clause of it. */
export interface DocumentTarget<Document> {
  document: Document;
  /** null: the document as a whole. */
  clause: TargetClause | null;
  /** By what it was found; null where only its date speaks for it. */
  by: FoundDocument<CitableDocument>['by'] | null;
  /** The same in Chinese. */
  why: string;
}

export type Resolution<Document> =
  /** One place, for certain. `note`: what else is to be said of it, or ''. */
  | { kind: 'landed'; target: DocumentTarget<Document>; note: string }
  /** An issue, for certain. */
  | { kind: 'issue'; issue: CitableIssue }
  /** Several places fit, or one that is not certain. */
  | {
      kind: 'candidates';
      reason: string;
      candidates: DocumentTarget<Document>[];
      issues: CitableIssue[];
    }
  /** Nothing fits: why, and what there is instead. */
  | {
      kind: 'missing';
      reason: string;
      exists: DocumentTarget<Document>[];
      issues: CitableIssue[];
    }
  /** Nothing was typed that could be a reference. */
  | { kind: 'empty' };

/** Clauses of a document; rejects where its file cannot be fetched. */
export type LoadClauses = (id: string) => Promise<readonly CitableClause[]>;

/** Several places to choose from. */
export function choose<Document>(
  candidates: DocumentTarget<Document>[],
  reason: string,
): Resolution<Document> {
  return { kind: 'candidates', reason, candidates: candidates.slice(0, shown), issues: [] };
}

const reasons: Record<FoundDocument<CitableDocument>['by'], string> = {
  id: '地址相符',
  number: '发文字号相符',
  whole: '标题相符',
  end: '标题的简称',
  part: '标题含这几个字',
  words: '标题含这些词',
  similar: '标题相近',
  near: '文号相近',
};

/** A document that was found, or the clause at a place of its list; -1 is the document as a whole. */
export function toTarget<Document extends CitableDocument>(
  { document, by, part }: FoundDocument<Document>,
  clauses: readonly CitableClause[] = [],
  place = -1,
): DocumentTarget<Document> {
  const found = clauses[place];
  const clause = found
    ? { id: found.id, name: found.name, text: wholeClause(clauses, place) }
    : null;
  return {
    document,
    clause,
    by,
    why: part.startsWith('att') ? `附件的${reasons[by]}` : reasons[by],
  };
}
