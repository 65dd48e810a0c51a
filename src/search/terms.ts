/**
 * What the index holds of a text and what it is asked for. A token is a pair of Han characters that follow each other,
 * marks between them passed over; a number or word (`numbers`); or a Han character, written twice. Any phrase is found
 * by a few of its pairs, so the rarer ones are taken, spread over the phrase.
 *
 * Rule: every term of a phrase is a token of every text the phrase stands in. So nothing is missed; what is proposed
 * besides is for `match` to refuse.
 */
import { numberTerms, numberTokens } from './numbers.ts';

export const maxPairs = 6;
const maxNumbers = 3;

/** Han characters and marks; numbers, letters and the break between cells end a run. */
const run = /(?:\p{Script=Han}|[^\p{L}\p{N}|])+/gu;
/** Not the radicals that Unicode counts as symbols: Pagefind drops them. */
const character = /\p{Script=Han}(?<=[\p{L}\p{Nl}])/gu;

/** What a query does without, for it says little. */
export interface Commonness {
  /** Pairs that are asked for only where a phrase has no others. */
  pairs: ReadonlySet<string>;
  /** Characters that stand in so many passages that the index does not hold them by themselves. */
  characters: ReadonlySet<string>;
}

/** Han characters of a text, with repetitions. */
export function hanCharacters(text: string): string[] {
  return text.match(character) ?? [];
}

/** Pairs of Han characters that follow each other, in order, with repetitions. */
export function hanPairs(text: string): string[] {
  return (text.match(run) ?? []).flatMap((part) => {
    const characters = hanCharacters(part);
    return characters.slice(1).map((next, index) => characters[index]! + next);
  });
}

/** The tokens of a folded text, each once. */
export function indexTokens(folded: string, { characters }: Pick<Commonness, 'characters'>) {
  const rare = hanCharacters(folded).filter((one) => !characters.has(one));
  return new Set([...hanPairs(folded), ...rare.map(alone), ...numberTokens(folded)]);
}

/** At most `max` pairs of a phrase: those not in `common` where there are any, evenly spread. */
export function choosePairs(phrase: string, common: ReadonlySet<string>, max = maxPairs): string[] {
  const pairs = [...new Set(hanPairs(phrase))];
  const rare = pairs.filter((pair) => !common.has(pair));
  return spread(rare.length > 0 ? rare : pairs, max);
}

/**
 * The terms to ask the index for: each is a token of every text that holds the folded phrase on whole numbers and
 * words. Empty where that says nothing: every passage may hold it.
 */
export function queryTerms(phrase: string, common: Commonness): string[] {
  const numbers = numberTerms(phrase).slice(0, maxNumbers);
  const pairs = choosePairs(phrase, common.pairs);
  if (pairs.length + numbers.length > 0) return [...pairs, ...numbers];
  const rare = hanCharacters(phrase).filter((one) => !common.characters.has(one));
  return spread([...new Set(rare)], maxPairs).map(alone);
}

function alone(character: string): string {
  return character + character;
}

function spread<Item>(items: Item[], max: number): Item[] {
  if (items.length <= max) return items;
  if (max === 1) return items.slice(0, 1);
  return Array.from(
    { length: max },
    (_, index) => items[Math.round((index * (items.length - 1)) / (max - 1))]!,
  );
}
