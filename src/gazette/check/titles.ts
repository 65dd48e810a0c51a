/** Titles that a text quotes ↔ the titles printed in the same issue. */
import { carriedBy } from '../../language/carried-titles.ts';
import type { IssueNode } from '../../model/issue.ts';
import type { Evidence } from '../parse/gazette.ts';
import type { Comparisons } from './comparisons.ts';

/** What a document's title announces (关于印发《办法》的通知) ↔ the title of the text below. */
function checkCarried(issue: IssueNode, evidence: Evidence, comparisons: Comparisons): void {
  for (const document of issue.children) {
    const found = evidence.get(document)?.found;
    const [place = null] = document.data.fields.title ?? [];
    if (found?.missingTitle) {
      comparisons.fail('carried-title-missing', document, place);
    } else if (found?.differingTitle) {
      const { text } = found.differingTitle;
      const [span = null] = text.spans(0);
      comparisons.fail('carried-title-differs', document, span, text.value);
    } else if (carriedBy(document.title).length > 0) {
      comparisons.agree('titles', document);
    }
  }
}

/** Reports titles that are announced and not printed, or printed otherwise. */
export function checkTitles(issue: IssueNode, evidence: Evidence, comparisons: Comparisons): void {
  checkCarried(issue, evidence, comparisons);
}
