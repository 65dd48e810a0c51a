/** Counts what was compared and what did not agree, for every document and kind. */
import type { VFile } from 'vfile';
import type { DocumentNode, IssueNode } from '../../model/issue.ts';
import {
  reconciliationKinds,
  type Reconciliation,
  type ReconciliationKind,
} from '../../model/output.ts';
import type { Span } from '../../model/tree.ts';
import { catalogue, report, type ComparisonId, type Details } from '../messages.ts';

declare module 'vfile' {
  interface DataMap {
    comparisons?: Comparisons;
  }
}

interface Tally {
  checked: number;
  failed: number;
}

/** The comparisons of one file. What is compared agrees or fails; a failure has a message of its own. */
export class Comparisons {
  readonly #file: VFile;
  readonly #tallies = new Map<DocumentNode | null, Map<ReconciliationKind, Tally>>();

  constructor(file: VFile) {
    this.#file = file;
  }

  #tally(kind: ReconciliationKind, document: DocumentNode | null): Tally {
    const kinds = this.#tallies.get(document) ?? new Map<ReconciliationKind, Tally>();
    this.#tallies.set(document, kinds);
    const tally = kinds.get(kind) ?? { checked: 0, failed: 0 };
    kinds.set(kind, tally);
    return tally;
  }

  /** Notes statements that agree. */
  agree(kind: ReconciliationKind, document: DocumentNode | null, count = 1): void {
    this.#tally(kind, document).checked += count;
  }

  /**
   * Notes a statement that does not agree and reports it.
   *
   * @param document null where the statement is the issue's.
   * @param span where in the raw text, null when it concerns the whole.
   */
  fail<Id extends ComparisonId>(
    id: Id,
    document: DocumentNode | null,
    span: Span | null,
    ...details: Details<Id>
  ): void {
    const tally = this.#tally(catalogue[id].reconciliation, document);
    tally.checked++;
    tally.failed++;
    report(this.#file, id, span, ...details).document = document?.id ?? null;
  }

  /** One record for each kind and document, and for each kind in which the issue itself says something. */
  records(issue: IssueNode): Reconciliation[] {
    const record = (kind: ReconciliationKind, document: DocumentNode | null): Reconciliation => ({
      kind,
      document: document?.id ?? null,
      ...this.#tally(kind, document),
    });
    return [
      record('contents', null),
      ...issue.children.flatMap((document) =>
        reconciliationKinds.map((kind) => record(kind, document)),
      ),
    ];
  }
}

/** The comparisons of a file, made when first asked for. */
export function comparisonsOf(file: VFile): Comparisons {
  return (file.data.comparisons ??= new Comparisons(file));
}
