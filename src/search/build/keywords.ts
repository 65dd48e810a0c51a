/** The keywords of each document. */
import type { FoundClause } from '../record.ts';
import { cutWords, isTelling } from './words.ts';

export interface CountedDocument {
  id: string;
  title: string;
  clauses: FoundClause[];
}

/** Keywords of each document: words frequent in it and rare elsewhere, words of the title first. */
export function findKeywords(documents: CountedDocument[], limit = 8): Record<string, string[]> {
  const cut = documents.map(({ clauses }) => {
    const counts = new Map<string, number>();
    for (const { text } of clauses) for (const word of cutWords(text)) count(counts, word);
    return counts;
  });
  const spread = new Map<string, number>();
  for (const counts of cut) for (const word of counts.keys()) count(spread, word);
  return Object.fromEntries(
    documents.map(({ id, title }, index) => {
      const inTitle = new Set(cutWords(title));
      const weights = new Map<string, number>();
      for (const [word, occurrences] of cut[index]!) {
        if (!isTelling(word) || (occurrences < 2 && !inTitle.has(word))) continue;
        const rarity = Math.log((documents.length + 1) / spread.get(word)!);
        weights.set(word, (1 + Math.log(occurrences)) * rarity * (inTitle.has(word) ? 3 : 1));
      }
      return [id, withoutContained(byCount(weights).map(([word]) => word)).slice(0, limit)];
    }),
  );
}

function withoutContained(words: string[]): string[] {
  const kept: string[] = [];
  for (const word of words) {
    if (!kept.some((other) => other.includes(word) || word.includes(other))) kept.push(word);
  }
  return kept;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Largest first, equal ones by code point: no locale, so that every machine gives the same order. */
function byCount(counts: Map<string, number>): [string, number][] {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
