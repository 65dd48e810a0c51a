import { describe, expect, test } from 'vitest';
import { excerpt } from '../../src/search/excerpt.ts';
import { foldPhrase, foldWithPlaces } from '../../src/search/fold.ts';
import { findPhrase, mergeMarks } from '../../src/search/match.ts';

const marked = (text: string, phrase: string) =>
  findPhrase(foldWithPlaces(text), foldPhrase(phrase)).map(({ start, end }) =>
    text.slice(start, end),
  );

test.each([
  ['医疗保障和医疗保险', '医疗', ['医疗', '医疗']],
  ['景府办字〔2020〕55号', '景府办字[2020] 55号', ['景府办字〔2020〕55号']],
  ['县（市、区）人民政府', '县(市、区)人', ['县（市、区）人']],
  ['按 70％ 计', '70%', ['70％']],
  ['2022——2025年', '2022-2025', ['2022——2025']],
  ['等……内容', '等……内', ['等……内']],
  ['哈哈哈', '哈哈', ['哈哈']],
  ['12个月', '2个月', []],
  ['2个月，12个月，2个月', '2个月', ['2个月', '2个月']],
  ['甲', '乙', []],
  ['𠮷祥𠮷', '祥𠮷', ['祥𠮷']],
])('in %s, %s marks %j', (text, phrase, found) => {
  expect(marked(text, phrase)).toEqual(found);
});

test('marks that touch or overlap are one', () => {
  expect(
    mergeMarks([
      { start: 4, end: 6 },
      { start: 0, end: 2 },
      { start: 1, end: 4 },
      { start: 8, end: 9 },
    ]),
  ).toEqual([
    { start: 0, end: 6 },
    { start: 8, end: 9 },
  ]);
});

describe('an excerpt', () => {
  test('of a short clause is the clause', () => {
    expect(excerpt('医疗保障', [{ start: 0, end: 2 }])).toEqual([
      { text: '医疗', marked: true },
      { text: '保障', marked: false },
    ]);
  });

  test('begins at a sentence near the mark and says what it leaves out', () => {
    const text = `${'前'.repeat(200)}。承办单位应当办结。${'后'.repeat(200)}`;
    const start = text.indexOf('办结');
    const passages = excerpt(text, [{ start, end: start + 2 }]);
    expect(passages[0]!.text).toBe('…承办单位应当');
    expect(passages[1]).toEqual({ text: '办结', marked: true });
    expect(passages.at(-1)!.text).toMatch(/…$/);
  });

  test('holds the first mark whole and marks every phrase it shows', () => {
    const text = Array.from({ length: 60 }, (_, index) => `第${String(index)}处热线服务；`).join(
      '',
    );
    const marks = findPhrase(foldWithPlaces(text), '热线');
    for (const length of [20, 60, 120, 300]) {
      const passages = excerpt(text, marks, length);
      expect(passages.find(({ marked }) => marked)!.text).toBe('热线');
      expect(
        passages.filter(({ marked }) => !marked).every(({ text }) => !text.includes('热线')),
      ).toBe(true);
    }
  });

  test('a mark longer than the excerpt stays whole', () => {
    const text = '甲'.repeat(400);
    expect(
      excerpt(text, [{ start: 10, end: 300 }]).find(({ marked }) => marked)!.text,
    ).toHaveLength(290);
  });
});
