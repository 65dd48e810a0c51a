import { expect, test } from 'vitest';
import { reversedQuotes } from '../../src/language/quotes.ts';
import { unpairedMarks } from '../../src/language/sentences.ts';

const read = (text: string) =>
  reversedQuotes(text, unpairedMarks(text)).map(({ start, end }) => text.slice(start, end));

test.each([
  ['推进”放管服“改革', ['”放管服“']],
  ['推进“放管服“改革', ['“放管服“']],
  ['推进”放管服”改革', ['”放管服”']],
  ['推进“放管服”改革', []],
  ['落实“两个“维护””', []],
  ['甲“乙。丙“丁', []],
  ['率先”启动“，”完成“', ['”启动“，”完成“']],
  ['缺一个”引号', []],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});
