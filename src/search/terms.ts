/**
 * What the index is asked for. Pagefind indexes every pair of neighbouring Han characters; any phrase is found by
 * a few of its pairs, so the rarer ones are taken, spread over the phrase.
 */
import { numberTerms } from './numbers.ts';

export const maxPairs = 4;
const maxNumbers = 3;
const hanRun = /\p{Script=Han}+/gu;

/** Pairs of neighbouring Han characters, in order, with repetitions. */
export function hanPairs(text: string): string[] {
  return [...text.matchAll(hanRun)].flatMap(([run]) => {
    const characters = [...run];
    return characters.slice(1).map((character, index) => characters[index]! + character);
  });
}

/**
 * Last characters of the Han runs of a text. They begin no pair, so the index holds them as tokens of their
 * own: then every Han character of a document is the beginning of some token.
 */
export function hanEnds(text: string): string[] {
  return [...new Set([...text.matchAll(hanRun)].map(([run]) => [...run].at(-1)!))];
}

/** At most `max` pairs of a phrase: those not in `common` where there are any, evenly spread. */
export function choosePairs(phrase: string, common: ReadonlySet<string>, max = maxPairs): string[] {
  const pairs = [...new Set(hanPairs(phrase))];
  const rare = pairs.filter((pair) => !common.has(pair));
  return spread(rare.length > 0 ? rare : pairs, max);
}

/**
 * The terms to ask the index for: each is the beginning of a token of every document that holds the folded
 * phrase. Empty where the phrase has neither Han characters nor letters nor digits.
 */
export function queryTerms(phrase: string, common: ReadonlySet<string>): string[] {
  const numbers = numberTerms(phrase).slice(0, maxNumbers);
  const pairs = choosePairs(phrase, common);
  if (pairs.length + numbers.length > 0) return [...pairs, ...numbers];
  return spread([...new Set(phrase.match(/\p{Script=Han}/gu))], maxPairs);
}

function spread<Item>(items: Item[], max: number): Item[] {
  if (items.length <= max) return items;
  if (max === 1) return items.slice(0, 1);
  return Array.from(
    { length: max },
    (_, index) => items[Math.round((index * (items.length - 1)) / (max - 1))]!,
  );
}
