/** The issues of the library, told from the documents printed in them, and those a reading means. */
import type { CitableDocument } from './find-documents.ts';
import { takeIssue, type TypedIssue } from './read-issue.ts';
import { normaliseTyped } from './typed-text.ts';

export interface CitableIssue {
  /** Its place in addresses: 2022-7. */
  key: string;
  /** 2022年第7期（总第43期） */
  label: string;
  documents: number;
}

/** Every issue with documents, in the order of the documents. */
export function issuesOf(documents: readonly CitableDocument[]): CitableIssue[] {
  const issues = new Map<string, CitableIssue>();
  for (const { issueKey: key, issue: label } of documents) {
    const issue = issues.get(key);
    if (issue) issue.documents++;
    else issues.set(key, { key, label, documents: 1 });
  }
  return [...issues.values()];
}

/** Whether an issue is meant; what was not typed fits any. */
export function isIssue({ key, label }: CitableIssue, typed: TypedIssue): boolean {
  if (typed.key !== null) return key === typed.key;
  const { issue: own } = takeIssue(normaliseTyped(label));
  return (
    own !== null &&
    (typed.year === null || own.year === typed.year) &&
    (typed.number === null || own.number === typed.number) &&
    (typed.totalNumber === null || own.totalNumber === typed.totalNumber)
  );
}

/** The issues of a year; an issue whose number is not printed may be the one that is missed. */
export function issuesOfYear(issues: readonly CitableIssue[], year: number): CitableIssue[] {
  return issues.filter(({ label }) => new RegExp(`(?<!\\d)${String(year)}年`).test(label));
}
