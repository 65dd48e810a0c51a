/** 目录 ↔ documents. */
import type { VFile } from 'vfile';
import { foldLetters } from '../../language/text.ts';
import type { IssueNode } from '../../model/issue.ts';
import type { Evidence } from '../parse/gazette.ts';
import { report } from '../messages.ts';

/** Links the entries to the documents they name and reports what does not agree. */
export function checkContents(issue: IssueNode, evidence: Evidence, file: VFile): void {
  if (issue.toc.length === 0) return;
  for (const document of issue.children) {
    const entry = evidence.get(document)?.entry;
    const [place = null] = document.data.fields.title ?? [];
    if (!entry) {
      report(file, 'toc-entry-missing', place, document.title);
      continue;
    }
    entry.document = document.id;
    if (foldLetters(entry.title) !== foldLetters(document.title)) {
      report(file, 'toc-differs', place, 'title', entry.title, document.title);
    }
    if (
      entry.docNumber !== null &&
      document.docNumber !== null &&
      entry.docNumber !== document.docNumber
    ) {
      report(
        file,
        'toc-differs',
        document.data.fields.docNumber?.[0] ?? place,
        'docNumber',
        entry.docNumber,
        document.docNumber,
      );
    }
  }
  for (const entry of issue.toc) {
    if (entry.document === null) report(file, 'toc-document-missing', null, entry.title);
  }
}
