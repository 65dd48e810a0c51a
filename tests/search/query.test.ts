import { describe, expect, test } from 'vitest';
import { maxLength, readQuery } from '../../src/search/query.ts';

const read = (input: string) => {
  const { phrases, excluded } = readQuery(input);
  return [phrases.map(({ folded }) => folded), excluded.map(({ folded }) => folded)];
};

describe('an input is read', () => {
  test.each([
    ['医疗保障', ['医疗保障'], []],
    ['医疗 门诊', ['医疗', '门诊'], []],
    ['医疗　门诊', ['医疗', '门诊'], []],
    ['"市 政府" 热线', ['市政府', '热线'], []],
    ['“市 政府”热线', ['市政府', '热线'], []],
    ['补贴 -就业', ['补贴'], ['就业']],
    ['补贴 －“就业 创业”', ['补贴'], ['就业创业']],
    ['wi-fi 2022-2025', ['wi-fi', '2022-2025'], []],
    ['医疗保障 医疗', ['医疗保障'], []],
    ['医疗 医疗', ['医疗'], []],
    ['应当办结。', ['应当办结'], []],
    ['县（市、区）', ['县(市、区)'], []],
    ['5%', ['5%'], []],
    ['，。！ -', [], []],
    ['', [], []],
    ['"未闭合 引号', ['未闭合', '引号'], []],
    ['<script>alert(1)</script>', ['《script》alert(1)《/script》'], []],
    ['%', [], []],
    ['\ud800', [], []],
  ])('%j', (input, phrases, excluded) => {
    expect(read(input)).toEqual([phrases, excluded]);
  });
});

test('a long input is cut, and that is said', () => {
  const query = readQuery('甲'.repeat(10_000));
  expect(query.cut).toBe(true);
  expect(query.phrases[0]!.folded).toHaveLength(maxLength);
  expect(readQuery('甲乙').cut).toBe(false);
});
