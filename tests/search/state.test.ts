import { expect, test } from 'vitest';
import { readState, toggleFilter, writeState } from '../../src/search/state.ts';

test.each([
  ['', { q: '', filters: {} }],
  ['?q=%E7%83%AD%E7%BA%BF', { q: '热线', filters: {} }],
  [
    '?q=a&year=2022&year=2020&kind=通知',
    { q: 'a', filters: { year: ['2022', '2020'], kind: ['通知'] } },
  ],
  ['?year=&year=2022&year=2022&other=1', { q: '', filters: { year: ['2022'] } }],
])('%s', (address, state) => {
  expect(readState(address)).toEqual(state);
  expect(readState(writeState(state))).toEqual(state);
});

test('a value is chosen and given up again', () => {
  const chosen = toggleFilter({ kind: ['令'] }, 'year', '2022');
  expect(chosen).toEqual({ kind: ['令'], year: ['2022'] });
  expect(toggleFilter(chosen, 'year', '2022')).toEqual({ kind: ['令'] });
});
