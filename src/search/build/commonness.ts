/** What is too common in a corpus to be asked for. */
import { foldPhrase } from '../fold.ts';
import type { FoundClause } from '../record.ts';
import { hanCharacters, hanPairs } from '../terms.ts';

/** Number of commonest pairs a query avoids, where it has others. */
const commonPairs = 400;
/** A character of so large a share of the passages tells little; to hold it would make the index a fifth larger. */
const commonShare = 0.25;

/** The pairs that stand in most passages, and the characters that stand in many; in code-point order. */
export function findCommon(passages: FoundClause[][]): { pairs: string[]; characters: string[] } {
  const pairs = new Map<string, number>();
  const characters = new Map<string, number>();
  for (const clauses of passages) {
    const ownPairs = new Set<string>();
    const ownCharacters = new Set<string>();
    for (const { text } of clauses) {
      const folded = foldPhrase(text);
      for (const pair of hanPairs(folded)) ownPairs.add(pair);
      for (const one of hanCharacters(folded)) ownCharacters.add(one);
    }
    count(pairs, ownPairs);
    count(characters, ownCharacters);
  }
  const commonest = [...pairs].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return {
    pairs: commonest
      .slice(0, commonPairs)
      .map(([pair]) => pair)
      .sort(),
    characters: [...characters]
      .filter(([, count]) => count > passages.length * commonShare)
      .map(([one]) => one)
      .sort(),
  };
}

function count(counts: Map<string, number>, own: Set<string>): void {
  for (const one of own) counts.set(one, (counts.get(one) ?? 0) + 1);
}
