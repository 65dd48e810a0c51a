/** Fields every document should have, and what the parts said of carried texts. */
import type { VFile } from 'vfile';
import type { IssueNode } from '../../model/issue.ts';
import type { Evidence } from '../parse/gazette.ts';
import { report } from '../messages.ts';

/** Kinds that are printed without 发文字号, issuer and date of their own. */
const reports = new Set(['会议', '统计', '简报', '说明']);

/** Reports missing fields and carried texts that were not found as announced. */
export function checkFields(issue: IssueNode, evidence: Evidence, file: VFile): void {
  if (!issue.facts.stated && issue.children.length > 0) report(file, 'issue-unstated', null);
  for (const document of issue.children) {
    const [place = null] = document.data.fields.title ?? [];
    if (!reports.has(document.kind)) {
      if (document.docNumber === null) report(file, 'field-missing', place, 'docNumber');
      if (document.date === null) report(file, 'field-missing', place, 'date');
      if (document.issuers.length === 0) report(file, 'field-missing', place, 'issuers');
    }
    const found = evidence.get(document)?.found;
    if (found?.missingTitle) report(file, 'carried-title-missing', place);
    if (found?.differingTitle) {
      const [span = null] = found.differingTitle.text.spans(0);
      report(file, 'carried-title-differs', span, found.differingTitle.text.value);
    }
  }
}
