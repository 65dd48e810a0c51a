/** What a document's page says of addresses that were lost, re-assigned or changed. */
import { follow, type Address, type Decision, type Whereabouts } from '../model/anchors.ts';
import { clauseTexts } from '../model/clause-texts.ts';
import { documentAddress } from './addresses.ts';
import { nameClauses } from './clause-names.ts';
import { writeBasis } from './corrections.ts';
import { displayDate } from '../language/dates.ts';
import type { DocumentEntry } from './entries.ts';
import type { Library } from './library.ts';

/** A link with its words. */
export interface Link {
  text: string;
  href: string;
}

/** A line that a clause shows when it is reached by an address that once meant another one, or stood elsewhere. */
export interface ClauseNote {
  /** Id of the clause that shows it. */
  clause: string;
  /** Former id that leads to it; null where the note belongs to the clause's own id. */
  id: string | null;
  text: string;
  link: Link | null;
}

/** An entry of the lists at the end of the page. */
export interface AddressEntry {
  /** Former id, where this entry is its target. */
  id: string | null;
  /** 第七条第二款, or #art_7__para_2 where its name was not kept. */
  name: string;
  /** #art_7__para_2 beside its name; null where the name is it, or the address is the page. */
  address: string | null;
  /** 已撤下, 文字现为 … */
  what: string;
  link: Link | null;
  basis: string;
  /** What it said, null where that was not kept. */
  former: string | null;
}

export interface FormerAddresses {
  notes: ClauseNote[];
  /** Addresses without a clause: withdrawn, or moved to another document. */
  gone: AddressEntry[];
  /** Addresses whose text stands elsewhere in the document, or was read wrongly. */
  changed: AddressEntry[];
}

/** Decisions of the whole portal, the oldest first, and what is there. */
export interface Directory {
  where(decision: Decision): Whereabouts | null;
  exists(address: Address): boolean;
  link(address: Address): Link;
}

const directories = new WeakMap<Library, Directory>();

/** Reads the decisions of the portal, once. */
export function readDirectory(library: Library): Directory {
  const known = directories.get(library) ?? makeDirectory(library);
  directories.set(library, known);
  return known;
}

function makeDirectory(library: Library): Directory {
  const decisions = library.issues
    .flatMap((issue) => issue.decisions)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const clauses = new Map<string, ReadonlySet<string>>();
  const clausesOf = ({ id, record }: DocumentEntry) => {
    const ids =
      clauses.get(id) ?? new Set(clauseTexts(record, 'printed').map((clause) => clause.id));
    clauses.set(id, ids);
    return ids;
  };
  const exists = ({ document, clause }: Address) => {
    const entry = library.document(document);
    return entry !== undefined && (clause === null || clausesOf(entry).has(clause));
  };
  return {
    exists,
    where: (decision) => follow(decision, decisions, exists),
    link: ({ document, clause }) => {
      const { record } = library.document(document)!;
      const name = clause === null ? '' : (nameClauses(record).get(clause) ?? clause);
      return {
        text: `《${record.title}》${name}`,
        href: documentAddress(document, clause),
      };
    },
  };
}

/** The notes and lists of a document. */
export function readFormerAddresses(entry: DocumentEntry, directory: Directory): FormerAddresses {
  const found: FormerAddresses = { notes: [], gone: [], changed: [] };
  const names = nameClauses(entry.record);
  const placed = new Set<string>();
  // The last decision about an address says where it leads.
  for (const decision of entry.decisions.toReversed()) {
    if (decision.decision === 'corrected') {
      found.changed.unshift(correctedEntry(decision, names));
    } else if (decision.clause !== null) {
      const isLast = !placed.has(decision.clause);
      placed.add(decision.clause);
      addLeading(found, decision, { isLast, names, directory });
    }
  }
  return found;
}

interface Circumstances {
  /** No later decision is about the address. */
  isLast: boolean;
  names: ReadonlyMap<string, string>;
  directory: Directory;
}

/** Adds what is said of an address that leads elsewhere or nowhere. */
function addLeading(
  found: FormerAddresses,
  decision: Decision,
  { isLast, names, directory }: Circumstances,
): void {
  const { document } = decision;
  const clause = decision.clause!;
  const where = directory.where(decision);
  const at = where && 'at' in where ? where.at : null;
  const target = at?.document === document ? at.clause : null;
  const link = at && linkTo(at, document, names, directory);
  const isTaken = directory.exists({ document, clause });
  const isTarget = isLast && !isTaken;
  if (isTaken)
    found.notes.unshift({ clause, id: null, text: writeReassigned(decision, link), link });
  if (target === null) {
    const reason = where && 'gone' in where ? where.gone : decision;
    const entry = toEntry(decision, link === null ? '已撤下' : '文字已移至', link);
    found.gone.unshift({ ...entry, id: isTarget ? clause : null, basis: writeBasis(reason) });
    return;
  }
  if (isTarget)
    found.notes.unshift({ clause: target, id: clause, text: writeHere(decision), link: null });
  found.changed.unshift(toEntry(decision, '文字现为', link));
}

function linkTo(
  at: Address,
  document: string,
  names: ReadonlyMap<string, string>,
  directory: Directory,
): Link {
  return at.document === document && at.clause !== null
    ? { text: names.get(at.clause) ?? at.clause, href: `#${at.clause}` }
    : directory.link(at);
}

/** What an address is called: its name, else its id. */
export function nameOf({ clause, former }: Pick<Decision, 'clause' | 'former'>): string {
  if (former !== null && former.name !== '') return former.name;
  return clause === null ? '标题' : `#${clause}`;
}

function writeHere(decision: Decision): string {
  const name = nameOf(decision);
  const id = name.startsWith('#') ? '' : `（#${decision.clause ?? ''}）`;
  return `此处原地址为${name}${id}。${writeBasis(decision)}`;
}

function writeReassigned(decision: Decision, link: Link | null): string {
  const until = `${displayDate(decision.date)}以前，此地址指的是另一处文字，`;
  return `${until}${link === null ? '已撤下' : '现为'}`;
}

function toEntry(decision: Decision, what: string, link: Link | null): AddressEntry {
  const name = nameOf(decision);
  return {
    id: null,
    name,
    address: decision.clause === null || name.startsWith('#') ? null : `#${decision.clause}`,
    what,
    link,
    basis: writeBasis(decision),
    former: decision.former?.text ?? null,
  };
}

function correctedEntry(decision: Decision, names: ReadonlyMap<string, string>): AddressEntry {
  const entry = toEntry(decision, '原来识读有误，文字已改正', null);
  const { clause } = decision;
  if (clause === null) return entry;
  const link = { text: '看现在的文字', href: `#${clause}` };
  return { ...entry, name: names.get(clause) ?? entry.name, link };
}
