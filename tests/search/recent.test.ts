import { expect, test } from 'vitest';
import { hitAddress } from '../../src/search/hit-address.ts';
import { addRecent, matchRecent, readRecent, type Recent } from '../../src/search/recent.ts';

const add = (recent: Recent, ...queries: string[]) => queries.reduce(addRecent, recent);

test('the newest first, each once, at most ten', () => {
  const recent = add(readRecent(null), '热线', ' 热线  投诉 ', '热线', '');
  expect(recent.queries).toEqual(['热线', '热线 投诉']);
  const many = add(recent, ...Array.from({ length: 20 }, (_, at) => `第${String(at)}个`));
  expect(many.queries).toHaveLength(10);
  expect(many.queries[0]).toBe('第19个');
});

test('switched off, nothing is added', () => {
  expect(addRecent({ on: false, queries: [] }, '热线')).toEqual({ on: false, queries: [] });
});

test.each([null, '', 'nonsense', '[]', '{"queries":"x"}', '3', 'null', '{"on":1,"queries":[1]}'])(
  'whatever is stored (%s) is read',
  (stored) => {
    expect(readRecent(stored)).toEqual({ on: true, queries: [] });
  },
);

test('what was stored is read back', () => {
  const recent = { on: false, queries: ['热线'] };
  expect(readRecent(JSON.stringify(recent))).toEqual(recent);
});

test('those that hold what is typed are offered, not the very same', () => {
  const recent = { on: true, queries: ['热线', '热线 投诉', '停车'] };
  expect(matchRecent(recent, '热线', 3)).toEqual(['热线 投诉']);
  expect(matchRecent(recent, '', 2)).toEqual(['热线', '热线 投诉']);
});

test.each([
  ['a-1', 'art_13', '热线', '/documents/a-1/?q=%E7%83%AD%E7%BA%BF#art_13'],
  ['a-1', '', '5% & "x"', '/documents/a-1/?q=5%25+%26+%22x%22'],
  ['a-1', 'art_13', '', '/documents/a-1/#art_13'],
])('a hit in %s at %s for %s', (document, clause, query, address) => {
  expect(hitAddress(document, clause, query)).toBe(address);
});
