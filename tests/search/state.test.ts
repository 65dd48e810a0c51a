import { expect, test } from 'vitest';
import {
  chosenFilters,
  readFilters,
  readState,
  toggleFilter,
  withoutFilter,
  writeState,
} from '../../src/search/state.ts';

const relevance = { sort: 'relevance' as const };

test.each([
  ['', { q: '', filters: {}, ...relevance }],
  ['?q=%E7%83%AD%E7%BA%BF', { q: '热线', filters: {}, ...relevance }],
  [
    '?q=a&year=2022&year=2020&kind=通知',
    { q: 'a', filters: { year: ['2022', '2020'], kind: ['通知'] }, ...relevance },
  ],
  ['?year=&year=2022&year=2022&other=1', { q: '', filters: { year: ['2022'] }, ...relevance }],
  [
    '?q=a&status=in-force&issue=2020-11&table=1&from=2020-02-03&to=2022-12-31&sort=oldest',
    {
      q: 'a',
      filters: {
        status: ['in-force'],
        issue: ['2020-11'],
        table: ['1'],
        from: '2020-02-03',
        to: '2022-12-31',
      },
      sort: 'oldest' as const,
    },
  ],
  ['?q=a&sort=size&from=soon', { q: 'a', filters: {}, ...relevance }],
])('%s', (address, state) => {
  expect(readState(address)).toEqual(state);
  expect(readState(writeState(state))).toEqual(state);
});

test.each([
  [
    { from: '2020', to: '2020' },
    { from: '2020-01-01', to: '2020-12-31' },
  ],
  [
    { from: '2020-02', to: '2020-02' },
    { from: '2020-02-01', to: '2020-02-29' },
  ],
  [{ from: '2021-02-29' }, {}],
  [{ from: '2021-13-01', to: '2021-00' }, {}],
  [{ from: 2020, to: null }, {}],
  [{ issuer: '市统计局' }, { issuer: ['市统计局'] }],
  [{ issuer: ['', 1, '市统计局'], nobody: ['x'] }, { issuer: ['市统计局'] }],
])('filters %j', (given, filters) => {
  expect(readFilters(given)).toEqual(filters);
});

test('a value is chosen and given up again', () => {
  const chosen = toggleFilter({ kind: ['令'] }, 'year', '2022');
  expect(chosen).toEqual({ kind: ['令'], year: ['2022'] });
  expect(toggleFilter(chosen, 'year', '2022')).toEqual({ kind: ['令'] });
});

test('every limit that is set can be given up alone', () => {
  const filters = { kind: ['令', '通知'], year: ['2022'], from: '2020-01-01' };
  const chosen = chosenFilters(filters);
  expect(chosen.map(({ value }) => value)).toEqual(['2022', '令', '通知', '2020-01-01']);
  expect(chosen.map((one) => withoutFilter(filters, one))).toEqual([
    { kind: ['令', '通知'], from: '2020-01-01' },
    { kind: ['通知'], year: ['2022'], from: '2020-01-01' },
    { kind: ['令'], year: ['2022'], from: '2020-01-01' },
    { kind: ['令', '通知'], year: ['2022'] },
  ]);
});
