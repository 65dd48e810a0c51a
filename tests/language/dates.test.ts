import { expect, test } from 'vitest';
import { findDate, readDate } from '../../src/language/dates.ts';

test.each([
  ['2020年3月10日', '2020-03-10'],
  ['2020 年 11 月 16 日', '2020-11-16'],
  ['2022年 10月 28日', '2022-10-28'],
  ['二〇二〇年三月十日', '2020-03-10'],
  ['二○二二年十二月二十一日', '2022-12-21'],
  ['2020年11月', '2020-11'],
])('%s is %s', (text, date) => {
  expect(readDate(text)).toBe(date);
});

test.each(['2020年13月1日', '2021年2月29日', '11月6日', '2020年', '自2020年3月10日起'])(
  '%s is no date',
  (text) => {
    expect(readDate(text)).toBeNull();
  },
);

test('the first date in a text, with its place', () => {
  expect(findDate('自2023年1月1日起施行')).toEqual({ date: '2023-01-01', start: 1, end: 10 });
});
