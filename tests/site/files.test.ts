import { expect, test } from 'vitest';
import { toFeed } from '../../src/site/feed.ts';
import {
  groupByNotice,
  groupByRule,
  messageAddress,
  sortMessages,
} from '../../src/site/messages.ts';
import { toSitemap } from '../../src/site/sitemap.ts';
import { toJsonLd } from '../../src/site/structured-data.ts';
import { document, issue, library, message, part, text } from './samples.ts';

const older = document({ id: 'a', date: '2020-11', title: '关于<甲>&乙的通知' });
const newer = document({
  id: 'b',
  date: '2020-11-20',
  parts: [part([{ type: 'paragraph', children: [text('正文。')] }])],
});
const both = library([older, newer]);
const options = { title: '最新', self: 'https://x/feed.xml', page: 'https://x/' };

test('a feed is newest first, escaped, and does not depend on the clock', () => {
  const feed = toFeed([older, newer], both, options);
  expect(feed).toBe(toFeed([older, newer], both, options));
  expect([...feed.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id)).toEqual([
    'https://x/feed.xml',
    'https://x/documents/b/',
    'https://x/documents/a/',
  ]);
  expect(feed).toContain('<title>关于&lt;甲&gt;&amp;乙的通知</title>');
  expect(feed).toContain('<updated>2020-11-01T00:00:00+08:00</updated>');
  expect(feed).toContain('甲府字〔2020〕1号，2020年11月20日，甲市人民政府。正文。');
});

test('a sitemap has absolute, encoded addresses', () => {
  const sitemap = toSitemap(both, new URL('https://x/'));
  expect(sitemap).toContain('<loc>https://x/documents/a/</loc>');
  expect(sitemap).toContain('<loc>https://x/kinds/%E9%80%9A%E7%9F%A5/</loc>');
});

test('JSON-LD is JSON and cannot close its script element', () => {
  const json = toJsonLd(document({ title: '</script>' }), both, 'https://x/documents/a/');
  expect(json).not.toContain('</script>');
  expect(JSON.parse(json)).toMatchObject({
    name: '</script>',
    identifier: '甲府字〔2020〕1号',
    isPartOf: { issueNumber: 11 },
  });
});

test.each([
  [message({ document: 'a', node: 'art_3' }), '/documents/a/#art_3'],
  [message({ document: 'a' }), '/issues/k/raw/#L12'],
  [message({ document: 'a', line: null }), '/documents/a/'],
  [message({ line: null }), '/issues/k/raw/'],
])('a message leads to its place', (one, address) => {
  expect(messageAddress(one, 'k')).toBe(address);
});

test('messages in the same words are one notice', () => {
  const messages = [message({ node: 'a' }), message({ notice: '乙' }), message({ node: 'b' })];
  expect(groupByNotice(messages).map((group) => group.map(({ node }) => node))).toEqual([
    ['a', 'b'],
    [null],
  ]);
});

test('messages are grouped by rule, worst first', () => {
  const messages = [
    message({ ruleId: 'x', severity: 'info' }),
    message({ ruleId: 'y' }),
    message({ ruleId: 'x', severity: 'info' }),
  ];
  expect(sortMessages(messages).map(({ ruleId }) => ruleId)).toEqual(['y', 'x', 'x']);
  expect(
    groupByRule([issue([], { messages })]).map(({ ruleId, entries }) => [ruleId, entries.length]),
  ).toEqual([
    ['y', 1],
    ['x', 2],
  ]);
});
