/**
 * 检索完备率: phrases are cut from the clauses and looked for in the written index, by the code that answers readers.
 * Each must be found in the very clause it was cut from.
 */
import type { PassageIndex } from '../browser/passage-index.ts';
import { startCheck, readNext, hitOf } from '../browser/check.ts';
import { proposeDocuments } from '../browser/propose.ts';
import { foldPhrase } from '../fold.ts';
import { isWhole } from '../numbers.ts';
import { readQuery } from '../query.ts';
import type { FoundClause } from '../record.ts';
import type { PassageTable } from '../table.ts';
import { cutWords } from './words.ts';

export interface RecallProof {
  /** Clauses a phrase was cut from, and all there are. */
  sampled: number;
  clauses: number;
  phrases: number;
  /** Phrases that cross the edge of a word, and those with marks or digits. */
  straddling: number;
  mixed: number;
  missed: { document: number; label: string; phrase: string }[];
}

const perClause = 3;
const longest = 20;
const tries = 12;

/**
 * @param documents the clauses of each document, in the order of the table.
 * @param most phrases at most: a larger corpus gives fewer a clause, then fewer clauses, evenly spread.
 */
export async function proveRecall(
  index: PassageIndex,
  table: PassageTable,
  documents: FoundClause[][],
  { most, seed }: { most: number; seed: number },
): Promise<RecallProof> {
  const random = randomNumbers(seed);
  const clauses = documents.flatMap((own, document) => own.map((clause) => ({ document, clause })));
  const each = Math.max(1, Math.min(perClause, Math.floor(most / clauses.length)));
  const step = Math.max(1, (clauses.length * each) / most);
  const proof: RecallProof = {
    sampled: 0,
    clauses: clauses.length,
    phrases: 0,
    straddling: 0,
    mixed: 0,
    missed: [],
  };
  for (let at = 0; at < clauses.length; at += step) {
    const { document, clause } = clauses[Math.floor(at)]!;
    const phrases = cutPhrases(clause.text, each, random);
    if (phrases.length > 0) proof.sampled++;
    for (const { phrase, straddles } of phrases) {
      proof.phrases++;
      if (straddles) proof.straddling++;
      if (/[^\p{Script=Han}]/u.test(phrase)) proof.mixed++;
      if (!(await isFound(phrase, document, clause, index, table))) {
        proof.missed.push({ document, label: clause.label, phrase });
      }
    }
  }
  return proof;
}

async function isFound(
  phrase: string,
  document: number,
  clause: FoundClause,
  index: PassageIndex,
  table: PassageTable,
): Promise<boolean> {
  const query = readQuery(`"${phrase}"`);
  const phrases = query.phrases.map(({ folded }) => folded);
  const candidates = await proposeDocuments(index, table, phrases);
  const candidate = candidates.find((one) => one.document === document);
  if (!candidate) return false;
  const checked = startCheck(candidate, query);
  await readNext(checked, Infinity, query, index);
  const found = hitOf(checked, query)?.clauses ?? [];
  return found.some(
    ({ id, label, text }) => id === clause.id && label === clause.label && text === clause.text,
  );
}

/** Phrases of a clause, those that begin or end inside a word first. */
function cutPhrases(
  text: string,
  count: number,
  random: () => number,
): { phrase: string; straddles: boolean }[] {
  const folded = foldPhrase(text);
  const edges = edgesOf(text);
  const found = new Map<string, boolean>();
  for (let tried = 0; tried < tries && found.size < count * 2; tried++) {
    const length = 2 + Math.floor(random() * (longest - 1));
    const start = Math.floor(random() * Math.max(1, text.length - length + 1));
    const phrase = text.slice(start, start + length);
    if (!isAsked(phrase, folded)) continue;
    found.set(phrase, !edges.has(start) || !edges.has(start + phrase.length));
  }
  return [...found]
    .sort(([, a], [, b]) => Number(b) - Number(a))
    .slice(0, count)
    .map(([phrase, straddles]) => ({ phrase, straddles }));
}

/** It is a query, as typed, and stands on whole numbers and words. */
function isAsked(phrase: string, folded: string): boolean {
  if (/["“”„‟＂]/u.test(phrase) || !phrase.isWellFormed()) return false;
  const [asked, ...others] = readQuery(`"${phrase}"`).phrases;
  if (!asked || others.length > 0) return false;
  for (
    let at = folded.indexOf(asked.folded);
    at !== -1;
    at = folded.indexOf(asked.folded, at + 1)
  ) {
    if (isWhole(folded, at, at + asked.folded.length)) return true;
  }
  return false;
}

/** Where words begin and end. */
function edgesOf(text: string): Set<number> {
  const edges = new Set<number>();
  let at = 0;
  for (const word of cutWords(text)) {
    at = text.indexOf(word, at);
    edges.add(at);
    at += word.length;
    edges.add(at);
  }
  return edges;
}

/** Seeded numbers from 0 to 1 (mulberry32): the same build samples the same phrases. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
