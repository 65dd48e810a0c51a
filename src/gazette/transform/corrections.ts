/**
 * Applies an editor's corrections to what readers are shown. The raw text, every `text` node and every offset stay as
 * printed; a correction that does not fit its place is a message with the severity `error` and changes nothing.
 */
import type { VFile } from 'vfile';
import type { AppliedCorrection, Correction } from '../../model/corrections.ts';
import type { IssueNode } from '../../model/issue.ts';
import { report } from '../messages.ts';
import { correctField } from './corrected-fields.ts';
import { correctText } from './corrected-text.ts';

/** Applies the corrections one after another; its place in the list names each in messages. */
export function applyCorrections(
  issue: IssueNode,
  corrections: readonly Correction[],
  file: VFile,
): void {
  corrections.forEach((correction, index) => {
    const problem =
      'line' in correction
        ? correctText(issue, correction, String(file))
        : correctField(issue, correction);
    if (!problem) return;
    const { expected, found, advice } = problem;
    report(file, 'correction-unmatched', null, index, expected, found, advice);
  });
  for (const document of issue.children) document.corrections.sort(inOrder);
}

function inOrder(a: AppliedCorrection, b: AppliedCorrection): number {
  return (a.field === null ? a.span.start : -1) - (b.field === null ? b.span.start : -1);
}
