/**
 * The five issues, read by hand. Sources in the raw texts:
 *
 * - 2019-u1: 第42次 (12月28日) passes three reports to the congress; 第43次 (1月17日) an opinion on 涉农资金, the 就业 measures (景府发
 *   〔2019〕1号, which names no meeting itself) and the 参事 measures; 第45次 (2月19日) a plan for 公立医院.
 * - 2020-11: 第71次 (11月6日) passes the 热线 measures, named; 景府办字〔2020〕53号 says 第71次 without a day, unnamed in the report.
 * - 2022-7: 第11次 (7月5日) passes nothing by title (《职业教育法》 is studied); 令第1号 and 景府字〔2022〕67号 name 第10次 (2022年6月6日), 景府办字
 *   〔2022〕26号 第9次 (2022年5月10日), 景府办字〔2022〕21号 the 总林长会议; no report of these is printed.
 * - 2022-10: 第16次 (9月27日) passes the 四大攻坚行动 plan, named; 景府发〔2022〕7号 and 景府字〔2022〕134号 name it with the day. 第17次 (10月25日) passes the
 *   new 热线 measures, named.
 * - 2022-u1: 景府办发〔2022〕7号 and 景府办字〔2022〕45号 name 第17次 with the day.
 */
import { expect, test } from 'vitest';
import { readContent, readText } from '../../scripts/content.ts';
import { buildRelations } from '../../src/relations/relations.ts';
import type { Relation } from '../../src/relations/model.ts';
import { status } from '../../src/relations/status.ts';
import { buildLibrary } from '../../src/site/library.ts';
import { readStatus } from '../../src/site/effect.ts';
import { readEffectLists } from '../../src/site/effect-lists.ts';
import { relationRows, writeCourse } from '../../src/site/relation-rows.ts';
import { parseShelf } from './parsed.ts';

const { issues: folders } = await readContent('content');
const texts = await Promise.all(
  folders.map(async ({ id, path }) => [id, await readText(path)] as const),
);
const { series, issues, documents } = parseShelf(folders[0]!.series, Object.fromEntries(texts));
const relations = buildRelations(documents, series, issues);
const library = buildLibrary(series, issues, documents);
const entry = (id: string) => documents.find((one) => one.id === id)!;
const all = [
  ...new Set(documents.flatMap(({ id }) => [...relations(id).acting, ...relations(id).acted])),
];
const of = <Kind extends Relation['kind']>(kind: Kind) =>
  all.filter((one): one is Extract<Relation, { kind: Kind }> => one.kind === kind);

test('documents and the meetings that adopted them', () => {
  const adopted = of('adoption')
    .filter(({ to }) => to.document !== null)
    .map(({ from, to, date, likely }) =>
      [to.document, from.document ?? from.title, date, likely === null ? 'certain' : 'likely'].join(
        ' ',
      ),
    );
  expect(adopted.sort()).toEqual([
    'jfbf-2022-7 gb2022-10-9 2022-10-25 certain',
    'jfbz-2020-53 gb2020-11-10 2020-11-06 likely',
    'jfbz-2020-55 gb2020-11-10 2020-11-06 certain',
    'jfbz-2022-21 2022年市级总林长会议  certain',
    'jfbz-2022-26 市政府第9次常务会议 2022-05-10 certain',
    'jfbz-2022-45 gb2022-10-9 2022-10-25 certain',
    'jff-2019-1 gb2019-u1-10 2019-01-17 certain',
    'jff-2022-7 gb2022-10-8 2022-09-27 certain',
    'jfz-2022-134 gb2022-10-8 2022-09-27 certain',
    'jfz-2022-67 市政府第10次常务会议 2022-06-06 certain',
    'zfl-1-2022 市政府第10次常务会议 2022-06-06 certain',
  ]);
});

test('what the reports pass and the portal does not hold', () => {
  const named = of('adoption')
    .filter(({ to }) => to.document === null)
    .map(({ from, to, passed }) => `${from.document} ${to.title} ${passed}`);
  expect(named.sort()).toEqual([
    'gb2019-u1-10 景德镇市人民政府参事选聘办法 true',
    'gb2019-u1-10 景德镇市关于探索建立涉农资金统筹整合长效机制的实施意见 true',
    'gb2019-u1-11 景德镇市级公立医院薪酬制度改革试点实施方案 true',
    'gb2019-u1-9 关于景德镇市2018年国民经济和社会发展计划执行情况与2019年国民经济和社会发展计划草案的报告 true',
    'gb2019-u1-9 关于景德镇市2018年市级总预算执行情况和2019年市级总预算草案的报告 true',
    'gb2019-u1-9 政府工作报告 true',
    'gb2022-10-8 景德镇市项目建设“四大攻坚行动”方案 true',
  ]);
});

test.each([
  ['jfbz-2020-55', '2020-11-06', '通过后14天印发，印发当日施行'],
  ['jff-2022-7', '2022-09-27', '通过后8天印发，印发后88天施行'],
  ['zfl-1-2022', '2022-06-06', '通过后11天印发，印发后14天施行'],
  ['jff-2019-1', '2019-01-17', '通过当日印发'],
  ['jfbf-2022-6', null, '施行日期早于印发1天'],
])('the course of %s', (id, adopted, expected) => {
  expect(writeCourse(adopted, entry(id))).toBe(expected);
});

test('every sentence of evidence stands in the clause it is said to stand in', () => {
  for (const { evidence } of all)
    for (const { document, clause, text } of evidence) {
      const raw = texts.find(([id]) => id === entry(document).issue)![1].replace(/\s+/g, '');
      if (clause === '') expect(text).toBe(entry(document).record.title);
      // A page break may stand in a sentence: its ends are looked for.
      else expect(raw).toContain(text.replace(/\s+/g, '').slice(0, 8));
    }
  const [repeal] = of('repeal').filter(({ from }) => from.document === 'zfl-1-2022');
  expect(repeal!.evidence).toEqual([
    {
      document: 'zfl-1-2022',
      clause: 'art_48__para_1',
      text: '《景德镇市人民政府办公室转发市粮食局等四部门关于景德镇市市级储备粮管理办法和景德镇市市级储备油管理办法的通知》（景府办字〔2016〕86号）同时废止。',
    },
  ]);
});

test('repeals, replacements and forwarded texts', () => {
  expect(
    of('repeal').map(
      ({ from, to, date }) => `${from.document} ${to.document} ${to.docNumber} ${date}`,
    ),
  ).toEqual([
    'zfl-1-2022 null 景府办字〔2016〕86号 2022-07-01',
    'jmz-2022-95 null 景民字〔2016〕159号 2022-08-08',
    'jmz-2022-95 null 景民字〔2018〕163号 2022-08-08',
  ]);
  expect(of('replacement').map(({ from, to }) => `${from.document} ${to.document}`)).toEqual([
    'jfbf-2022-7 jfbz-2020-55',
  ]);
  expect(of('amendment')).toEqual([]);
  const forwarded = of('forwarding').filter(({ verb }) => verb !== '印发');
  expect(forwarded.map(({ from, to, issuers }) => [from.document, to.docNumber, issuers])).toEqual([
    ['jfbz-2020-53', null, ['市医保局', '市财政局', '市税务局', '人行景市中心支行']],
    ['jaz-2020-15', '赣安〔2020〕12号', ['江西省安委会']],
  ]);
});

test('the clock of every document that has one', () => {
  const today = '2022-11-30';
  const lines = documents.flatMap((one) => {
    const facts = readStatus(one, library);
    if (!facts) return [];
    const { word, notes } = status(facts.clock, today);
    return [`${one.id} ${facts.effective?.clause ?? '-'} ${word} ${notes.join('')}`.trim()];
  });
  expect(lines.sort()).toEqual([
    'jaz-2020-15 art_20__para_1 施行日期无法推定',
    'jfbf-2022-5 art_26__para_1 尚未施行 自2023年1月1日起施行。',
    'jfbf-2022-6 art_30__para_1 施行中（未见废止）',
    'jfbf-2022-7 art_30__para_1 施行中（未见废止） 试行文本，原文未载明期限。',
    'jfbz-2019-4 - 未载明施行日期 试行文本，原文未载明期限。',
    'jfbz-2020-55 art_39__para_1 施行中（未见废止） 试行文本，原文未载明期限。后有同类文件，可能已被替代。',
    'jfbz-2022-21 - 未载明施行日期',
    'jfbz-2022-31 a_7__c_21__p_2 施行中（未见废止） 有效期至2023年6月30日。',
    'jff-2019-1 - 未载明施行日期',
    'jff-2019-2 a_5__b_6__p_1 施行中（未见废止）',
    'jff-2022-7 a_4__p_1 尚未施行 自2023年1月1日起施行。',
    'jfz-2022-67 - 未载明施行日期',
    'jkz-2022-54 art_24__para_1 施行中（未见废止） 试行文本，原文未载明期限。',
    'jmz-2022-95 art_25__para_1 施行中（未见废止）',
    'jwlz-2020-137 art_19__para_1 施行中（未见废止）',
    'jwlz-2020-138 art_12__para_1 施行中（未见废止） 暂行文本，原文未载明期限。',
    'zfl-1-2022 art_48__para_1 施行中（未见废止）',
  ]);
  expect(readStatus(entry('jwlz-2020-138'), library)!.silent).toEqual([
    '景德镇市旅游诚信理赔基金追偿制度',
  ]);
});

test('the lists of the page on effect', () => {
  const lists = readEffectLists(library, '2022-11-30');
  const ids = (list: typeof documents) => list.map(({ id }) => id);
  expect(ids(lists.terms)).toEqual(['jfbz-2022-31']);
  expect(ids(lists.beginnings).sort()).toEqual(['jfbf-2022-5', 'jff-2022-7']);
  expect(lists.repeals).toHaveLength(3);
  expect(ids(lists.unsaid).sort()).toEqual([
    'jaz-2020-15',
    'jfbz-2019-4',
    'jfbz-2022-21',
    'jff-2019-1',
    'jfz-2022-67',
  ]);
  expect(lists.terms.length + lists.termless.length + lists.unsaid.length).toBe(17);
});

test('the rows of a page', () => {
  const rows = relationRows(entry('jfbz-2020-55'), library);
  expect(rows.map(({ label }) => label)).toEqual(['可能已被替代', '会议审议', '印发']);
  expect(rows[1]!.entries).toEqual([
    {
      text: '市政府召开第71次常务会议',
      href: '/documents/gb2020-11-10/',
      notes: ['2020年11月6日通过', '通过后14天印发，印发当日施行'],
      likely: null,
    },
  ]);
  const basis = relationRows(entry('jfz-2022-134'), library).find(({ label }) => label === '依据')!;
  expect(basis.entries.map(({ group, text }) => `${group} ${text}`)).toEqual([
    '上级文件 《江西省促进养老托育服务健康发展的实施意见》',
    '本市文件 《景德镇市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要》',
  ]);
});
