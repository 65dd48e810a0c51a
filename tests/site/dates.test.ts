import { expect, test } from 'vitest';
import { displayDate } from '../../src/language/dates.ts';
import { displayPeriod } from '../../src/site/dates.ts';

test.each([
  ['2020-11-06', '2020年11月6日'],
  ['2020-11', '2020年11月'],
  ['2020', '2020年'],
])('%s is shown as %s', (iso, expected) => {
  expect(displayDate(iso)).toBe(expected);
});

test.each([
  ['2022-08-01', '2022-11-02', '2022年8月至11月'],
  ['2019-12-01', '2020-01-02', '2019年12月至2020年1月'],
  ['2020-11-01', '2020-11', '2020年11月'],
  [null, '2020-11-01', ''],
])('%s to %s is shown as `%s`', (from, to, expected) => {
  expect(displayPeriod(from, to)).toBe(expected);
});
