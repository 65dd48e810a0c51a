/** Words from pinyin: whole syllables (lin zhang zhi, línzhǎngzhì, lin2zhang3zhi4) or initials (lzz). */
import { blur, type Readings } from './readings.ts';
import type { Candidate } from './suggestion.ts';
import { maxWord, type Words } from './words.ts';

const maxSyllables = 24;
/** Ways to cut letters into syllables that are tried: xian is xian and xi an. */
const maxCuts = 24;
const wordsKept = 8;
/** A word more costs as much as being 2 ^ 10 times rarer. */
const perWord = 10;

/** Readings of Latin letters, whole syllables before initials, the likeliest first. */
export function pinyinCandidates(input: string, words: Words, readings: Readings): Candidate[] {
  const groups = letterGroups(input);
  const known = new Set(readings.syllables);
  const cuts = cutSyllables(groups, (syllable) => known.has(syllable));
  const exact = readCuts(cuts, words, (syllable) => readings.withSyllable(syllable));
  const spelled = exact.size > 0 ? exact : readBlurred(groups, words, readings);
  const best = Math.max(...spelled.values());
  const whole = [...spelled]
    .filter(([, score]) => score >= best - 1.5 * perWord)
    .map(([text, score]) => candidate(input, text, 'pinyin', score));
  const initials = readInitials(groups.join(''), words, readings).map((word) =>
    candidate(
      input,
      word,
      'initials',
      words.band(word) + (word.length === groups.join('').length ? 100 : 0),
    ),
  );
  const byScore = (a: Candidate, b: Candidate) => b.score - a.score;
  return [...whole.sort(byScore), ...initials.sort(byScore)];
}

/** As `readCuts`, with each syllable taken for those it is often taken for: zang and zhang. */
function readBlurred(groups: string[], words: Words, readings: Readings): Map<string, number> {
  const alike = new Map<string, string[]>();
  for (const syllable of readings.syllables) {
    const key = blur(syllable);
    alike.set(key, [...(alike.get(key) ?? []), ...readings.withSyllable(syllable)]);
  }
  const cuts = cutSyllables(groups, (syllable) => alike.has(blur(syllable)));
  return readCuts(cuts, words, (syllable) => alike.get(blur(syllable)) ?? []);
}

function readCuts(
  cuts: string[][],
  words: Words,
  charactersOf: (syllable: string) => string[],
): Map<string, number> {
  const spelled = new Map<string, number>();
  for (const syllables of cuts) {
    for (const { text, score } of readSyllables(syllables.map(charactersOf), words)) {
      spelled.set(text, Math.max(score, spelled.get(text) ?? -Infinity));
    }
  }
  return spelled;
}

function candidate(
  input: string,
  text: string,
  kind: 'pinyin' | 'initials',
  score: number,
): Candidate {
  return { text, kind, score, at: 0, end: input.length, word: text };
}

/** Letters without tones; no syllable goes across white space, an apostrophe or the number of a tone. */
function letterGroups(input: string): string[] {
  return input
    .toLowerCase()
    .normalize('NFD')
    .replace(/u\p{M}*\u0308\p{M}*|u:/gu, 'v')
    .replace(/\p{M}/gu, '')
    .split(/[^a-z]+/)
    .filter((group) => group !== '');
}

/** Every way to cut the groups into known syllables. */
function cutSyllables(groups: string[], isKnown: (syllable: string) => boolean): string[][] {
  let cuts: string[][] = [[]];
  for (const group of groups) {
    const ways = cutGroup(group, isKnown);
    cuts = cuts.flatMap((cut) => ways.map((way) => [...cut, ...way])).slice(0, maxCuts);
  }
  return cuts.filter(({ length }) => length >= 2 && length <= maxSyllables);
}

function cutGroup(group: string, isKnown: (syllable: string) => boolean): string[][] {
  // Ways to cut what is left of each place, from the end.
  const ways: string[][][] = Array.from({ length: group.length + 1 }, () => []);
  ways[group.length] = [[]];
  for (let at = group.length - 1; at >= 0; at--) {
    for (let size = Math.min(6, group.length - at); size >= 1; size--) {
      const syllable = spelling(group.slice(at, at + size));
      if (!isKnown(syllable)) continue;
      ways[at]!.push(...ways[at + size]!.map((rest) => [syllable, ...rest]));
    }
    ways[at] = ways[at]!.slice(0, maxCuts);
  }
  return ways[0]!;
}

/** lue and nue are lve and nve. */
function spelling(syllable: string): string {
  return syllable.replace(/^([ln])ue$/, '$1ve');
}

/** Texts of words with a character of each set, in as few words as there can be; also with blanks between the words. */
function readSyllables(characters: string[][], words: Words): { text: string; score: number }[] {
  const sets = characters.map((one) => new Set(one));
  const best: { text: string; score: number }[][] = [[{ text: '', score: 0 }]];
  for (let end = 1; end <= sets.length; end++) {
    const here: { text: string; score: number }[] = [];
    for (let start = Math.max(0, end - maxWord); start <= end - 2; start++) {
      const before = best[start]!;
      if (before.length === 0) continue;
      for (const word of wordsOf(sets.slice(start, end), words)) {
        const gain = words.band(word) - perWord;
        here.push(
          ...before.map(({ text, score }) => ({
            text: text === '' ? word : `${text} ${word}`,
            score: score + gain,
          })),
        );
      }
    }
    best.push(here.sort((a, b) => b.score - a.score).slice(0, wordsKept));
  }
  return best.at(-1)!.flatMap(({ text, score }) =>
    text.includes(' ')
      ? [
          { text: text.replaceAll(' ', ''), score },
          { text, score: score - perWord },
        ]
      : [{ text, score }],
  );
}

function wordsOf(sets: ReadonlySet<string>[], words: Words): string[] {
  const [first, ...rest] = sets;
  return [...first!].flatMap((character) =>
    words
      .startingWith(character)
      .filter(
        (word) =>
          word.length === sets.length && rest.every((set, index) => set.has(word[index + 1]!)),
      ),
  );
}

/** Words whose characters begin with these letters. */
function readInitials(letters: string, words: Words, readings: Readings): string[] {
  if (letters.length < 2 || letters.length > 2 * maxWord) return [];
  const begins = (character: string, letter: string) =>
    readings.of(character).some((syllable) => syllable.startsWith(letter));
  // lzhzh may be lzz.
  return [letters, letters.replace(/([zcs])h/g, '$1')].flatMap((initials) =>
    words.list.filter(
      (word) =>
        word.length === initials.length &&
        [...initials].every((letter, index) => begins(word[index]!, letter)),
    ),
  );
}
