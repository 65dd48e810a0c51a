/**
 * The anchor ledger of an issue (`anchors.json`, DESIGN §5): every address ever published with a hash of its printed
 * text, and what an editor decided about those that were lost, re-assigned or changed.
 */

export const decisionKinds = ['redirect', 'moved', 'corrected', 'tombstone'] as const;

/**
 * redirect: the text stands at another clause of the document · moved: in another document, or the whole document has
 * another id · corrected: the address is the same, its text was read wrongly and is now read otherwise · tombstone: gone.
 */
export type DecisionKind = (typeof decisionKinds)[number];

/** What an address said before a decision, as readers were shown it. */
export interface FormerClause {
  /** The citation by which it was named (第七条第二款), '' where none is known. */
  name: string;
  label: string;
  /** Its own words; the title of a document. */
  text: string;
  /** How many clauses it lay in. */
  depth: number;
  /** The clause before it in reading order, null for the first. */
  after: string | null;
}

/** One entry of `decisions`; the list is in the order in which they were made. */
export interface Decision {
  decision: DecisionKind;
  document: string;
  /** null: the document as a whole. */
  clause: string | null;
  /** redirect: id of the clause; moved: `document` or `document#clause`; null for the others. */
  to: string | null;
  /** Hash of what stands at the address since, null where nothing does. */
  now: string | null;
  /** null where it was not kept. */
  former: FormerClause | null;
  /** Clauses of the document that were new when this was decided; on the first of the decisions made together. */
  added?: string[];
  /** In Chinese, for readers. */
  reason: string;
  by: string;
  /** ISO. */
  date: string;
}

export interface LedgerDocument {
  /** As printed, without white space. */
  title: string;
  /** Hash of the printed text of every clause by id, in reading order. */
  clauses: Record<string, string>;
}

/** `content/<series>/issues/<id>/anchors.json`. */
export interface AnchorLedger {
  documents: Record<string, LedgerDocument>;
  decisions: Decision[];
}

/** A document, or a clause of it. */
export interface Address {
  document: string;
  clause: string | null;
}

/** `jfbz-2020-55`, `jfbz-2020-55#art_13`. */
export function writeAddress({ document, clause }: Address): string {
  return clause === null ? document : `${document}#${clause}`;
}

/** The reverse of `writeAddress`. */
export function readAddress(text: string): Address {
  const [document = '', clause] = text.split(/#(.*)/s);
  return { document, clause: clause === undefined || clause === '' ? null : clause };
}

/** The decisions about an address, the oldest first. */
export function decisionsAbout(
  decisions: readonly Decision[],
  { document, clause }: Address,
): Decision[] {
  return decisions.filter((one) => one.document === document && one.clause === clause);
}

/** Where a decision sends readers: the address it names, null for one that names none. */
export function targetOf({ document, to, decision }: Decision): Address | null {
  if (to === null) return null;
  return decision === 'redirect' ? { document, clause: to } : readAddress(to);
}

/** Where a text stands after all decisions, or the tombstone that says it is gone. */
export type Whereabouts = { at: Address } | { gone: Decision };

/**
 * Follows a decision, and those made later about the address it leads to.
 *
 * @param decisions all decisions of the portal, the oldest first.
 * @param exists whether there is a clause or document at an address.
 * @returns null where it leads nowhere or in a circle.
 */
export function follow(
  decision: Decision,
  decisions: readonly Decision[],
  exists: (address: Address) => boolean,
): Whereabouts | null {
  const passed = new Set<Decision>();
  let current = decision;
  let at = targetOf(decision);
  for (;;) {
    if (passed.has(current)) return null;
    passed.add(current);
    if (current.decision === 'tombstone') return { gone: current };
    if (at === null) return null;
    const next = nextDecision(at, current, decisions, exists);
    if (next === undefined) return exists(at) ? { at } : null;
    const target = targetOf(next);
    // A clause goes with its document.
    at =
      next.clause === null && target?.clause === null ? { ...target, clause: at.clause } : target;
    current = next;
  }
}

function nextDecision(
  at: Address,
  after: Decision,
  decisions: readonly Decision[],
  exists: (address: Address) => boolean,
): Decision | undefined {
  const later = decisions.slice(decisions.indexOf(after) + 1);
  const own = decisionsAbout(later, at).find((one) => one.decision !== 'corrected');
  if (own || exists({ ...at, clause: null })) return own;
  return decisionsAbout(decisions, { ...at, clause: null }).findLast(
    (one) => one.decision !== 'corrected',
  );
}
