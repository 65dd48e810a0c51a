import { expect, test } from 'vitest';
import { createSuggester } from '../../src/search/suggest.ts';

const { suggest } = createSuggester(['服务', '营商环境', '医疗保障', '门诊', '储备粮', '营商']);

test.each([
  ['营商换境', '营商环境'],
  ['营商境环', '营商环境'],
  ['营环境', '营商环境'],
  ['营商大环境', '营商环境'],
  ['优化营商换境', '优化营商环境'],
  ['储备量', '储备粮'],
])('%s suggests %s first', (input, suggestion) => {
  expect(suggest(input)[0]).toBe(suggestion);
});

test('does not suggest the input itself, and nothing for what is far from every word', () => {
  expect(suggest('营商环境')).not.toContain('营商环境');
  expect(suggest('龘龘龘')).toEqual([]);
  expect(suggest('')).toEqual([]);
});
