import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutPassages, passageLength } from '../../src/search/passages.ts';
import { readFragment, titleLabel, writeFragment, writeRecord } from '../../src/search/record.ts';
import { listed } from './listed.ts';
import { gazetteText } from './gazette-text.ts';

const clause = fc.record({ id: fc.string(), label: fc.string(), text: gazetteText });
const clausesOf = fc.array(clause, { minLength: 1, maxLength: 40 });

test('passages joined are the clauses, in order and whole', () => {
  fc.assert(
    fc.property(clausesOf, fc.integer({ min: 1, max: 200 }), (clauses, length) => {
      const passages = cutPassages(clauses, length);
      expect(passages.flat()).toEqual(clauses);
      expect(passages.every((passage) => passage.length > 0)).toBe(true);
    }),
  );
});

test('passages are about as long as wanted; a longer clause is alone', () => {
  const long = (size: number) => ({ id: '', label: '', text: '甲'.repeat(size) });
  const lengths = (sizes: number[], length: number) =>
    cutPassages(sizes.map(long), length).map((passage) =>
      passage.reduce((sum, { text }) => sum + text.length, 0),
    );
  expect(lengths(Array<number>(30).fill(100), 1000)).toEqual([1000, 1000, 1000]);
  expect(lengths([100, 100], 1000)).toEqual([200]);
  expect(lengths([900, 5000, 900], 1000)[1]).toBe(5000);
  expect(cutPassages([], 1000)).toEqual([]);
});

test('a large corpus has longer passages, up to a bound', () => {
  expect(passageLength(200_000)).toBe(1500);
  expect(passageLength(20_000_000)).toBe(2500);
  expect(passageLength(10 ** 12)).toBe(6000);
});

test('a fragment gives back what was written', () => {
  fc.assert(
    fc.property(clausesOf, (clauses) => {
      const document = listed('a', '某办法', '2020');
      expect(readFragment(writeFragment({ document, clauses }))).toEqual({ document, clauses });
    }),
  );
});

test('tokens of the title stand in a field of their own, each once', () => {
  const common = { pairs: new Set<string>(), characters: new Set<string>() };
  const clauses = [
    { id: '', label: titleLabel, text: '热线' },
    { id: 'p_1', label: '', text: '热线，2次' },
  ];
  expect(writeRecord(clauses, common)).toEqual({ title: '热热 热线 线线', tokens: '2z 2次 次次' });
  expect(writeRecord(clauses.slice(1), common)).not.toHaveProperty('title');
});
