/** Titles that a text quotes ↔ the titles printed in the same issue. */
import { carriedBy } from '../../language/carried-titles.ts';
import { foldLetters, similarity } from '../../language/text.ts';
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

// A title that differs in one of these is another document's: 办法 and 实施细则, 2021年 and 2022年, 甲市 and 乙市.
const telling =
  /[\d一二三四五六七八九十]|[省市县区州]|试行|暂行|修订|修正|办法|细则|规定|方案|意见|措施|通知|条例|计划|要点|清单|目录|规划|实施|补充|关于|印发|转发|解读|说明|公报|令$/u;
/** Characters in which two prints of one title may differ. */
const slip = 3;

/** Whether two folded titles are one title, printed differently by a slip. */
export function isSlip(a: string, b: string): boolean {
  if (a === b || Math.min(a.length, b.length) < 10 || Math.abs(a.length - b.length) > slip)
    return false;
  if (similarity(a, b) < 0.8) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (
    end < Math.min(a.length, b.length) - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  )
    end++;
  const rests = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return rests.every((rest) => rest.length <= slip && !telling.test(rest));
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
