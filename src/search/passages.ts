/** Passages: the parts of a document that the index holds and a browser fetches one by one. No clause is cut. */
import type { FoundClause } from './record.ts';

/** So many characters make a fragment of about 2.5 KB, compressed. */
const shortest = 1500;
const longest = 6000;
/** Each passage costs about seven bytes of start-up, so a large corpus has longer ones. */
const most = 8000;

/** The length of passages, in characters, for a corpus of so many characters. */
export function passageLength(characters: number): number {
  return Math.min(longest, Math.max(shortest, Math.ceil(characters / most)));
}

/** The clauses in passages of about equal length, near `length`. A longer clause is a passage of its own. */
export function cutPassages(clauses: FoundClause[], length: number): FoundClause[][] {
  const whole = clauses.reduce((sum, { text }) => sum + text.length, 0);
  const share = whole / Math.max(1, Math.round(whole / length));
  const passages: FoundClause[][] = [];
  let passage: FoundClause[] = [];
  let before = 0;
  for (const clause of clauses) {
    const { length: own } = clause.text;
    // A clause belongs where the greater part of it lies.
    if (passage.length > 0 && before + own / 2 > share * (passages.length + 1)) {
      passages.push(passage);
      passage = [];
    }
    passage.push(clause);
    before += own;
  }
  if (passage.length > 0) passages.push(passage);
  return passages;
}
