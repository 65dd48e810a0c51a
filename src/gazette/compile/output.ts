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
import { isInside, placeOf, printed, spanOf } from '../../model/spans.ts';
import type { Span } from '../../model/tree.ts';
import { lineStarts, pointAt } from '../transform/positions.ts';

function holds(node: Node, span: Span): boolean {
  const place = placeOf(node);
  return place !== null && isInside(span, place);
}

/** Number of the first nodes that begin at or before the offset; the nodes stand in the order of their places. */
function countUntil(nodes: readonly Node[], offset: number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((placeOf(nodes[middle]!)?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The child around the span, or null. Siblings do not overlap, but beside one that is blank two may begin at one place. */
function childAt(node: Node, span: Span): Node | null {
  if (!('children' in node)) return null;
  const children = node.children as Node[];
  const count = countUntil(children, span.start);
  const start = count > 0 ? placeOf(children[count - 1]!)?.start : undefined;
  let first = count;
  while (first > 0 && placeOf(children[first - 1]!)?.start === start) first--;
  return children.slice(first, count).find((child) => holds(child, span)) ?? null;
}

/** The deepest node with an id around the span, or null. */
function nodeAt(node: Node, span: Span): string | null {
  const child = node.type === 'document' ? partAt(node as DocumentNode, span) : childAt(node, span);
  return child && (nodeAt(child, span) ?? ('id' in child ? (child.id as string) : null));
}

function partAt({ children }: DocumentNode, span: Span): Node | null {
  return children.find((part) => holds(part, span)) ?? null;
}

/** Finds the document around a span, also where one stands in the middle of another. */
class Documents {
  readonly #documents: readonly DocumentNode[];
  /** The farthest end of the documents up to each one. */
  readonly #ends: number[] = [];

  readonly #byId: ReadonlyMap<string | null, DocumentNode>;

  constructor({ children }: IssueNode) {
    this.#byId = new Map(children.map((document) => [document.id, document]));
    this.#documents = [...children].sort((a, b) => spanOf(a).start - spanOf(b).start);
    for (const document of this.#documents)
      this.#ends.push(Math.max(this.#ends.at(-1) ?? 0, spanOf(document).end));
  }

  byId(id: string | null): DocumentNode | null {
    return this.#byId.get(id) ?? null;
  }

  at(span: Span): DocumentNode | null {
    const around: DocumentNode[] = [];
    let index = countUntil(this.#documents, span.start) - 1;
    for (; index >= 0 && this.#ends[index]! >= span.end; index--)
      if (holds(this.#documents[index]!, span)) around.unshift(this.#documents[index]!);
    const inParts = around.find(({ children }) =>
      children.some((part) => holds(part, span) && childAt(part, span) !== null),
    );
    return inParts ?? around[0] ?? null;
  }
}

function toMessage(
  message: VFileMessage,
  documents: Documents,
  starts: readonly number[],
): OutputMessage {
  const span = message.span ? { start: message.span.start, end: message.span.end } : null;
  const document =
    message.document === undefined ? span && documents.at(span) : documents.byId(message.document);
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

function toRecord(raw: string, document: DocumentNode): DocumentRecord {
  const fields = Object.entries(document.data.fields).map(([name, spans]) => [
    name,
    spans.map((span) => printed(raw, span)),
  ]);
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
      fields: Object.fromEntries(fields) as DocumentRecord['data']['fields'],
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
  const documents = new Documents(issue);
  const messages = file.messages.map((message) => toMessage(message, documents, starts));
  messages.sort((a, b) => (a.span?.start ?? -1) - (b.span?.start ?? -1));
  return {
    issue: issue.facts,
    toc: issue.toc,
    documents: issue.children.map((document) => toRecord(raw, document)),
    frontMatter: issue.frontMatter.map((span) => printed(raw, span)),
    furniture: issue.furniture.map((span) => printed(raw, span)).sort((a, b) => a.start - b.start),
    messages,
    reconciliations,
    ledger,
  };
}
