/**
 * How often what was meant is among the first three suggestions, over seeded samples of the words and phrases of the
 * portal's own library. `GONGBAO_SEED=7` draws others.
 */
import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { countPhrases } from '../../src/search/build/phrases.ts';
import { randomNumbers } from '../../src/search/build/random.ts';
import { readReadings, type Readings } from '../../src/search/suggest/readings.ts';
import { readSuggestions } from './suggest-corpus.ts';

vi.setConfig({ testTimeout: 30_000 });

const each = 400;
const random = randomNumbers(Number(process.env.GONGBAO_SEED ?? 42));
const report: string[] = [];
const times: number[] = [];

let library: Awaited<ReturnType<typeof readSuggestions>>;
let readings: Readings;
/** Words and phrases by their length: not capped as the published list is. */
let words: string[];
/** Characters as often as they are written. */
let characters: string[];

beforeAll(async () => {
  library = await readSuggestions();
  readings = readReadings(library.suggestions.readings);
  words = countPhrases(library.documents, Infinity).map(([word]) => word);
  characters = library.documents.flatMap(({ clauses }) =>
    clauses.flatMap(({ text }) => text.match(/[\u3400-\u9fff]/g) ?? []),
  );
}, 60_000);

afterAll(() => {
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * times.length)]!.toFixed(1);
  console.log(
    [
      'meant is among the first three      n   rate',
      ...report,
      `ms p50 ${at(0.5)}, p95 ${at(0.95)}`,
    ].join('\n'),
  );
});

type Slip = (word: string) => string | null;

const anywhere = (length: number) => Math.floor(random() * length);
const pick = <Item>(items: Item[]): Item => items[anywhere(items.length)]!;
const slips = {
  substitution: (word) => {
    const at = anywhere(word.length);
    return word.slice(0, at) + pick(characters) + word.slice(at + 1);
  },
  homophone: (word) => {
    const at = anywhere(word.length);
    const alike = readings.withSyllable(readings.of(word[at]!)[0] ?? '');
    return alike.length < 2 ? null : word.slice(0, at) + pick(alike) + word.slice(at + 1);
  },
  dropped: (word) => {
    const at = anywhere(word.length);
    return word.slice(0, at) + word.slice(at + 1);
  },
  extra: (word) => {
    const at = anywhere(word.length + 1);
    return word.slice(0, at) + pick(characters) + word.slice(at);
  },
  swapped: (word) => {
    const at = anywhere(word.length - 1);
    return word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2);
  },
} satisfies Record<string, Slip>;

test.each([
  ['substitution', 3, 12, 0.95],
  ['homophone', 3, 12, 0.95],
  ['dropped', 3, 12, 0.8],
  ['extra', 3, 12, 0.8],
  ['swapped', 3, 12, 0.8],
  ['substitution', 4, 8, 0.98],
  ['homophone', 2, 2, 0.9],
  ['swapped', 2, 2, 0.9],
  // One character of two is no evidence for a word: measured, not promised.
  ['substitution', 2, 2, 0],
] as const)('%s in words of %i to %i characters', (kind, min, max, target) => {
  const fitting = words.filter(({ length }) => length >= min && length <= max);
  const pairs: [typed: string, meant: string][] = [];
  for (let tries = 0; pairs.length < each && tries < each * 50; tries++) {
    const meant = pick(fitting);
    const typed = slips[kind](meant);
    if (typed !== null && typed !== meant && !library.hasHits(typed)) pairs.push([typed, meant]);
  }
  expect(pairs).toHaveLength(each);
  expectRate(`${kind}, ${String(min)}–${String(max)} characters`, pairs, target);
});

test.each(['t', 'tw', 'hk'] as const)('traditional (%s) as OpenCC writes it', (to) => {
  const convert = Converter({ from: 'cn', to });
  const pairs = sample(words, 3)
    .map((word): [string, string] => [convert(word), word])
    .filter(([typed, meant]) => typed !== meant && !library.hasHits(typed));
  expect(pairs.length).toBeGreaterThan(each);
  expectRate(`traditional, ${to}`, pairs, 1);
});

test.each([
  ['together', (syllables: string[]) => syllables.join('')],
  ['apart', (syllables: string[]) => syllables.join(' ')],
])('pinyin, syllables %s', (name, join) => {
  const pairs = sample(words.filter(({ length }) => length > 2)).map((word): [string, string] => [
    join(pinyin(word, { type: 'array', toneType: 'none', v: true })),
    word,
  ]);
  expectRate(`pinyin ${name}`, pairs, 0.95);
});

test('pinyin with tones', () => {
  const long = words.filter(({ length }) => length > 2);
  expectRate(
    'pinyin with tones',
    sample(long).map((word) => [pinyin(word), word]),
    0.95,
  );
});

test('pinyin of polyphones, any reading of each', () => {
  const many = words.filter(
    (word) => word.length > 2 && [...word].some((one) => readings.of(one).length > 1),
  );
  const pairs = sample(many).map((word): [string, string] => [
    [...word].map((one) => pick(readings.of(one))).join(''),
    word,
  ]);
  expectRate('pinyin of polyphones', pairs, 0.95);
});

test('initials', () => {
  const pairs = sample(words.filter(({ length }) => length >= 4)).map((word): [string, string] => [
    pinyin(word, { pattern: 'first', toneType: 'none', type: 'array' }).join(''),
    word,
  ]);
  expectRate('initials, 4 characters and more', pairs, 0.8);
});

test('agencies: what the series pairs, with its place or level and without', () => {
  const pairs = library.series.flatMap(({ agencies, place }) =>
    Object.entries(agencies).flatMap(([short, full]) => {
      const bare = [short.slice(1), full.slice(place.length)] as const;
      const isBare = full.startsWith(place) && bare[0].length > 2 && bare[0] !== bare[1];
      return [[short, full], ...(isBare ? [bare] : [])];
    }),
  );
  const both = pairs.flatMap(([short, full]): [string, string][] => [
    [short!, full!],
    [full!, short!],
  ]);
  const found = both.filter(([, meant]) => library.hasHits(meant));
  expect(found.length).toBeGreaterThan(40);
  expectRate('agencies, short and full', found, 0.95);
});

function sample(from: string[], times = 1): string[] {
  return Array.from({ length: each * times }, () => pick(from));
}

function expectRate(name: string, pairs: [typed: string, meant: string][], target: number): void {
  const missed = pairs.filter(([typed, meant]) => {
    const start = performance.now();
    const suggested = library.suggester.suggest(typed);
    times.push(performance.now() - start);
    return !library.confirm(suggested).some(({ text }) => text === meant);
  });
  const rate = 1 - missed.length / pairs.length;
  report.push(
    `${name.padEnd(32)} ${String(pairs.length).padStart(4)} ${(rate * 100).toFixed(1).padStart(6)} %`,
  );
  const examples = missed.slice(0, 10).map(([typed, meant]) => `${typed}, meant ${meant}`);
  expect(rate, examples.join('\n')).toBeGreaterThanOrEqual(target);
}
