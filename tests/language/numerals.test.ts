import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumeral, writeNumeral } from '../../src/language/numerals.ts';

test.each([
  ['一', 1],
  ['十', 10],
  ['十三', 13],
  ['二十', 20],
  ['四十八', 48],
  ['一百', 100],
  ['一百零二', 102],
  ['一百〇二', 102],
  ['百零一', 101],
  ['一百一十', 110],
  ['一千零一', 1001],
  ['二〇二二', 2022],
  ['二○二○', 2020],
  ['13', 13],
  ['１３', 13],
  ['三 十', 30],
])('%s is %i', (text, value) => {
  expect(readNumeral(text)).toBe(value);
});

test.each(['', '甲', '十甲', '第十', '1a'])('%j is no numeral', (text) => {
  expect(readNumeral(text)).toBeNull();
});

test('writing and reading give the number back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9999 }),
      (value) => readNumeral(writeNumeral(value)) === value,
    ),
    { seed: 1 },
  );
});
