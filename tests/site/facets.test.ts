import { expect, test } from 'vitest';
import { facetPaths, readFacets } from '../../src/site/facets.ts';
import { document } from './samples.ts';

const documents = [
  document({ id: 'a', date: '2022-01-01', issuers: ['市甲局', '市乙局'] }),
  document({ id: 'b', date: null, issuers: ['市乙局'], section: null }),
  document({ id: 'c', date: '2022-03', issuers: [], kind: '统计' }),
];

test('documents are grouped: years newest first, other groups largest first', () => {
  const groups = readFacets(documents).map(({ name, groups }) => [
    name,
    groups.map(({ value, documents }) => `${value} ${documents.map(({ id }) => id).join('')}`),
  ]);
  expect(Object.fromEntries(groups)).toEqual({
    years: ['2022 ac', '2020 b'],
    sections: ['市政府文件 ac'],
    issuers: ['市乙局 ab', '市甲局 a'],
    kinds: ['通知 ab', '统计 c'],
  });
});

test('two names with one address are an error', () => {
  const clash = [
    document({ kind: '通知' }),
    document({ kind: '通 知' }),
    document({ kind: '通-知' }),
  ];
  expect(() => readFacets(clash)).toThrow('`通-知` has no address of its own (`通-知`, `通 知`)');
});

test('every group has a page', () => {
  expect(facetPaths(documents).map(({ params }) => `${params.facet}/${params.value}`)).toContain(
    'issuers/市甲局',
  );
});
