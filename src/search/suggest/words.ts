/**
 * The words that suggestions are made from. Written as one sorted text: a line for each first character, in it every
 * word as the number of characters it shares with the one before (a capital letter), the others, and how often it occurs
 * (a digit: the power of two).
 */

export interface Words {
  /** In code-unit order. */
  list: string[];
  has(word: string): boolean;
  /** Power of two of the occurrences; 0 for a word that is not there. */
  band(word: string): number;
  startingWith(character: string): string[];
  endingWith(character: string): string[];
}

/** Characters of a word; none stands outside the basic plane, so that characters are code units. */
export const wordPattern = /^[\u3400-\u9fff]{2,12}$/;
export const maxWord = 12;

const letters = 'ABCDEFGHIJKL';
const entry = /([A-L]?)([\u3400-\u9fff]+)([0-9a-z])/g;

/** Writes words with their occurrences; the words fit `wordPattern`. */
export function writeWords(counts: Iterable<[word: string, count: number]>): string {
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  let text = '';
  let before = '';
  for (const [word, count] of sorted) {
    let shared = 0;
    while (shared < word.length - 1 && word[shared] === before[shared]) shared++;
    const band = Math.floor(Math.log2(count)).toString(36);
    const head = shared > 0 ? letters[shared]! : text === '' ? '' : '\n';
    text += head + word.slice(shared) + band;
    before = word;
  }
  return text;
}

/** Reads what `writeWords` wrote. */
export function readWords(text: string): Words {
  const list: string[] = [];
  const bands = new Map<string, number>();
  const byFirst = new Map<string, string[]>();
  const byLast = new Map<string, string[]>();
  let before = '';
  for (const [, shared, rest, band] of text.matchAll(entry)) {
    const word = before.slice(0, shared === '' ? 0 : letters.indexOf(shared!)) + rest!;
    list.push(word);
    bands.set(word, parseInt(band!, 36));
    push(byFirst, word[0]!, word);
    push(byLast, word.at(-1)!, word);
    before = word;
  }
  return {
    list,
    has: (word) => bands.has(word),
    band: (word) => bands.get(word) ?? 0,
    startingWith: (character) => byFirst.get(character) ?? [],
    endingWith: (character) => byLast.get(character) ?? [],
  };
}

function push(map: Map<string, string[]>, key: string, word: string): void {
  const list = map.get(key);
  if (list) list.push(word);
  else map.set(key, [word]);
}
