/** The lenient grammar of typed clauses, and what it must leave alone. */
import { describe, expect, test } from 'vitest';
import { readReference } from '../../src/citing/read-reference.ts';
import type { Step } from '../../src/citing/clause-steps.ts';

const short = (steps: Step[]) =>
  steps.map(({ kind, number }) => `${kind} ${number}`.trim()).join(', ');

/** Clause and words of an input. */
function read(input: string): string {
  const { clause, words } = readReference(input);
  const steps = clause ? [clause.steps, ...clause.also].map(short).join(' | ') : '-';
  const through = clause?.through ? ` … ${short([clause.through])}` : '';
  return `${steps}${through}${words === '' ? '' : ` (${words})`}`;
}

describe('a clause is read from', () => {
  test.each([
    ['第十三条第一款第（二）项', 'article 13, paragraph 1, item 2'],
    ['第 13 条 第 1 款 第 (2) 项', 'article 13, paragraph 1, item 2'],
    ['13条1款2项', 'article 13, paragraph 1, item 2'],
    ['十三条二项', 'article 13, item 2'],
    ['第十三条的第二款', 'article 13, paragraph 2'],
    ['第一百零二条', 'article 102'],
    ['第十三条之一', 'article 13-1'],
    ['第十三条之一第二款', 'article 13-1, paragraph 2'],
    ['第三编第二章第一节', 'book 3, chapter 2, section 1'],
    ['第十三条第一款第（二）项第3目', 'article 13, paragraph 1, item 2, subitem 3'],
    ['二、（三）1.', 'a 2, b 3, c 1'],
    ['二(三)1(2)', 'a 2, b 3, c 1, d 2'],
    ['二、（三）1.（2）③', 'a 2, b 3, c 1, d 2, e 3'],
    ['（三）', 'b 3'],
    ['第二部分', 'a 2'],
    ['附件', 'attachment'],
    ['附件2', 'attachment 2'],
    ['附件二', 'attachment 2'],
    ['附件1-2', 'attachment 1-2'],
    ['附件2第3行', 'attachment 2, row 3'],
    ['附件1 表1 第5行', 'attachment 1, table 1, row 5'],
    ['附件 一、（二）', 'attachment, a 1, b 2'],
    ['附件2第三条', 'attachment 2, article 3'],
    ['附件第三条', 'attachment, article 3'],
    ['第二段', 'passage 2'],
    ['第2自然段', 'passage 2'],
    ['第七条至第九条', 'article 7 … article 9'],
    ['第七至九条', 'article 7 … article 9'],
    ['第7-9条', 'article 7 … article 9'],
    ['第五条、第七条', 'article 5 | article 7'],
    ['第五条第一款、第二款', 'article 5, paragraph 1 | article 5, paragraph 2'],
    ['第五条第一款和第七条', 'article 5, paragraph 1 | article 7'],
    ['热线办法第十三条', 'article 13 (热线办法)'],
    ['热线12345第七条', 'article 7 (热线12345)'],
    ['热线办法 13条', 'article 13 (热线办法)'],
    ['第十三条 热线办法', 'article 13 (热线办法)'],
    ['art_13__para_1', 'article 13, paragraph 1'],
  ])('%s', (input, expected) => {
    expect(read(input)).toBe(expected);
  });
});

test.each([
  '关于做好十条措施落实工作的通知',
  '安全生产管理条例',
  '第一批重点项目名单',
  '节能目标责任考核办法',
  '数字政府建设三年行动计划（2022—2024年）',
  '公共机构统一',
  '2018年1-12月主要指标',
])('%s holds no clause', (input) => {
  expect(readReference(input).clause).toBeNull();
});
