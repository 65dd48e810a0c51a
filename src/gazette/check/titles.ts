/** Titles that a text quotes ↔ the titles printed in the same issue. */
import { carriedBy } from '../../language/carried-titles.ts';
import { foldLetters } from '../../language/text.ts';
import { isSlip } from '../../language/title-keys.ts';
import { normaliseTitle, quotedTitles } from '../../language/titles.ts';
import type { IssueNode } from '../../model/issue.ts';
import type { Evidence } from '../parse/gazette.ts';
import { flatParagraphs } from '../transform/flat-paragraphs.ts';
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

/** Folded titles of the documents and texts of the issue, with the title as printed. */
function titlesOf(issue: IssueNode): Map<string, string> {
  const titles = new Map<string, string>();
  for (const document of issue.children)
    for (const title of [document.title, ...document.children.map((part) => part.title)])
      if (title !== '') titles.set(foldLetters(title), title);
  return titles;
}

/** Titles in 《》 that name a text of the issue, exactly or with a slip. */
function checkQuoted(issue: IssueNode, comparisons: Comparisons): void {
  const titles = titlesOf(issue);
  for (const document of issue.children) {
    for (const { text, spans } of document.children.flatMap(flatParagraphs)) {
      for (const { title, start, end } of quotedTitles(text)) {
        const quoted = foldLetters(title);
        if (titles.has(quoted)) {
          comparisons.agree('titles', document);
          continue;
        }
        const near = [...titles].find(([folded]) => isSlip(quoted, folded));
        const place = spans(start, end)[0] ?? null;
        if (near)
          comparisons.fail('title-differs', document, place, normaliseTitle(title), near[1]);
      }
    }
  }
}

/** Reports titles that are announced and not printed, or printed otherwise. */
export function checkTitles(issue: IssueNode, evidence: Evidence, comparisons: Comparisons): void {
  checkCarried(issue, evidence, comparisons);
  checkQuoted(issue, comparisons);
}
