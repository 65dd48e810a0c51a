/** Tree and messages → the output record (`src/model/output.ts`). */
import type { Node } from 'unist';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { DocumentNode, IssueNode } from '../../model/issue.ts';
import type {
  DocumentRecord,
  GazetteOutput,
  Ledger,
  OutputMessage,
  Reconciliation,
} from '../../model/output.ts';
import { isInside, placeOf } from '../../model/spans.ts';
import type { Span } from '../../model/tree.ts';
import { lineStarts, pointAt } from '../transform/positions.ts';

function holds(node: Node, span: Span): boolean {
  const place = placeOf(node);
  return place !== null && isInside(span, place);
}

/** The deepest node with an id around the span, or null. */
function nodeAt(node: Node, span: Span): string | null {
  if (!('children' in node)) return null;
  for (const child of node.children as Node[]) {
    if (!holds(child, span)) continue;
    return nodeAt(child, span) ?? ('id' in child ? (child.id as string) : null);
  }
  return null;
}

function documentAt(issue: IssueNode, span: Span): DocumentNode | null {
  const inParts = issue.children.find(({ children }) =>
    children.some((part) => holds(part, span) && part.children.some((node) => holds(node, span))),
  );
  return inParts ?? issue.children.find((document) => holds(document, span)) ?? null;
}

function toMessage(
  message: VFileMessage,
  issue: IssueNode,
  starts: readonly number[],
): OutputMessage {
  const span = message.span ?? null;
  const document =
    message.document === undefined
      ? span && documentAt(issue, span)
      : (issue.children.find(({ id }) => id === message.document) ?? null);
  return {
    ruleId: message.ruleId ?? 'unknown',
    reason: message.reason,
    notice: message.notice ?? message.reason,
    line: span ? pointAt(starts, span.start).line : null,
    severity: message.fatal === true ? 'error' : message.fatal === false ? 'warning' : 'info',
    span,
    document: document?.id ?? null,
    node: document && span ? nodeAt(document, span) : null,
    ...(message.reconciliation && { reconciliation: message.reconciliation }),
  };
}

function toRecord(document: DocumentNode): DocumentRecord {
  return {
    id: document.id,
    title: document.title,
    docNumber: document.docNumber,
    date: document.date,
    issuers: document.issuers,
    section: document.section,
    kind: document.kind,
    recipients: document.recipients,
    disclosure: document.disclosure,
    meeting: document.meeting,
    meetingNumber: document.meetingNumber,
    signedBy: document.signedBy,
    source: document.source,
    effective: document.effective,
    expires: document.expires,
    repeals: document.repeals,
    cites: document.cites,
    basis: document.basis,
    interpreter: document.interpreter,
    appointments: document.appointments,
    corrections: document.corrections,
    parts: document.children,
    data: {
      fields: document.data.fields,
      inferred: document.data.inferred,
      page: document.data.page,
    },
  };
}

/** The output for one raw text; messages in order of their place. */
export function toOutput(
  raw: string,
  issue: IssueNode,
  ledger: Ledger,
  reconciliations: Reconciliation[],
  file: VFile,
): GazetteOutput {
  const starts = lineStarts(raw);
  const messages = file.messages.map((message) => toMessage(message, issue, starts));
  messages.sort((a, b) => (a.span?.start ?? -1) - (b.span?.start ?? -1));
  return {
    issue: issue.facts,
    toc: issue.toc,
    documents: issue.children.map(toRecord),
    frontMatter: issue.frontMatter,
    furniture: [...issue.furniture].sort((a, b) => a.start - b.start),
    messages,
    reconciliations,
    ledger,
  };
}
