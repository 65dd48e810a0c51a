/** Fields every document should have. */
import type { VFile } from 'vfile';
import type { IssueNode } from '../../model/issue.ts';
import { report } from '../messages.ts';

/** Kinds that are printed without 发文字号, issuer and date of their own. */
const reports = new Set(['会议', '统计', '简报', '说明']);

/** Reports missing fields. */
export function checkFields(issue: IssueNode, file: VFile): void {
  if (!issue.facts.stated && issue.children.length > 0) report(file, 'issue-unstated', null);
  for (const document of issue.children) {
    const [place = null] = document.data.fields.title ?? [];
    if (!reports.has(document.kind)) {
      if (document.docNumber === null) report(file, 'field-missing', place, 'docNumber');
      if (document.date === null) report(file, 'field-missing', place, 'date');
      if (document.issuers.length === 0) report(file, 'field-missing', place, 'issuers');
    }
  }
}
