/** Words that differ from a part of the input by one slip, or sound like it. */
import { soundsLike, type Readings } from './readings.ts';
import type { Candidate, SuggestionKind } from './suggestion.ts';
import { maxWord, type Words } from './words.ts';

type NearKind = Extract<SuggestionKind, 'typo' | 'homophone' | 'dropped' | 'extra' | 'swapped'>;

/** What a slip costs, measured in characters that fit. Two characters differ in a replacement, one in the others. */
const costs: Record<NearKind, number> = {
  homophone: 0.6,
  swapped: 0.8,
  dropped: 1,
  extra: 1.2,
  typo: 2,
};
/** A replaced character that sounds nearly the same is likelier than any other. */
const nearSound = 0.6;
/** Gain for each doubling of how often a word occurs. */
const perBand = 0.15;
const hanRun = /[\u3400-\u9fff]{2,}/g;
/** Runs this long are looked at, from their beginning. */
const maxRun = 24;

/** Inputs with a part replaced by a near word, the likeliest first. */
export function nearCandidates(input: string, words: Words, readings: Readings): Candidate[] {
  const found: Candidate[] = [];
  for (const match of input.matchAll(hanRun)) {
    const run = match[0].slice(0, maxRun);
    for (let start = 0; start < run.length - 1; start++) {
      for (let end = start + 2; end <= Math.min(run.length, start + maxWord); end++) {
        const part = run.slice(start, end);
        if (words.has(part)) continue;
        for (const word of nearWords(part, words, readings)) {
          const slip = slipBetween(part, word, readings);
          if (slip === null) continue;
          const at = match.index + start;
          found.push({
            text: input.slice(0, at) + word + input.slice(at + part.length),
            kind: slip.kind,
            score: part.length - slip.cost + perBand * words.band(word),
            at,
            end: at + part.length,
            word,
          });
        }
      }
    }
  }
  return found.sort((a, b) => b.score - a.score);
}

/** Words that may be one slip away: they share the first or the last character, or sound alike at the first. */
function nearWords(part: string, words: Words, readings: Readings): Set<string> {
  const near = new Set<string>();
  const take = (word: string) => {
    if (Math.abs(word.length - part.length) <= 1) near.add(word);
  };
  words.startingWith(part[0]!).forEach(take);
  words.endingWith(part.at(-1)!).forEach(take);
  if (part.length === 2) words.startingWith(part[1]!).forEach(take);
  for (const syllable of readings.of(part[0]!)) {
    for (const character of readings.withSyllable(syllable)) {
      for (const word of words.startingWith(character)) {
        if (word.length === part.length) near.add(word);
      }
    }
  }
  return near;
}

interface Slip {
  kind: NearKind;
  cost: number;
}

/** The slip that made `part` out of `word`; null where it takes more than one. */
export function slipBetween(part: string, word: string, readings: Readings): Slip | null {
  if (part === word) return null;
  const { length } = part;
  let start = 0;
  while (start < length && part[start] === word[start]) start++;
  let tail = 0;
  while (tail < Math.min(length, word.length) - start && part.at(-1 - tail) === word.at(-1 - tail))
    tail++;
  const typed = part.slice(start, length - tail);
  const meant = word.slice(start, word.length - tail);
  if (typed === '' || meant === '') {
    // 通知 is as near to 通 as to 知: two characters have to hold the gap between them.
    if (Math.min(length, word.length) === 2 && (start === 0 || tail === 0)) return null;
    if (typed.length + meant.length > 1) return null;
    const kind = typed === '' ? 'dropped' : 'extra';
    return { kind, cost: costs[kind] };
  }
  if (typed.length !== meant.length) return null;
  if (typed.length === 2 && typed[0] === meant[1] && typed[1] === meant[0]) {
    return { kind: 'swapped', cost: costs.swapped };
  }
  return soundSlip(typed, meant, readings);
}

function soundSlip(typed: string, meant: string, readings: Readings): Slip | null {
  const sounds = [...typed].map((character, index) =>
    character === meant[index] ? 2 : soundsLike(readings, character, meant[index]!),
  );
  // An input method gives a whole word that sounds alike; one character may be anything.
  const cost = costs.homophone + 0.3 * (typed.length - 1);
  if (sounds.every((sound) => sound === 2)) return { kind: 'homophone', cost };
  if (typed.length > 1) return null;
  return { kind: 'typo', cost: costs.typo - (sounds[0] === 1 ? nearSound : 0) };
}
