/** Numbers of things, as titles, leads, lists and notices say them. */
import { describe, expect, test } from 'vitest';
import {
  findAttachedCounts,
  findEnumerations,
  findExamples,
  readLeadCount,
  readNamedParts,
  readTitleCount,
  type CountStatement,
} from '../../src/language/counts.ts';
import {
  findPartsOfWhole,
  findShares,
  readFullPoints,
  readPoints,
} from '../../src/language/figures.ts';
import { isShare, writeDecimal } from '../../src/language/decimals.ts';

const said = (text: string, statement: CountStatement | null) =>
  statement && text.slice(statement.start, statement.end);

test.each([
  ['集体（37个）', '37个'],
  ['一等奖（1 项）', '1 项'],
  ['取消的行政许可事项（共12项）', '12项'],
  ['工作考核（30分）', null],
  ['景德镇市（2022年）', null],
  ['第三批（3）', null],
])('title: %s', (text, expected) => {
  expect(said(text, readTitleCount(text))).toBe(expected);
});

describe('lead', () => {
  test.each([
    ['医疗救助对象包括以下四个类别人员：', '四个'],
    ['做好以下三个方面工作：', '三个方面'],
    ['发改委共有 5 个指标未达目标：', '5 个'],
    ['全部15 个指标中，未达标的有 11 个，占比 73.3%。未达标指标如下：', '11 个'],
    ['考核结果分为4个等次，分别为：', '4个等次'],
    ['共有15个乡镇，主要任务如下：', null],
    ['由3名以上专家组成，职责如下：', null],
    ['应当在2个工作日内提交下列材料：', null],
    ['有下列情形之一的：', null],
    ['共有5个指标未达目标。', null],
    ['第三项工作包括：', null],
  ])('%s', (text, expected) => {
    expect(said(text, readLeadCount(text))).toBe(expected);
  });

  test('a heading needs no colon', () => {
    expect(readLeadCount('财政局共有1个指标未达目标', true)?.value).toBe(1);
  });
});

test.each([
  ['考核内容分为工作考核、目标责任考核、影响度考核三部分', [3, 3, 3]],
  ['监督、监测与信息化、治理和宣传教育七方面的工作', null],
  ['主体责任、治理任务、预防监督、监测与信息化和宣传教育五方面的工作', [5, 4, 6]],
  ['组织领导、政策法规、资金支持、考核评估四大保障', [4, 4, 4]],
  ['聚焦产业升级、城市更新、实施五大行动', null],
  ['组织领导、政策法规、资金支持等五大保障', null],
])('enumeration: %s', (text, expected) => {
  const [found] = findEnumerations(text).filter(
    ({ value, least, most }) => value >= least && value <= most,
  );
  expect(found ? [found.value, found.least, found.most] : null).toEqual(expected);
});

test('examples and attachments', () => {
  expect(
    findExamples('对市税务局等 17 个集体和高杰华等 7 名同志给予通报').map(({ value, before }) => [
      value,
      before.slice(-4),
    ]),
  ).toEqual([
    [17, '市税务局'],
    [7, '和高杰华'],
  ]);
  expect(findExamples('等17个工作日')).toEqual([]);
  expect(
    findAttachedCounts('取消行政许可事项3项（见附件1）、下放12项（附件2），名单12人（见附件）').map(
      ({ value, attachment }) => [value, attachment],
    ),
  ).toEqual([
    [3, 1],
    [12, 2],
    [12, null],
  ]);
});

test('named parts of a whole', () => {
  const text = '共确定优秀成果35项,其中一等奖1项、二等奖16项、三等奖18项,现予通报。';
  const read = readNamedParts(text, ['一等奖', '二等奖', '三等奖']);
  expect(said(text, read!.whole)).toBe('35项');
  expect(read!.parts.map((part) => [part.name, said(text, part)])).toEqual([
    ['一等奖', '1项'],
    ['二等奖', '16项'],
    ['三等奖', '18项'],
  ]);
  expect(readNamedParts(text, ['一等奖', '二等奖'])).toBeNull();
});

test('shares are compared exactly, rounded or cut', () => {
  const [share] = findShares('可监测的15 个指标中，未达到目标的有 11 个，占比 73.3%。');
  expect(share).toMatchObject({ whole: 15n, part: 11n });
  expect(isShare(2n, 3n, { units: 667n, places: 1 })).toBe(true);
  expect(isShare(2n, 3n, { units: 666n, places: 1 })).toBe(true);
  expect(isShare(2n, 3n, { units: 668n, places: 1 })).toBe(false);
  expect(isShare(9n, 15n, { units: 600n, places: 1 })).toBe(true);
  expect(findShares('完成投资133.7亿元，占比20.3%')).toEqual([]);
});

test('parts have the unit of the whole', () => {
  const parts = (text: string) =>
    findPartsOfWhole(text).map(({ whole, part }) => `${writeDecimal(part)}/${writeDecimal(whole)}`);
  expect(parts('总数111家，其中，公办12家（含幼儿园3所），民办99家。另有8家')).toEqual([
    '12/111',
    '99/111',
  ]);
  expect(parts('总投资1,200.50万元')).toEqual([]);
});

test.each([
  ['工作考核（30分）', '30'],
  ['森林覆盖率（约束性指标，4分）', '4'],
  ['主体责任，分值 5 分', '5'],
  ['林业产业发展（14.5 分）', '14.5'],
  ['优秀（90分以上）', null],
  ['考核评分', null],
])('points: %s', (title, expected) => {
  const points = readPoints(title);
  expect(points && writeDecimal(points)).toBe(expected);
});

test('full points', () => {
  expect(writeDecimal(readFullPoints('采用评分制，满分 100 分。')!.value)).toBe('100');
  expect(readFullPoints('满分100分，加分后总分不超过110分，总分120分')).toBeNull();
});
