/** The exact check: reads the passages of a candidate and finds the clauses that hold the phrases. */
import type { ListedDocument } from '../documents.ts';
import { foldPhrase, foldWithPlaces } from '../fold.ts';
import { findPhrase, holdsPhrase, mergeMarks, type Mark } from '../match.ts';
import type { Phrase, Query } from '../query.ts';
import { titleLabel, type FoundClause, type Passage } from '../record.ts';
import type { PassageIndex } from './passage-index.ts';
import type { Candidate } from './propose.ts';

export interface ClauseHit extends FoundClause {
  /** Where the phrases stand in `text`. */
  marks: Mark[];
}

export interface Hit {
  document: ListedDocument;
  clauses: ClauseHit[];
  /** Every clause holds all phrases; else they stand in different clauses of the document. */
  together: boolean;
  /** Number of passages that may hold more clauses and were not read. */
  unread: number;
}

interface FoundIn {
  clause: ClauseHit;
  /** How many of the phrases it holds. */
  count: number;
}

/** A candidate with what was found in the passages read so far. */
export interface Checked {
  candidate: Candidate;
  /** Number of passages asked for, from the first of `candidate.passages`, and of those that have been read. */
  asked: number;
  read: number;
  document: ListedDocument | null;
  found: Map<number, FoundIn[]>;
  missing: Set<Phrase>;
}

export function startCheck(candidate: Candidate, query: Query): Checked {
  return {
    candidate,
    asked: 0,
    read: 0,
    document: null,
    found: new Map(),
    missing: new Set(query.phrases),
  };
}

export function unreadOf({ candidate, read }: Checked): number {
  return candidate.passages.length - read;
}

/** Passages that are neither read nor on their way. */
export function unaskedOf({ candidate, asked }: Checked): number {
  return candidate.passages.length - asked;
}

/** Reads the next passages of a candidate, at most `count`. */
export async function readNext(
  checked: Checked,
  count: number,
  query: Query,
  index: PassageIndex,
): Promise<void> {
  const next = checked.candidate.passages.slice(checked.asked, checked.asked + count);
  checked.asked += next.length;
  const passages = await Promise.all(next.map((passage) => index.read(passage)));
  for (const [at, passage] of passages.entries()) {
    checked.document = passage.document;
    const found = matchClauses(passage, query, checked.missing);
    if (found.length > 0) checked.found.set(next[at]!, found);
  }
  checked.read += next.length;
}

/** The clauses that hold a phrase and none of the excluded ones; phrases found are taken out of `missing`. */
function matchClauses(
  passage: Passage,
  { phrases, excluded }: Query,
  missing: Set<Phrase>,
): FoundIn[] {
  const texts = foldedTexts(passage);
  return passage.clauses.flatMap((clause, at) => {
    const text = texts[at]!;
    // Most clauses hold none: only the others are worth their places.
    if (!phrases.some(({ folded }) => text.includes(folded))) return [];
    if (excluded.some((phrase) => holdsPhrase(text, phrase.folded))) return [];
    const folded = foldWithPlaces(clause.text);
    const marks = phrases.map((phrase) => findPhrase(folded, phrase.folded));
    const held = phrases.filter((_, index) => marks[index]!.length > 0);
    for (const phrase of held) missing.delete(phrase);
    if (held.length === 0) return [];
    return [{ clause: { ...clause, marks: mergeMarks(marks.flat()) }, count: held.length }];
  });
}

const foldedOf = new WeakMap<Passage, string[]>();

function foldedTexts(passage: Passage): string[] {
  let texts = foldedOf.get(passage);
  if (!texts) {
    texts = passage.clauses.map(({ text }) => foldPhrase(text));
    foldedOf.set(passage, texts);
  }
  return texts;
}

/** The hit, where all phrases were found. */
export function hitOf(checked: Checked, { phrases }: Query): Hit | null {
  if (checked.missing.size > 0 || checked.found.size === 0) return null;
  const found = [...checked.found].sort(([a], [b]) => a - b).flatMap(([, own]) => own);
  const whole = found.filter(({ count }) => count === phrases.length);
  return {
    document: checked.document!,
    clauses: (whole.length > 0 ? whole : found).map(({ clause }) => clause),
    together: whole.length > 0,
    unread: unreadOf(checked),
  };
}

/** Title hits first, then documents whose clauses hold all phrases; else as they come. */
export function rankHits(hits: Hit[]): Hit[] {
  const weight = ({ clauses, together }: Hit) =>
    (together && clauses[0]!.label === titleLabel ? 2 : 0) + (together ? 1 : 0);
  return hits.toSorted((a, b) => weight(b) - weight(a));
}
