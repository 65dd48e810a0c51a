/** Phrases cut from the clauses, to be looked for in the index: those first that begin or end inside a word. */
import { foldPhrase } from '../fold.ts';
import { holdsPhrase } from '../match.ts';
import { readQuery } from '../query.ts';
import type { FoundClause } from '../record.ts';
import { randomNumbers } from './random.ts';
import { wordEdges } from './words.ts';

export interface SampledPhrase {
  phrase: string;
  /** It begins or ends inside a word. */
  straddles: boolean;
  /** Number of its document, and the clause it was cut from. */
  document: number;
  clause: FoundClause;
}

export interface Sample {
  phrases: SampledPhrase[];
  /** Clauses a phrase was cut from, and all there are. */
  sampled: number;
  clauses: number;
}

const perClause = 3;
const longest = 20;
const tries = 12;

/**
 * @param documents the clauses of each document, in the order of the table.
 * @param most phrases at most: a larger corpus gives fewer a clause, then fewer clauses, evenly spread.
 */
export function samplePhrases(
  documents: FoundClause[][],
  { most, seed }: { most: number; seed: number },
): Sample {
  const random = randomNumbers(seed);
  const clauses = documents.flatMap((own, document) => own.map((clause) => ({ document, clause })));
  const each = Math.max(1, Math.min(perClause, Math.floor(most / clauses.length)));
  const step = Math.max(1, (clauses.length * each) / most);
  const sample: Sample = { phrases: [], sampled: 0, clauses: clauses.length };
  for (let at = 0; at < clauses.length; at += step) {
    const { document, clause } = clauses[Math.floor(at)]!;
    const phrases = cutPhrases(clause.text, each, random);
    if (phrases.length > 0) sample.sampled++;
    sample.phrases.push(...phrases.map((phrase) => ({ ...phrase, document, clause })));
  }
  return sample;
}

function cutPhrases(
  text: string,
  count: number,
  random: () => number,
): Pick<SampledPhrase, 'phrase' | 'straddles'>[] {
  const folded = foldPhrase(text);
  const edges = wordEdges(text);
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
  return holdsPhrase(folded, asked.folded);
}
