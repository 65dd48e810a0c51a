/** What a reading without a document means: an issue, or nothing. */
import type { CitableDocument, CitationIndex } from './find-documents.ts';
import { isIssue, issuesOf, issuesOfYear } from './find-issues.ts';
import type { Reading } from './read-reference.ts';
import { shown, type Resolution } from './resolution.ts';

/** The issue that is meant; a clause alone is missing its document. */
export function resolveWithoutDocument<Document extends CitableDocument>(
  { issue, month, clause, clauseId }: Reading,
  { documents }: CitationIndex<Document>,
): Resolution<Document> {
  if (month !== null) return ofMonth(month, documents);
  if (issue !== null) {
    const all = issuesOf(documents);
    const meant = all.filter((one) => isIssue(one, issue));
    const certain = issue.key !== null || issue.totalNumber !== null || issue.year !== null;
    if (meant.length === 1 && certain) return { kind: 'issue', issue: meant[0]! };
    if (meant.length > 0)
      return {
        kind: 'candidates',
        reason: certain ? '有几种公报有这一期。' : '没有写年份。',
        candidates: [],
        issues: meant,
      };
    const near = issue.year === null ? all : issuesOfYear(all, issue.year);
    return {
      kind: 'missing',
      reason:
        issue.year !== null && near.length === 0
          ? `站内没有${String(issue.year)}年的公报。`
          : '站内没有这一期，或者原文没有载明它的期号。',
      exists: [],
      issues: (near.length > 0 ? near : all).slice(0, shown),
    };
  }
  if (clause !== null || clauseId !== null)
    return {
      kind: 'missing',
      reason: '只写了条款，没有写是哪一份文件。请在前面加上发文字号或标题。',
      exists: [],
      issues: [],
    };
  return { kind: 'empty' };
}

/** 2022年7月 is no reference; what is dated then is said. */
function ofMonth<Document extends CitableDocument>(
  month: string,
  documents: Document[],
): Resolution<Document> {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const dated = documents.filter(({ date }) => date?.startsWith(month));
  const written = `${String(year)}年${String(number)}月`;
  return {
    kind: 'missing',
    reason:
      dated.length > 0
        ? `“${written}”不是引用，站内这个月成文的有${String(dated.length)}件。`
        : `“${written}”不是引用，站内没有这个月成文的文件。`,
    exists: dated
      .slice(0, shown)
      .map((document) => ({ document, clause: null, by: null, why: '这个月成文' })),
    issues: issuesOf(documents).filter((issue) =>
      isIssue(issue, { key: null, year, number, totalNumber: null }),
    ),
  };
}
