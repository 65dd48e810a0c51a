import { expect, test } from 'vitest';
import {
  documentAddress,
  facetAddress,
  issueKey,
  rawAddress,
  slug,
} from '../../src/site/addresses.ts';

test.each([
  ['', '2020-11', '2020-11'],
  ['nc', '2020-11', 'nc-2020-11'],
])('prefix `%s` and issue %s give %s', (prefix, id, key) => {
  expect(issueKey({ prefix }, id)).toBe(key);
});

test.each([
  ['通知', '通知'],
  ['市政府办公室 文件', '市政府办公室-文件'],
  ['景政/办', '景政-办'],
  ['（省）安委会', '省-安委会'],
  ['100%', '100'],
  ['../..', ''],
])('slug of %s is `%s`', (name, expected) => {
  expect(slug(name)).toBe(expected);
});

test('addresses are percent-encoded', () => {
  expect(facetAddress('kinds', '通知')).toBe('/kinds/%E9%80%9A%E7%9F%A5/');
});

test.each([
  [documentAddress('jz-2020-1'), '/documents/jz-2020-1/'],
  [documentAddress('jz-2020-1', 'art_13'), '/documents/jz-2020-1/#art_13'],
  [rawAddress('2020-11'), '/issues/2020-11/raw/'],
  [rawAddress('2020-11', 7), '/issues/2020-11/raw/#L7'],
])('%s', (address, expected) => {
  expect(address).toBe(expected);
});
