/** Inputs that are not in the texts: what they mean must be found or suggested. */
import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import type { ScannedClause } from './clauses.ts';
import { polyphones } from './polyphones.ts';
import { below, one, pick, type Random } from './random.ts';
import { vocabulary } from './vocabulary.ts';

export interface Misspelt {
  query: string;
  /** What was meant; any of them will do. */
  meant: string[];
}

export interface MisspeltGroup {
  name: string;
  asked: Misspelt[];
  /** Least share found; null where it is only told. */
  least: number | null;
  /** Hits that hold what was meant count as well as suggestions. */
  hitsCount: boolean;
}

/** The groups of misspelt inputs; `count` queries each. */
export function misspeltGroups(
  clauses: ScannedClause[],
  agencies: Record<string, string>,
  place: string,
  random: Random,
  count: number,
): MisspeltGroup[] {
  const text = clauses.map(({ close }) => close).join('\n');
  const isAbsent = (phrase: string) => !text.includes(phrase);
  const phrases = vocabulary(clauses);
  const long = phrases.filter((phrase) => phrase.length >= 3);
  const characters = [...new Set(text.match(/\p{Script=Han}/gu))].sort();
  const likeSounding = byReading(characters);
  const spoil = (from: string[], change: (phrase: string) => string) =>
    shuffledUntil(from, count, random, (phrase) => {
      const query = change(phrase);
      return query !== phrase && isAbsent(query) ? { query, meant: [phrase] } : null;
    });
  const otherCharacter = (phrase: string) => {
    const at = below(random, phrase.length);
    return replaced(phrase, at, one(random, characters));
  };
  const otherWriting = (phrase: string) => {
    const at = below(random, phrase.length);
    return replaced(phrase, at, one(random, likeSounding.get(reading(phrase[at]!)) ?? ['']));
  };
  const typo = { least: 0.95, hitsCount: false };
  const suggested = { least: null, hitsCount: false };
  return [
    { name: 'typo: another character', asked: spoil(long, otherCharacter), ...typo },
    { name: 'typo: one of the same sound', asked: spoil(long, otherWriting), ...typo },
    {
      name: '  in words of two characters, same sound',
      asked: spoil(
        phrases.filter((phrase) => phrase.length === 2),
        otherWriting,
      ),
      ...suggested,
    },
    {
      name: 'typo: a character dropped',
      asked: spoil(
        long.filter((phrase) => phrase.length >= 4),
        (phrase) => replaced(phrase, below(random, phrase.length), ''),
      ),
      ...typo,
      least: 0.8,
    },
    {
      name: 'typo: two characters swapped',
      asked: spoil(long, (phrase) => swapped(phrase, below(random, phrase.length - 1))),
      ...typo,
      least: 0.8,
    },
    {
      name: 'traditional characters',
      asked: traditional(phrases, count, random, isAbsent),
      least: 1,
      hitsCount: true,
    },
    {
      name: 'pinyin in full',
      // What a polyphone is read as where it stands, only people know.
      asked: pick(random, long.filter(hasOneReading), count).map((phrase, index) => ({
        query: syllables(phrase).join(index % 3 === 0 ? ' ' : ''),
        meant: [phrase],
      })),
      least: 0.95,
      hitsCount: true,
    },
    {
      name: 'pinyin of polyphones',
      asked: Object.entries(polyphones)
        .filter(([phrase]) => !isAbsent(phrase))
        .map(([phrase, query]) => ({ query, meant: [phrase] })),
      least: 0.95,
      hitsCount: true,
    },
    {
      name: '  initials of pinyin',
      asked: pick(random, long, count).map((phrase) => ({
        query: syllables(phrase)
          .map((syllable) => syllable[0])
          .join(''),
        meant: [phrase],
      })),
      least: null,
      hitsCount: true,
    },
    {
      name: 'short ↔ full names of agencies',
      asked: names(agencies, place, isAbsent),
      least: 0.95,
      hitsCount: true,
    },
  ];
}

/** The first `count` changes that come to something. */
function shuffledUntil(
  from: string[],
  count: number,
  random: Random,
  change: (phrase: string) => Misspelt | null,
): Misspelt[] {
  const found: Misspelt[] = [];
  for (const phrase of pick(random, from, from.length)) {
    if (found.length === count) break;
    const made = change(phrase);
    if (made) found.push(made);
  }
  return found;
}

function traditional(
  phrases: string[],
  count: number,
  random: Random,
  isAbsent: (phrase: string) => boolean,
): Misspelt[] {
  const writings = [Converter({ from: 'cn', to: 'hk' }), Converter({ from: 'cn', to: 'tw' })];
  return shuffledUntil(phrases, count, random, (phrase) => {
    const query = one(random, writings)(phrase);
    return query !== phrase && isAbsent(query) ? { query, meant: [phrase] } : null;
  });
}

/** Each name with and without the place, where the texts hold the other one. */
function names(
  agencies: Record<string, string>,
  place: string,
  isAbsent: (phrase: string) => boolean,
): Misspelt[] {
  const withoutPlace = (name: string, mark: string) =>
    name.startsWith(mark) && name.length > mark.length + 2 ? [name.slice(mark.length)] : [];
  return Object.entries(agencies).flatMap(([short, full]) => {
    const shorts = [short, ...withoutPlace(short, place.slice(-1))];
    const fulls = [full, ...withoutPlace(full, place)];
    const cores = { short: shorts.at(-1)!, full: fulls.at(-1)! };
    return [
      ...(isAbsent(cores.full) ? [] : shorts.map((query) => ({ query, meant: [cores.full] }))),
      ...(isAbsent(cores.short) ? [] : fulls.map((query) => ({ query, meant: [cores.short] }))),
      // A name that is part of the other one finds it without help.
    ].filter(({ query, meant }) => !meant.some((name) => name.includes(query)));
  });
}

function syllables(phrase: string): string[] {
  return pinyin(phrase, { toneType: 'none', type: 'array', v: true });
}

function reading(character: string): string {
  return pinyin(character, { toneType: 'none' });
}

function hasOneReading(phrase: string): boolean {
  return [...phrase].every(
    (character) =>
      new Set(pinyin(character, { toneType: 'none', type: 'array', multiple: true })).size === 1,
  );
}

function byReading(characters: string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const character of characters) {
    const key = reading(character);
    found.set(key, [...(found.get(key) ?? []), character]);
  }
  return found;
}

function replaced(phrase: string, at: number, by: string): string {
  return phrase.slice(0, at) + by + phrase.slice(at + 1);
}

function swapped(phrase: string, at: number): string {
  return phrase.slice(0, at) + phrase[at + 1]! + phrase[at]! + phrase.slice(at + 2);
}
