import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldPhrase } from '../../src/search/fold.ts';
import { isWhole, numberTerms, numberTokens } from '../../src/search/numbers.ts';
import {
  addTokens,
  choosePairs,
  hanPairs,
  maxPairs,
  queryTerms,
  type Commonness,
} from '../../src/search/terms.ts';
import { gazetteText } from './gazette-text.ts';

const none = new Set<string>();
const nothing = { pairs: none, characters: none };

function indexTokens(text: string, common: Pick<Commonness, 'characters'>): Set<string> {
  const tokens = new Set<string>();
  addTokens(text, common, tokens);
  return tokens;
}

test('pairs pass over marks, not over numbers, letters and cells', () => {
  expect(hanPairs('县(市、区)人民政府12345热线')).toEqual([
    '县市',
    '市区',
    '区人',
    '人民',
    '民政',
    '政府',
    '热线',
  ]);
  expect(hanPairs('姓名|电话a线')).toEqual(['姓名', '电话']);
  // 〇 is a letter of Han, ⺌ a symbol; 𠮷 takes two code units.
  expect(hanPairs('二〇⺌𠮷人')).toEqual(['二〇', '〇𠮷', '𠮷人']);
});

test('a character is a token by itself, unless it is common', () => {
  expect([...indexTokens('县3区', nothing)]).toEqual(['县县', '区区', '3z', '3区']);
  expect([...indexTokens('县3区', { characters: new Set('区') })]).toEqual(['县县', '3z', '3区']);
});

describe('pairs are chosen', () => {
  test('all of a short phrase', () => {
    expect(choosePairs('人民政府', none)).toEqual(['人民', '民政', '政府']);
  });
  test('spread over a long one', () => {
    const chosen = choosePairs('甲乙丙丁戊己庚辛壬癸', none);
    expect(chosen).toHaveLength(maxPairs);
    expect(chosen[0]).toBe('甲乙');
    expect(chosen.at(-1)).toBe('壬癸');
  });
  test('rare ones before common ones', () => {
    expect(choosePairs('市人民政府', new Set(['人民', '民政', '政府']))).toEqual(['市人']);
    expect(choosePairs('人民政府', new Set(['人民', '民政', '政府']))).toHaveLength(3);
  });
});

test.each([
  ['70%以上', ['以上', '70pct']],
  ['24小时内', ['小时', '时内', '24小']],
  ['景府办字〔2020〕55号', ['景府', '府办', '办字', 'y2020n55']],
  ['12345', ['12345z']],
  ['县', ['县县']],
  ['市、区', ['市区']],
  ['5g', ['5z', 'g']],
  ['administration', ['administ']],
  ['?!', []],
])('%s asks for %j', (phrase, terms) => {
  expect(queryTerms(foldPhrase(phrase), nothing)).toEqual(terms);
});

test('a common character asks for nothing: it may be anywhere', () => {
  expect(queryTerms('的', { pairs: none, characters: new Set('的') })).toEqual([]);
});

test('every term of a part of a text is a token of the text', () => {
  const commons = fc.record({
    pairs: fc.constantFrom(none, new Set(['人民', '政府', '甲乙'])),
    characters: fc.constantFrom(none, new Set('县市的甲')),
  });
  let asked = 0;
  const check = (source: string, start: number, length: number, common: typeof nothing) => {
    const text = foldPhrase(source);
    const at = text.length === 0 ? 0 : start % text.length;
    const phrase = text.slice(at, at + length);
    if (phrase === '' || !isWhole(text, at, at + phrase.length)) return;
    asked++;
    const tokens = indexTokens(text, common);
    for (const term of queryTerms(phrase, common))
      expect(tokens, `${phrase}: ${term}`).toContain(term);
  };
  fc.assert(
    fc.property(gazetteText, fc.nat(200), fc.integer({ min: 1, max: 30 }), commons, check),
    { numRuns: 2000 },
  );
  expect(asked).toBeGreaterThan(1000);
});

test('numbers give tokens with their units', () => {
  expect(numberTokens('(2020)55号，4a级，70%wifi')).toEqual([
    '2020z',
    '55z',
    '55号',
    '4z',
    'a',
    '70z',
    '70pct',
    'wifi',
    'wif',
    'wi',
    'w',
    'y2020n55',
  ]);
  expect(numberTerms('(2020)55号')).toEqual(['y2020n55']);
});

test.each([
  ['在12个月内', '2个月', false],
  ['在2个月内', '2个月', true],
  ['增长3.5%', '5%', false],
  ['增长5%', '5%', true],
  ['1.2020年底前', '2020年底', true],
  ['1.3月底前', '3月底', true],
  ['110,120,122', '120', true],
  ['2022.10.28', '2022', true],
  ['part', 'art', false],
  ['wifi', 'wi', true],
  ['4a级', 'a级', true],
  ['第55号', '55', true],
  ['共155号', '55', false],
])('in %s, %s is whole: %s', (text, phrase, whole) => {
  const start = text.indexOf(phrase);
  expect(isWhole(text, start, start + phrase.length)).toBe(whole);
});
