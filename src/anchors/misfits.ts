/** Decisions that do not fit what was parsed. */
import {
  decisionsAbout,
  follow,
  targetOf,
  writeAddress,
  type Address,
  type AnchorLedger,
  type Decision,
} from '../model/anchors.ts';
import { allDecisions, existsIn, lastHash, type LedgerFile, type Portal } from './portal.ts';
import { titleHash } from './published.ts';

/** A decision that does not fit. */
export interface Misfit extends Address {
  path: string;
  /** Its place in `decisions`. */
  index: number;
  /** What is wrong and what to do. */
  message: string;
}

/** The entries of a ledger that lead nowhere, or are about what needs no decision. */
export function misfitsOf({ path, ledger }: LedgerFile, portal: Portal): Misfit[] {
  const all = allDecisions(portal.files);
  const exists = existsIn(portal.documents);
  return ledger.decisions.flatMap((decision, index) => {
    const message = problemOf(decision, ledger, all, portal, exists);
    const { document, clause } = decision;
    return message === null ? [] : [{ path, index, document, clause, message }];
  });
}

function problemOf(
  decision: Decision,
  ledger: AnchorLedger,
  all: readonly Decision[],
  { documents }: Portal,
  exists: (address: Address) => boolean,
): string | null {
  const address = writeAddress(decision);
  const known = ledger.documents[decision.document];
  const first =
    decision.clause === null ? known && titleHash(known) : known?.clauses[decision.clause];
  if (first === undefined) return `there is no ${address} in this ledger; remove the entry`;
  const about = decisionsAbout(ledger.decisions, decision);
  const at = about.indexOf(decision);
  const isLast = at === about.length - 1;
  const document = documents.get(decision.document);
  const stands =
    decision.clause === null
      ? document && titleHash(document)
      : document?.clauses.get(decision.clause)?.hash;
  if (isLast && stands === lastHash(first, about.slice(0, at)))
    return `${address} is there unchanged; remove the entry`;
  const target = targetOf(decision);
  if (target === null || follow(decision, all, exists)) return null;
  return `it leads to ${writeAddress(target)}, which is not there; write an address that is, or a tombstone`;
}
