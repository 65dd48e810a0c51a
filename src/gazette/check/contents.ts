/** 目录 ↔ documents, and a 目录 inside a document ↔ its chapters. */
import { foldLetters } from '../../language/text.ts';
import type { DocumentNode, IssueNode } from '../../model/issue.ts';
import type { TocEntry } from '../../model/output.ts';
import type { Evidence } from '../parse/gazette.ts';
import type { Comparisons } from './comparisons.ts';
import { checkContentsLists } from './contents-lists.ts';

function compareEntry(entry: TocEntry, document: DocumentNode, comparisons: Comparisons): void {
  const { title, docNumber } = document;
  const [place = null] = document.data.fields.title ?? [];
  if (foldLetters(entry.title) === foldLetters(title)) comparisons.agree('contents', document);
  else comparisons.fail('toc-differs', document, place, 'title', entry.title, title);
  if (entry.docNumber === null || docNumber === null) return;
  if (entry.docNumber === docNumber) {
    comparisons.agree('contents', document);
    return;
  }
  const [numberPlace = place] = document.data.fields.docNumber ?? [];
  comparisons.fail('toc-differs', document, numberPlace, 'docNumber', entry.docNumber, docNumber);
}

/** Each neighbouring pair of entries: pages do not decrease, documents stand in the same order. */
function compareOrder(issue: IssueNode, comparisons: Comparisons): void {
  const places = new Map(issue.children.map(({ id }, index) => [id, index]));
  issue.toc.slice(1).forEach((entry, index) => {
    const before = issue.toc[index]!;
    if (entry.page !== null && before.page !== null) {
      if (entry.page >= before.page) comparisons.agree('contents', null);
      else comparisons.fail('toc-page-order', null, null, entry.title, entry.page, before.page);
    }
    if (entry.document !== null && before.document !== null) {
      if (places.get(entry.document)! > places.get(before.document)!)
        comparisons.agree('contents', null);
      else comparisons.fail('toc-order', null, null, entry.title, before.title);
    }
  });
}

/** Links the entries to the documents they name and reports what does not agree. */
export function checkContents(
  issue: IssueNode,
  evidence: Evidence,
  comparisons: Comparisons,
): void {
  for (const document of issue.children) checkContentsLists(document, comparisons);
  if (issue.toc.length === 0) return;
  for (const document of issue.children) {
    const entry = evidence.get(document)?.entry;
    const [place = null] = document.data.fields.title ?? [];
    if (!entry) {
      comparisons.fail('toc-entry-missing', document, place, document.title);
      continue;
    }
    comparisons.agree('contents', document);
    entry.document = document.id;
    compareEntry(entry, document, comparisons);
  }
  for (const entry of issue.toc) {
    if (entry.document === null) comparisons.fail('toc-document-missing', null, null, entry.title);
    else comparisons.agree('contents', null);
  }
  compareOrder(issue, comparisons);
}
