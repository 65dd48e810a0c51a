/** Compares ledgers with what was parsed: addresses that would break, and decisions that do not fit. */
import {
  decisionsAbout,
  follow,
  writeAddress,
  type Address,
  type Decision,
  type LedgerDocument,
} from '../model/anchors.ts';
import { misfitsOf, type Misfit } from './misfits.ts';
import { allDecisions, existsIn, lastHash, type LedgerFile, type Portal } from './portal.ts';
import {
  sameWords,
  sharedWords,
  titleHash,
  type PublishedClause,
  type PublishedDocument,
} from './published.ts';
import { findText, type ChangedTexts } from './standing.ts';

/** An address that needs a decision. */
export interface Breach extends Address {
  path: string;
  /** What stands at the address now, null for nothing. */
  now: { hash: string; text: string } | null;
  /** Hash of what stood there. */
  before: string;
  /** Where its former text stands now, the likeliest first. */
  standsAt: Address[];
}

export interface Comparison {
  breaches: Breach[];
  misfits: Misfit[];
}

/** The former words of an address where they were kept, without its label. */
export type FormerWords = (address: Address) => string | undefined;

/** Compares every ledger with the parsed documents. */
export function compareLedgers(portal: Portal, formerWords: FormerWords): Comparison {
  const misfits = portal.files.flatMap((file) => misfitsOf(file, portal));
  const mistaken = new Set(misfits.map(writeAddress));
  const breaches = portal.files
    .flatMap((file) => breachesOf(file, portal))
    .filter((breach) => !mistaken.has(writeAddress(breach)));
  if (breaches.length > 0) {
    const changed = changedTexts(portal, breaches);
    for (const breach of breaches) {
      const found = findText(breach, formerWords(breach), changed);
      breach.standsAt = found.length > 0 ? found : likeDocuments(breach, portal, changed);
    }
  }
  return { breaches, misfits };
}

function breachesOf({ path, ledger }: LedgerFile, portal: Portal): Breach[] {
  return Object.entries(ledger.documents).flatMap(([document, known]) => {
    const address = { document, clause: null };
    const about = decisionsAbout(ledger.decisions, address);
    const live = portal.documents.get(document) ?? null;
    const now = live && { hash: titleHash(live), text: live.title };
    const own = breachAt(path, address, titleHash(known), about, now);
    if (own && now === null) return [own];
    const holder = live ?? documentNow(about.at(-1), portal);
    const clauses = holder ? clauseBreaches({ path, ledger }, document, known, holder) : [];
    return own ? [own, ...clauses] : clauses;
  });
}

/** The document that bears the text of one that moved, as it was then: what became of it since is its own matter. */
function documentNow(last: Decision | undefined, portal: Portal): PublishedDocument | undefined {
  if (last?.decision !== 'moved') return undefined;
  const found = follow(last, allDecisions(portal.files), existsIn(portal.documents));
  // What moved into a clause of another document has no clauses to compare.
  if (!found || !('at' in found) || found.at.clause !== null) return undefined;
  const { document } = found.at;
  const live = portal.documents.get(document)!;
  const own = portal.files.find(({ ledger }) => ledger.documents[document]);
  if (!own) return live;
  const clauses = Object.entries(own.ledger.documents[document]!.clauses).map(
    ([id, hash]): [string, PublishedClause] => [
      id,
      { hash, text: live.clauses.get(id)?.text ?? '' },
    ],
  );
  return { ...live, clauses: new Map(clauses) };
}

function clauseBreaches(
  { path, ledger }: LedgerFile,
  document: string,
  { clauses }: LedgerDocument,
  live: PublishedDocument,
): Breach[] {
  const decided = Map.groupBy(
    ledger.decisions.filter((one) => one.document === document),
    ({ clause }) => clause,
  );
  return Object.entries(clauses).flatMap(([clause, hash]) => {
    const now: PublishedClause | null = live.clauses.get(clause) ?? null;
    const about = decided.get(clause) ?? [];
    return breachAt(path, { document, clause }, hash, about, now) ?? [];
  });
}

function breachAt(
  path: string,
  address: Address,
  first: string,
  about: readonly Decision[],
  now: PublishedClause | null,
): Breach | null {
  const expected = about.length === 0 ? first : about.at(-1)!.now;
  if ((now?.hash ?? null) === expected) return null;
  const before = expected ?? lastHash(first, about);
  return { ...address, path, now, before, standsAt: [] };
}

/** Clauses whose text is new or has changed: where a lost text can stand. */
function changedTexts({ files, documents }: Portal, breaches: readonly Breach[]): ChangedTexts {
  const known = new Set(
    files.flatMap(({ ledger }) =>
      Object.entries(ledger.documents).flatMap(([document, { clauses }]) => [
        document,
        ...Object.keys(clauses).map((clause) => writeAddress({ document, clause })),
      ]),
    ),
  );
  const broken = new Set(breaches.map(writeAddress));
  const isChanged = (address: Address) =>
    !known.has(writeAddress(address)) || broken.has(writeAddress(address));
  return [...documents.values()].flatMap((document) => {
    const whole = { document: document.id, clause: null };
    const title = { ...whole, hash: titleHash(document), text: document.title };
    const clauses = [...document.clauses].map(([clause, own]) => ({ ...whole, clause, ...own }));
    return [title, ...clauses].filter(isChanged);
  });
}

/** New documents that hold most of the texts of a lost one. */
function likeDocuments(breach: Breach, portal: Portal, changed: ChangedTexts): Address[] {
  if (breach.clause !== null || breach.now !== null) return [];
  const ledger = portal.files.find(({ path }) => path === breach.path)!.ledger;
  const hashes = new Set(Object.values(ledger.documents[breach.document]!.clauses));
  return changed.flatMap(({ document, clause }) => {
    const own = portal.documents.get(document)!;
    return clause === null && sharedWords(own, hashes) >= sameWords ? [{ document, clause }] : [];
  });
}
