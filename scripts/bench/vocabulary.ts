/** The phrases of the texts that people may misspell. */
import { cutWords } from '../../src/search/build/words.ts';
import type { ScannedClause } from './clauses.ts';

/** A pair of words is a phrase of the vocabulary from this number of occurrences on. */
const minOccurrences = 3;

/** Words, and pairs of words of two characters and more that recur, of two to eight Han characters. */
export function vocabulary(clauses: ScannedClause[]): string[] {
  const counts = new Map<string, number>();
  const add = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = new Set<string>();
  for (const { text } of clauses) {
    for (const run of text.match(/\p{Script=Han}+/gu) ?? []) {
      let before = '';
      for (const word of cutWords(run)) {
        words.add(word);
        if (before.length > 1 && word.length > 1) add(before + word);
        before = word;
      }
    }
  }
  const phrases = [...counts].filter(([, count]) => count >= minOccurrences);
  return [...new Set([...words, ...phrases.map(([phrase]) => phrase)])]
    .filter((phrase) => /^\p{Script=Han}{2,8}$/u.test(phrase))
    .sort();
}
