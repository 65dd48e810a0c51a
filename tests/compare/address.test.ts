/** The address of a comparison and of a row in it. */
import { expect, test } from 'vitest';
import {
  readComparison,
  readPlace,
  unitOf,
  writeComparison,
  writePlace,
} from '../../src/compare/address.ts';
import { align } from '../../src/compare/align.ts';
import { summarise } from '../../src/compare/summary.ts';
import { rules } from './texts.ts';

test.each([
  ['?a=jfbz-2020-55&b=jfbf-2022-7', 'jfbz-2020-55', 'jfbf-2022-7', false],
  ['?b=x&only=changed', '', 'x', true],
  ['', '', '', false],
])('%s', (search, left, right, onlyChanged) => {
  expect(readComparison(search)).toEqual({ left, right, onlyChanged });
  expect(writeComparison({ left, right, onlyChanged })).toBe(search);
});

test('a row is named by a clause of the right document, or with a. by one of the left', () => {
  expect(readPlace('#art_7')).toEqual({ side: 'right', id: 'art_7' });
  expect(readPlace('#a.art_7')).toEqual({ side: 'left', id: 'art_7' });
  expect(readPlace('')).toBeNull();
  for (const hash of ['#art_7', '#a.n__p_1']) expect(writePlace(readPlace(hash)!)).toBe(hash);
});

test('a clause is found in the unit that holds it', () => {
  const units = [{ id: 'n' }, { id: 'art_1' }, { id: 'art_13' }];
  expect(unitOf(units, 'art_13__para_1__item_2')).toBe(2);
  expect(unitOf(units, 'art_1')).toBe(1);
  expect(unitOf(units, 'n__p_1')).toBe(0);
  expect(unitOf(units, 'art_2')).toBe(-1);
});

test('a summary in words', () => {
  const left = rules(`第一章 总则
第一条 垃圾分为四类。
第二条 本办法自印发之日起施行。
第三条 违反规定的处五十元罚款。`);
  const right = rules(`第一章 分类
第一条 垃圾分为四类。
第二条 违反规定的处二百元罚款。
第三条 本办法自印发之日起施行。`);
  expect(summarise(align(left, right), left, right)).toMatch(
    /^甲3条，乙3条：文字相同2处(（其中1处顺序有变）)?，有修改1处(（其中1处顺序有变）)?；另有章节等标题2处变化。$/,
  );
});
