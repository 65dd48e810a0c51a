import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../src/language/text.ts';
import { foldPhrase, foldWithPlaces } from '../../src/search/fold.ts';
import { gazetteText } from './gazette-text.ts';

test.each([
  ['景府办字［2020］ 55号', '景府办字(2020)55号'],
  ['景府办字〔2020〕55号', '景府办字(2020)55号'],
  ['景府办字（２０２０）第５５号', '景府办字(2020)第55号'],
  ['景府办字【20', '景府办字(20'],
  ['２０２０年', '2020年'],
  ['2022—2025年', '2022-2025年'],
  ['7 × 24 小时', '7x24小时'],
  ['总　则', '总则'],
  ['WiFi', 'wifi'],
  ['“五型”', '"五型"'],
  ['①2020年', '①2020年'],
  ['第一\u200b条', '第一条'],
  ['', ''],
])('%s folds to %s', (text, folded) => {
  expect(foldPhrase(text)).toBe(folded);
});

test('agrees with the folding of the model where a text has no circled number', () => {
  for (const text of [
    '县（市、区）人民政府，ＡＢＣ——70％',
    '《办法》〈试行〉……',
    '㎡与℃',
    '（2020年）',
  ]) {
    expect(foldPhrase(text)).toBe(fold(text));
  }
});

test('is the same with and without places', () => {
  const any = fc.oneof(gazetteText, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(any, (text) => {
      expect(foldPhrase(text)).toBe(foldWithPlaces(text).text);
    }),
    { numRuns: 2000 },
  );
});

test('every folded character knows its place', () => {
  const source = '第 ５ 条……〔2020〕——甲';
  const { text, starts, ends } = foldWithPlaces(source);
  const at = (character: string) => {
    const index = text.indexOf(character);
    return source.slice(starts[index], ends[index]);
  };
  expect(starts).toHaveLength(text.length);
  expect(ends).toHaveLength(text.length);
  expect(['5', '.', '-', '甲'].map(at)).toEqual(['５', '…', '——', '甲']);
  expect(starts.every((start, index) => index === 0 || start >= starts[index - 1]!)).toBe(true);
});
