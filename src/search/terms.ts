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

/** What a character is to the pairs of a text. */
const kinds = { unknown: 0, han: 1, passedOver: 2, ending: 3 };
/** By code unit, as far as they were met: the classes of Unicode are slow to ask for. */
const known = new Uint8Array(0x10000);

function kindOf(character: string): number {
  if (character.length > 1) return classify(character);
  const unit = character.charCodeAt(0);
  return known[unit]! || (known[unit] = classify(character));
}

function classify(character: string): number {
  if (/\p{Script=Han}/u.test(character)) {
    // Not the radicals that Unicode counts as symbols: Pagefind drops them.
    return /[\p{L}\p{Nl}]/u.test(character) ? kinds.han : kinds.passedOver;
  }
  // Numbers, letters and the break between cells end a run; marks do not.
  return /[\p{L}\p{N}|]/u.test(character) ? kinds.ending : kinds.passedOver;
}

/** What a query does without, for it says little. */
export interface Commonness {
  /** Pairs that are asked for only where a phrase has no others. */
  pairs: ReadonlySet<string>;
  /** Characters that stand in so many passages that the index does not hold them by themselves. */
  characters: ReadonlySet<string>;
}

/** Han characters of a text, with repetitions. */
export function hanCharacters(text: string): string[] {
  return [...text].filter((character) => kindOf(character) === kinds.han);
}

/** Pairs of Han characters that follow each other, in order, with repetitions. */
export function hanPairs(text: string): string[] {
  const pairs: string[] = [];
  let before = '';
  for (const character of text) {
    const kind = kindOf(character);
    if (kind === kinds.han) {
      if (before !== '') pairs.push(before + character);
      before = character;
    } else if (kind === kinds.ending) before = '';
  }
  return pairs;
}

/** Adds the tokens of a folded text to those of others. */
export function addTokens(
  folded: string,
  { characters }: Pick<Commonness, 'characters'>,
  tokens: Set<string>,
): void {
  for (const pair of hanPairs(folded)) tokens.add(pair);
  for (const one of hanCharacters(folded)) if (!characters.has(one)) tokens.add(alone(one));
  for (const token of numberTokens(folded)) tokens.add(token);
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
