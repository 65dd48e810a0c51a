/** Every kind of change, on small invented rules. */
import { expect, test } from 'vitest';
import { align } from '../../src/compare/align.ts';
import { blocksOf, marked, outline, rules } from './texts.ts';

const base = `
第一条 为加强生活垃圾分类管理，改善人居环境，根据有关法律法规，制定本办法。
第二条 生活垃圾分为可回收物、有害垃圾、厨余垃圾和其他垃圾四类。
第三条 市城市管理部门负责生活垃圾分类的监督管理，街道办事处负责本辖区的日常工作。
第四条 个人应当将可回收物交售给回收经营者，或者投放到蓝色收集容器。
第五条 违反本办法第四条规定的，处五十元以上二百元以下罚款。
第六条 本办法自印发之日起施行。`;

const article = (number: string) => new RegExp(`\\n第${number}条.*`);

test('the same text is unchanged throughout', () => {
  expect(outline(rules(base), rules(base))).toEqual(
    ['一', '二', '三', '四', '五', '六'].map((n) => `unchanged 第${n}条 → 第${n}条`),
  );
});

test('changed: the words that differ and no others', () => {
  const [left, right] = [rules(base), rules(base.replace('五十元以上二百元', '一百元以上三百元'))];
  const rows = align(left, right);
  expect(rows.map(({ kind }) => kind)).toEqual([
    ...Array<string>(4).fill('unchanged'),
    'changed',
    'unchanged',
  ]);
  expect(marked(blocksOf(rows[4]!, left, right))).toEqual([
    '违反本办法第四条规定的，处[-五十元-]{+一百元+}以上[-二百元-]{+三百元+}以下罚款。',
  ]);
});

test('inserted at the head: the others keep their text under other numbers', () => {
  const right = `
第一条 市、县人民政府应当将分类所需经费列入同级财政预算。${base
    .replace('第六条', '第七条')
    .replace('\n第五条', '\n第六条')
    .replace('\n第四条', '\n第五条')
    .replace('第三条', '第四条')
    .replace('第二条', '第三条')
    .replace('第一条', '第二条')}`;
  expect(outline(rules(base), rules(right))).toEqual([
    'added — → 第一条',
    'unchanged 第一条 → 第二条',
    'unchanged 第二条 → 第三条',
    'unchanged 第三条 → 第四条',
    'unchanged 第四条 → 第五条',
    'unchanged 第五条 → 第六条',
    'unchanged 第六条 → 第七条',
  ]);
});

test('removed: stands behind what it followed', () => {
  expect(outline(rules(base), rules(base.replace(article('三'), '')))).toEqual([
    'unchanged 第一条 → 第一条',
    'unchanged 第二条 → 第二条',
    'removed 第三条 → —',
    'unchanged 第四条 → 第四条',
    'unchanged 第五条 → 第五条',
    'unchanged 第六条 → 第六条',
  ]);
});

test('moved: told by order, not by number', () => {
  const second = article('二').exec(base)![0];
  const right = base.replace(second, '').replace(/\n第六条/, `${second}$&`);
  expect(outline(rules(base), rules(right))).toEqual([
    'unchanged 第一条 → 第一条',
    'unchanged 第三条 → 第三条',
    'unchanged 第四条 → 第四条',
    'unchanged 第五条 → 第五条',
    'unchanged moved 第二条 → 第二条',
    'unchanged 第六条 → 第六条',
  ]);
});

const splitUp = base.replace(
  article('三'),
  `
第三条 市城市管理部门负责生活垃圾分类的监督管理。
第三条之一 街道办事处负责本辖区的日常工作。`,
);

test('split and merged', () => {
  expect(outline(rules(base), rules(splitUp))[2]).toBe('split 第三条 → 第三条+第三条之一');
  expect(outline(rules(splitUp), rules(base))[2]).toBe('merged 第三条+第三条之一 → 第三条');
});

test('split off into an article far away', () => {
  const right = base.replace('，街道办事处负责本辖区的日常工作', '').replace(
    '\n第六条',
    `
第五条之一 街道办事处负责本辖区的日常工作。
第六条`,
  );
  expect(outline(rules(base), rules(right))[2]).toBe('split 第三条 → 第三条+第五条之一');
});

test('equal numbers and places do not make two articles one', () => {
  const right = base.replace(
    article('四'),
    '\n第四条 电动自行车应当停放在划定的区域，并安装行驶证。',
  );
  expect(outline(rules(base), rules(right))).toContain('removed 第四条 → —');
  expect(outline(rules(base), rules(right))).toContain('added — → 第四条');
});

test('articles of the same words are matched in order', () => {
  const repeated = `
第一条 处五十元罚款。
第二条 依法追究责任。
第三条 处五十元罚款。`;
  expect(outline(rules(repeated), rules(repeated))).toEqual([
    'unchanged 第一条 → 第一条',
    'unchanged 第二条 → 第二条',
    'unchanged 第三条 → 第三条',
  ]);
});

test('titles go with titles only', () => {
  const left = rules(`第一章 监督管理\n第一条 监督管理。`);
  const right = rules(`第一条 监督管理。`);
  expect(outline(left, right)).toEqual(['removed 第一章 → —', 'unchanged 第一条 → 第一条']);
});

test('items: labels, an item that went, one that moved', () => {
  const left = rules(`
第一条 对下列事项进行督办：
（一）市领导批示或者交办的事项；
（二）投诉举报集中的事项；
（三）逾期没有办结的事项；
（四）媒体曝光的食品安全事件。`);
  const right = rules(`
第一条 对下列事项进行督办：
（一）媒体曝光的食品安全事件；
（二）市领导批示或者交办的事项；
（三）逾期没有办结的事项。`);
  expect(marked(blocksOf(align(left, right)[0]!, left, right))).toEqual([
    '对下列事项进行督办：',
    '↕{+（一）媒体曝光的食品安全事件；+}',
    '[-（一）-]{+（二）+}市领导批示或者交办的事项；',
    '[-（二）投诉举报集中的事项；-]',
    '（三）逾期没有办结的事项[-；-]{+。+}',
    '↕[-（四）媒体曝光的食品安全事件。-]',
  ]);
});

test('one paragraph that became two', () => {
  const left = rules('第一条 街道办事处负责日常工作。社区居民委员会协助做好宣传。');
  const right = rules('第一条 街道办事处负责日常工作。\n社区居民委员会协助做好宣传。');
  expect(marked(blocksOf(align(left, right)[0]!, left, right))).toEqual([
    '街道办事处负责日常工作。{+\n+}社区居民委员会协助做好宣传。',
  ]);
});
