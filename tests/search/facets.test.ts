/** What the table of documents knows: limits, counts, 时效, order. */
import { expect, test } from 'vitest';
import type { ClockFacts } from '../../src/relations/status.ts';
import {
  factsOf,
  passes,
  statusOf,
  valuesIn,
  type Filters,
  type ListedDocument,
} from '../../src/search/documents.ts';
import { packEffect, unpackEffect } from '../../src/search/effect.ts';
import { countFacets } from '../../src/search/facets.ts';
import { sortHits } from '../../src/search/sorting.ts';
import { nothingSaid } from '../relations/clock-facts.ts';

const listed = (id: string, facts: Partial<ListedDocument> = {}): ListedDocument => ({
  id,
  title: id,
  number: null,
  date: '2022-07-01',
  year: '2022',
  kind: '通知',
  section: null,
  issuers: ['某市人民政府'],
  issue: '2022年第7期',
  issueKey: '2022-7',
  ...facts,
});

test.each<Partial<ClockFacts>>([
  {},
  { from: '2023-01-01', fromSaid: true },
  { from: '2023-01', fromSaid: true, until: '2024-12-31', untilSaid: true, trial: '试行' },
  { fromSaid: true, repealed: '2024-05-01', repealSaid: true, partly: true, replaced: true },
])('the facts of 时效 survive packing: %j', (given) => {
  const facts = { ...nothingSaid, ...given };
  expect(unpackEffect(packEffect(facts))).toEqual(facts);
});

test.each([
  ['2022-12-31', '尚未施行'],
  ['2023-01-01', '施行中（未见废止）'],
  ['2024-12-31', '施行中（未见废止）'],
  ['2025-01-01', '有效期届满'],
])('on %s it is %s', (day, word) => {
  const effect = packEffect({
    ...nothingSaid,
    from: '2023-01-01',
    fromSaid: true,
    until: '2024-12-31',
    untilSaid: true,
  });
  expect(statusOf(listed('a', { effect }), day)?.word).toBe(word);
});

test('a document that says nothing of its effect has no status', () => {
  expect(statusOf(listed('a'))).toBeNull();
  expect(valuesIn(factsOf(listed('a')), 'status')).toEqual([]);
  expect(passes(listed('a'), { status: ['in-force'] })).toBe(false);
});

test.each<[Filters, string | null, boolean]>([
  [{ from: '2022-07-01', to: '2022-07-01' }, '2022-07-01', true],
  [{ from: '2022-07-02' }, '2022-07-01', false],
  [{ to: '2022-06-30' }, '2022-07-01', false],
  [{ from: '2022-07-15' }, '2022-07', true],
  [{ to: '2022-07-15' }, '2022-07', true],
  [{ from: '2022-08-01' }, '2022-07', false],
  [{ to: '2022-06-30' }, '2022', true],
  [{ from: '2000-01-01' }, null, false],
  [{}, null, true],
])('range %j and date %s: %s', (filters, date, expected) => {
  expect(passes(listed('a', { date }), filters)).toBe(expected);
});

test('each facet is counted under the filters of the others', () => {
  const documents = [
    listed('a', { kind: '令', table: 1 }),
    listed('b', { kind: '通知', year: '2020', issueKey: '2020-11' }),
    listed('c', { kind: '通知', issueKey: '2022-10', issuers: ['某局', '另一局'] }),
  ].map(factsOf);
  const facets = countFacets(documents, { kind: ['通知'] });
  expect(facets.kind).toEqual([
    ['通知', 2],
    ['令', 1],
  ]);
  expect(facets.year).toEqual([
    ['2022', 1],
    ['2020', 1],
  ]);
  expect(facets.issue).toEqual([
    ['2022-10', 1],
    ['2020-11', 1],
  ]);
  expect(facets.table).toEqual([]);
  expect(facets.issuer.map(([value]) => value).sort()).toEqual(['另一局', '某局', '某市人民政府']);
  expect(countFacets(documents, {}).issue.map(([key]) => key)).toEqual([
    '2022-10',
    '2022-7',
    '2020-11',
  ]);
});

test('by date, those without one at the end, those of one day as they were', () => {
  const hits = ['2020-01-02', null, '2022-03-04', '2020-01-02'].map((date, at) => ({
    document: listed(String(at), { date }),
  }));
  const order = (sorting: Parameters<typeof sortHits>[1]) =>
    sortHits(hits, sorting).map(({ document: { id } }) => id);
  expect(order('newest')).toEqual(['2', '0', '3', '1']);
  expect(order('oldest')).toEqual(['0', '3', '2', '1']);
  expect(order('relevance')).toEqual(['0', '1', '2', '3']);
});
