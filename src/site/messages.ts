/** Parser messages for readers. */
import type { OutputMessage, Severity } from '../model/output.ts';
import { documentAddress, rawAddress } from './addresses.ts';
import type { IssueEntry } from './entries.ts';

/** 错误, 存疑, 说明. */
export const severityNames: Record<Severity, string> = {
  error: '错误',
  warning: '存疑',
  info: '说明',
};

const order: Severity[] = ['error', 'warning', 'info'];

export interface RuleGroup {
  ruleId: string;
  severity: Severity;
  /** Notice of its first message, as an example. */
  example: string;
  entries: { message: OutputMessage; issue: IssueEntry }[];
}

/** Where a message's place can be seen: its clause, its document, or its line of the raw text. */
export function messageAddress(message: OutputMessage, issue: string): string {
  return message.document === null
    ? rawAddress(issue, message.line)
    : message.node === null && message.line !== null
      ? rawAddress(issue, message.line)
      : documentAddress(message.document, message.node);
}

/** Messages in the same words as one, in the order of the first. */
export function groupByNotice(messages: OutputMessage[]): OutputMessage[][] {
  return [...Map.groupBy(messages, ({ notice }) => notice).values()];
}

/** Worst first; within a severity as they come. */
export function sortMessages(messages: OutputMessage[]): OutputMessage[] {
  return [...messages].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

/** The messages of all issues by rule: worst rule first, then the most frequent. */
export function groupByRule(issues: IssueEntry[]): RuleGroup[] {
  const groups = new Map<string, RuleGroup>();
  for (const issue of issues) {
    for (const message of issue.messages) {
      const { ruleId, severity } = message;
      const group = groups.get(ruleId) ?? {
        ruleId,
        severity,
        example: message.notice,
        entries: [],
      };
      if (order.indexOf(severity) < order.indexOf(group.severity)) group.severity = severity;
      group.entries.push({ message, issue });
      groups.set(ruleId, group);
    }
  }
  return [...groups.values()].sort(
    (a, b) =>
      order.indexOf(a.severity) - order.indexOf(b.severity) ||
      b.entries.length - a.entries.length ||
      (a.ruleId < b.ruleId ? -1 : 1),
  );
}
