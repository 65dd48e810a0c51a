/** The clock on chosen days; the days beside each change are the ones that matter. */
import { describe, expect, test } from 'vitest';
import {
  chinaDay,
  isListed,
  monthsFrom,
  status,
  type ClockFacts,
  type TimelyList,
} from '../../src/relations/status.ts';
import { nothingSaid } from './clock-facts.ts';

const from = { from: '2023-01-01', fromSaid: true };
const term = { ...from, until: '2027-12-31', untilSaid: true };
const repealed = { ...from, repealed: '2025-03-01', repealSaid: true };

describe('the word', () => {
  test.each<[string, Partial<ClockFacts>, string, string]>([
    ['nothing said', {}, '2024-01-01', '未载明施行日期'],
    ['said, no day known', { fromSaid: true }, '2024-01-01', '施行日期无法推定'],
    ['day before effect', from, '2022-12-31', '尚未施行'],
    ['day of effect', from, '2023-01-01', '施行中（未见废止）'],
    ['long after', from, '2099-01-01', '施行中（未见废止）'],
    ['last day of the term', term, '2027-12-31', '施行中（未见废止）'],
    ['day after the term', term, '2028-01-01', '有效期届满'],
    ['month as effect, before', { ...from, from: '2023-02' }, '2023-01-31', '尚未施行'],
    [
      'month as effect, its first day',
      { ...from, from: '2023-02' },
      '2023-02-01',
      '施行中（未见废止）',
    ],
    [
      'month as end, its last day',
      { ...term, until: '2024-02' },
      '2024-02-29',
      '施行中（未见废止）',
    ],
    ['month as end, the day after', { ...term, until: '2024-02' }, '2024-03-01', '有效期届满'],
    ['day before the repeal', repealed, '2025-02-28', '施行中（未见废止）'],
    ['day of the repeal', repealed, '2025-03-01', '已废止'],
    [
      'repealed after its term',
      { ...term, ...repealed, until: '2024-12-31' },
      '2025-03-01',
      '已废止',
    ],
    ['repeal without a day', { ...from, repealSaid: true }, '2024-01-01', '已废止'],
    [
      'repealed, own effect unknown',
      { repealed: '2025-03-01', repealSaid: true },
      '2025-03-02',
      '已废止',
    ],
    ['some clauses repealed', { ...from, partly: true }, '2026-01-01', '施行中（未见废止）'],
    ['likely replaced', { ...from, replaced: true }, '2026-01-01', '施行中（未见废止）'],
    [
      'end known, beginning not',
      { until: '2024-12-31', untilSaid: true },
      '2025-01-01',
      '有效期届满',
    ],
    [
      'end known and to come, beginning not',
      { until: '2024-12-31', untilSaid: true },
      '2024-12-31',
      '未载明施行日期',
    ],
  ])('%s', (_, facts, today, word) => {
    expect(status({ ...nothingSaid, ...facts }, today).word).toBe(word);
  });

  test('is never that a text holds', () => {
    for (const facts of [nothingSaid, from, term, repealed])
      expect(status({ ...nothingSaid, ...facts }, '2024-06-01').word).not.toMatch(/有效$/);
  });
});

describe('the notes', () => {
  test.each<[string, Partial<ClockFacts>, string, string[]]>([
    ['to come', from, '2022-12-31', ['自2023年1月1日起施行。']],
    ['with a term', term, '2024-06-01', ['有效期至2027年12月31日。']],
    ['90 days before the end', term, '2027-10-02', ['有效期至2027年12月31日（还有90天）。']],
    ['91 days before the end', term, '2027-10-01', ['有效期至2027年12月31日。']],
    ['on the last day', term, '2027-12-31', ['有效期至2027年12月31日（今日届满）。']],
    ['after the end', term, '2028-01-01', ['有效期至2027年12月31日；此后有无延续，本站文件未载。']],
    [
      'term without a day',
      { ...from, untilSaid: true },
      '2024-01-01',
      ['载有期限，届满日期无法推定。'],
    ],
    ['repeal to come', repealed, '2025-02-28', ['将于2025年3月1日废止。']],
    ['repealed', repealed, '2025-03-01', ['自2025年3月1日起废止。']],
    ['repealed, no day', { ...from, repealSaid: true }, '2024-01-01', ['何时起废止未载明。']],
    [
      'trial without a term',
      { ...from, trial: '试行' },
      '2024-01-01',
      ['试行文本，原文未载明期限。'],
    ],
    ['trial with a term', { ...term, trial: '试行' }, '2024-01-01', ['有效期至2027年12月31日。']],
    ['partly repealed', { ...from, partly: true }, '2024-01-01', ['其中部分条款已有文件废止。']],
    [
      'likely replaced',
      { ...from, replaced: true },
      '2024-01-01',
      ['后有同类文件，可能已被替代。'],
    ],
  ])('%s', (_, facts, today, notes) => {
    expect(status({ ...nothingSaid, ...facts }, today).notes).toEqual(notes);
  });
});

test('the day is that of China', () => {
  expect(chinaDay(Date.parse('2023-06-30T15:59:59Z'))).toBe('2023-06-30');
  expect(chinaDay(Date.parse('2023-06-30T16:00:00Z'))).toBe('2023-07-01');
});

test('months are those of the calendar', () => {
  expect(monthsFrom('2024-02-29', 12)).toBe('2025-02-28');
  expect(monthsFrom('2024-11-22', 12)).toBe('2025-11-22');
  expect(monthsFrom('2025-01-31', -11)).toBe('2024-02-29');
});

test.each<[TimelyList, string, boolean]>([
  ['soon', '2026-12-30', false],
  ['soon', '2026-12-31', true],
  ['soon', '2027-12-31', true],
  ['soon', '2028-01-01', false],
  ['lately', '2027-12-31', false],
  ['lately', '2028-01-01', true],
  ['lately', '2028-12-31', true],
  ['lately', '2029-01-01', false],
  ['pending', '2022-12-31', true],
  ['pending', '2023-01-01', false],
])('%s on %s', (list, today, expected) => {
  expect(isListed(list, { ...nothingSaid, ...term }, today)).toBe(expected);
});
