/** Ledgers and documents of the whole portal. */
import type { Address, AnchorLedger, Decision } from '../model/anchors.ts';
import type { PublishedDocument } from './published.ts';

/** A ledger and the file it is in. */
export interface LedgerFile {
  path: string;
  ledger: AnchorLedger;
}

/** All the portal holds: addresses move from one issue to another. */
export interface Portal {
  files: readonly LedgerFile[];
  documents: ReadonlyMap<string, PublishedDocument>;
}

/** Whether an address leads somewhere. */
export function existsIn(documents: Portal['documents']): (address: Address) => boolean {
  return ({ document, clause }) => {
    const found = documents.get(document);
    return found !== undefined && (clause === null || found.clauses.has(clause));
  };
}

/** All decisions of the portal, the oldest first. */
export function allDecisions(files: readonly LedgerFile[]): Decision[] {
  return files
    .flatMap(({ ledger }) => ledger.decisions)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Hash of the last text that stood at an address. */
export function lastHash(first: string, about: readonly Decision[]): string {
  return about.findLast(({ now }) => now !== null)?.now ?? first;
}
