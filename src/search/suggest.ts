/**
 * Suggestions where nothing is found (您是不是要找): words of the vocabulary that differ from a part of the input by
 * one character, then similar words by fuse.js. Only what the caller confirms to have hits is shown.
 */
import Fuse from 'fuse.js';

const minWord = 2;
const maxWord = 8;

export interface Suggester {
  /** Inputs to try instead, the likeliest first. */
  suggest(input: string, limit?: number): string[];
}

/** A suggester over the words of the corpus, the most frequent first. */
export function createSuggester(words: string[]): Suggester {
  const rank = new Map(words.map((word, index) => [word, index]));
  const near = indexNear(words);
  let fuse: Fuse<string> | null = null;

  return {
    suggest(input, limit = 12) {
      const found = new Map<string, number>();
      for (const match of input.matchAll(/\p{Script=Han}{2,}/gu)) {
        const characters = [...match[0]];
        for (let start = 0; start < characters.length; start++) {
          for (let size = minWord; size <= maxWord && start + size <= characters.length; size++) {
            const part = characters.slice(start, start + size).join('');
            if (rank.has(part)) continue;
            for (const word of nearWords(part, near)) {
              const whole = replaceAt(
                input,
                match.index + characters.slice(0, start).join('').length,
                part,
                word,
              );
              // A long part that is nearly a word says more than a short one; then the commoner word.
              const score = -size * 1e6 + rank.get(word)!;
              found.set(whole, Math.min(found.get(whole) ?? Infinity, score));
            }
          }
        }
      }
      found.delete(input);
      const ordered = [...found].sort((a, b) => a[1] - b[1]).map(([text]) => text);
      if (ordered.length > 0) return ordered.slice(0, limit);
      if (input.length < minWord || input.length > 16) return [];
      fuse ??= new Fuse(words, { threshold: 0.5, ignoreLocation: false, distance: 4 });
      return fuse.search(input, { limit }).map(({ item }) => item);
    },
  };
}

/** Words by each of their forms with one character left out. */
function indexNear(words: string[]): Map<string, string[]> {
  const near = new Map<string, string[]>();
  for (const word of words) {
    const { length } = [...word];
    if (length < minWord || length > maxWord) continue;
    for (const form of [word, ...shortened(word)]) {
      const list = near.get(form);
      if (list) list.push(word);
      else near.set(form, [word]);
    }
  }
  return near;
}

function nearWords(part: string, near: Map<string, string[]>): Set<string> {
  const words = new Set<string>();
  const { length } = [...part];
  for (const form of [part, ...shortened(part)]) {
    // Two-letter words share a letter with half of the vocabulary.
    if (length < 3 && form !== part) continue;
    for (const word of near.get(form) ?? []) {
      if (word !== part && isNear(part, word)) words.add(word);
    }
  }
  return words;
}

/** One character replaced, left out or added, or two neighbours swapped. */
function isNear(a: string, b: string): boolean {
  const x = [...a];
  const y = [...b];
  if (Math.abs(x.length - y.length) > 1) return false;
  let start = 0;
  while (start < x.length && x[start] === y[start]) start++;
  let tail = 0;
  while (tail < Math.min(x.length, y.length) - start && x.at(-1 - tail) === y.at(-1 - tail)) tail++;
  const left = x.slice(start, x.length - tail);
  const right = y.slice(start, y.length - tail);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

function shortened(word: string): string[] {
  const characters = [...word];
  return characters.map((_, index) => characters.toSpliced(index, 1).join(''));
}

function replaceAt(text: string, at: number, part: string, word: string): string {
  return text.slice(0, at) + word + text.slice(at + part.length);
}
