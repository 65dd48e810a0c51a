import { describe, expect, test } from 'vitest';
import { foldPhrase } from '../../src/search/fold.ts';
import { isWhole, numberTerms, numberTokens } from '../../src/search/numbers.ts';
import { choosePairs, hanEnds, hanPairs, maxPairs, queryTerms } from '../../src/search/terms.ts';

const none = new Set<string>();

test('pairs lie inside a run of Han characters', () => {
  expect(hanPairs('县（市、区）人民政府12345热线')).toEqual(['人民', '民政', '政府', '热线']);
  expect(hanEnds('县（市、区）人民政府12345热线')).toEqual(['县', '市', '区', '府', '线']);
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
  ['12345', ['12345']],
  ['县', ['县']],
  ['市、区', ['市', '区']],
  ['5g', ['5', 'g']],
  ['?!', []],
])('%s asks for %j', (phrase, terms) => {
  expect(queryTerms(foldPhrase(phrase), none)).toEqual(terms);
});

test('every term of a part of a text is the beginning of a token of the text', () => {
  const text = foldPhrase(
    '自2022年10月28日起，4A级景区5G覆盖率达70.5%；（景府办字〔2020〕55号）wifi县（市、区）。',
  );
  const tokens = [...hanPairs(text), ...hanEnds(text), ...numberTokens(text)];
  for (let start = 0; start < text.length; start++) {
    for (let end = start + 1; end <= text.length; end++) {
      const phrase = text.slice(start, end);
      if (!isWhole(text, start, end) || !/[\p{L}\p{N}]/u.test(phrase)) continue;
      for (const term of queryTerms(phrase, none)) {
        expect(
          tokens.some((token) => token.startsWith(term)),
          `${phrase}: ${term}`,
        ).toBe(true);
      }
    }
  }
});

test('numbers give tokens with their units', () => {
  expect(numberTokens('〔2020〕55号，4a级，70%')).toEqual(
    expect.arrayContaining(['2020', '55', '55号', 'y2020n55', '4a', '4', 'a', '70', '70pct']),
  );
  expect(numberTerms('〔2020〕55号')).toEqual(['y2020n55']);
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
