/** Makes the entry of a decision from what an editor says. */
import {
  readAddress,
  writeAddress,
  type Address,
  type Decision,
  type DecisionKind,
  type FormerClause,
} from '../model/anchors.ts';
import type { Breach } from './compare.ts';

export interface Said {
  kind: DecisionKind;
  /** Address it is about, as written. */
  from: string;
  /** Where redirect and moved lead, as written. */
  to: string | null;
  reason: string;
  by: string;
  date: string;
}

export interface Known {
  breaches: readonly Breach[];
  exists: (address: Address) => boolean;
  /** What the address said, where it was kept. */
  former: (breach: Breach) => FormerClause | null;
}

/**
 * The entry for `decisions` and the ledger it belongs to.
 *
 * @throws Error that says what is wrong with the command and what to write instead.
 */
export function decide(said: Said, known: Known): { path: string; decision: Decision } {
  const address = readAddress(said.from);
  const name = writeAddress(address);
  const breach = known.breaches.find(
    ({ document, clause }) => document === address.document && clause === address.clause,
  );
  if (!breach) throw new Error(`${name}: ${withoutBreach(address, known)}`);
  const to = checkTarget(said, address, known);
  if (said.kind === 'corrected' && breach.now === null)
    throw new Error(`${name}: nothing stands there; use redirect, moved or tombstone`);
  const { reason, by, date } = said;
  const { document, clause } = address;
  const now = breach.now?.hash ?? null;
  const former = known.former(breach);
  return {
    path: breach.path,
    decision: { decision: said.kind, document, clause, to, now, former, reason, by, date },
  };
}

function withoutBreach(address: Address, { breaches, exists }: Known): string {
  if (exists(address)) return 'is there unchanged, or decided already; no decision is needed';
  const near = breaches.filter(({ document }) => document === address.document);
  return near.length === 0
    ? 'no such address needs a decision; `npm run anchors -- list` shows those that do'
    : `no such address needs a decision; of this document do ${near.map(writeAddress).join(', ')}`;
}

function checkTarget({ kind, to }: Said, address: Address, { exists }: Known): string | null {
  if (kind !== 'redirect' && kind !== 'moved') return null;
  const name = writeAddress(address);
  if (to === null) throw new Error(`${name}: ${kind} needs the address where the text stands now`);
  if (kind === 'moved') {
    if (!exists(readAddress(to))) throw new Error(`${name}: there is no ${to} to lead to`);
    return to;
  }
  if (address.clause === null)
    throw new Error(`${name}: a document is not redirected; use moved with the id of another`);
  const clause = to.includes('#') ? readAddress(to).clause : to;
  const within = to.includes('#') ? readAddress(to).document : address.document;
  if (within !== address.document)
    throw new Error(`${name}: ${to} is in another document; use moved`);
  if (!exists({ document: within, clause }))
    throw new Error(
      `${name}: there is no ${writeAddress({ document: within, clause })} to lead to`,
    );
  return clause;
}
