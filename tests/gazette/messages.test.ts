/** Every rule of the catalogue, provoked: by a short text here, or by a fixture. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogue, type RuleId } from '../../src/gazette/messages.ts';
import { gazetteProcessor, parse } from '../../src/gazette/processor.ts';
import type { IssueNode } from '../../src/model/issue.ts';
import type { GazetteOutput } from '../../src/model/output.ts';
import { expectInvariants } from './invariants.ts';

const join = (...blocks: string[]) => `${blocks.join('\n\n')}\n`;
const sentence = '为进一步加强全市档案工作，提升服务水平，现将有关事项通知如下，请认真贯彻执行。';
const head = ['云府发〔2020〕5号 2020年3月9日', '各县（市、区）人民政府：'];
const notice = (...blocks: string[]) =>
  join('云川市人民政府关于加强档案工作的通知', ...head, sentence, ...blocks, '序号\t单位\n1\t甲');
const carrying = (...blocks: string[]) =>
  join('云川市人民政府关于印发《云川市城市供水管理办法》的通知', ...head, ...blocks);
const listed = (...entries: string[]) =>
  join(
    '云川市人民政府公报',
    '2020年第3期',
    '目 录',
    ...entries,
    '云川市人民政府关于加强档案工作的通知',
    ...head,
    sentence,
  );
const regulation = (...blocks: string[]) =>
  carrying('现将《云川市城市供水管理办法》印发给你们。', '云川市城市供水管理办法', ...blocks);

const water = '云川市人民政府关于加强档案工作的通知（云府发〔2020〕5号）……（3）';
const fish = '云川市人民政府关于加强渔业工作的通知（云府发〔2020〕6号）……（5）';
/** An issue of two documents whose 目录 lists them, or lists the second one first. */
const contents = (first: string, second: string, turned = false) =>
  join(
    '云川市人民政府公报',
    '2020年第3期',
    '目 录',
    ...(turned ? [second, first] : [first, second]),
    '云川市人民政府关于加强档案工作的通知',
    ...head,
    sentence,
    '云川市人民政府关于加强渔业工作的通知',
    '云府发〔2020〕6号 2020年3月12日',
    '各县（市、区）人民政府：',
    sentence,
    '序号\t单位\n1\t甲',
  );

/** Rule, a text that breaks it, and what is printed at the message's place; null for a message about the whole. */
const cases: [RuleId, string, string | null][] = [
  ['no-document', '话说天下大势，分久必合，合久必分。', null],
  ['issue-unstated', notice(), null],
  ['text-before-first-document', join('上一期的最后一段。', notice()), '上一期的最后一段。'],
  [
    'carried-title-missing',
    carrying('现将办法印发给你们。', '一、甲乙丙丁。'),
    '云川市人民政府关于印发《云川市城市供水管理办法》的通知',
  ],
  [
    'carried-title-differs',
    carrying('现印发给你们。', '云川市城市供水用水管理办法', '第一条 甲。'),
    '云川市城市供水用水管理办法',
  ],
  [
    'toc-entry-missing',
    listed('云川市人民政府关于加强水库工作的通知（云府发〔2020〕4号）……（3）'),
    '云川市人民政府关于加强档案工作的通知',
  ],
  [
    'toc-document-missing',
    listed('云川市人民政府关于加强水库工作的通知（云府发〔2020〕4号）……（3）'),
    null,
  ],
  [
    'toc-differs',
    listed('云川市人民政府关于加强档案工作的通知（云府发〔2020〕6号）……（3）'),
    '云府发〔2020〕5号',
  ],
  [
    'field-missing',
    join('云川市人民政府关于加强档案工作的通知', '云府发〔2020〕5号', '各县人民政府：', sentence),
    '云川市人民政府关于加强档案工作的通知',
  ],
  ['article-sequence', regulation('第一条 甲。', '第三条 乙。'), '第三条'],
  ['article-repeated', regulation('第一条 甲。', '第二条 乙。', '第二条 丙。'), '第二条'],
  ['number-sequence', notice('一、甲乙。', '三、丙丁。'), '三、'],
  ['number-repeated', notice('一、甲乙。', '二、丙丁。', '二、戊己。'), '二、'],
  ['toc-order', contents(water.replace('（3）', '（6）'), fish, true), null],
  ['toc-page-order', contents(water, fish.replace('（5）', '（2）')), null],
  [
    'contents-line-differs',
    regulation(
      '目 录',
      '第一章 总则',
      '第二章 责任',
      '第一章 总则',
      '第一条 甲。',
      '第二章 管理责任',
      '第二条 乙。',
    ),
    '第二章 责任',
  ],
  ['quote-reversed', notice('为推进”放管服“改革，请遵照执行。'), '”'],
  [
    'count-differs',
    notice('各单位要做好以下三个方面工作：', '一、加强领导。', '二、落实责任。'),
    '三个方面',
  ],
  [
    'sum-differs',
    notice('附件', '投资计划表', '序号\t县区\t投资\n1\t甲县\t3\n2\t乙县\t4\n合计\t\t8'),
    '8',
  ],
  ['part-exceeds', notice('全市共有登记单位总数20家，其中公办12家、民办28家。'), '28家'],
  [
    'attachment-missing',
    notice('附件：1．申请表', '2．汇总表', '附件1', '申请表', '由申请人填写。'),
    '附件：1．申请表\n\n2．汇总表',
  ],
  [
    'attachment-unlisted',
    notice('附件：1．申请表', '附件1', '申请表', '甲。', '附件2', '汇总表', '乙。'),
    '附件2',
  ],
  [
    'attachment-title-differs',
    notice('附件：1．申请表', '附件1', '申请登记表', '由申请人填写。'),
    '附件1',
  ],
  ['sentence-open', notice('市水利局负责水库管理，', '附件', '申请表', '由申请人填写。'), '，'],
  ['join-uncertain', notice('（一）市水利局负责水库管理；', '市财政局负责经费保障。'), '市'],
  ['mark-unpaired', notice('市水利局（以下简称水利局负责水库管理。'), '（'],
  ['table-uneven', notice('附件', '任务清单', '序号\t任务\t单位\n1\t甲\t乙\n2\t丙'), '2\t丙'],
];

test.each(cases)('%s', (id, raw, printed) => {
  const output = parse(raw);
  expectInvariants(raw, output);
  const found = output.messages.filter(({ ruleId }) => ruleId === id);
  const places = found.map(({ span }) => (span ? raw.slice(span.start, span.end) : null));
  expect(places).toContain(printed);
  for (const { severity, reason, notice: words } of found) {
    expect(severity).toBe(catalogue[id].severity);
    expect(reason).toMatch(/^(Unexpected|Missing|Uncertain) /);
    expect(words).toMatch(/^[\p{Script=Han}“”]/u);
  }
});

/** What the ledger finds when a step of the parser loses or doubles text; no text is known that makes one do it. */
test.each<[RuleId, (issue: IssueNode) => void]>([
  ['text-unaccounted', ({ children: [document] }) => void document!.children[0]!.children.pop()],
  [
    'text-repeated',
    ({ children: [document] }) => {
      const { children } = document!.children[0]!;
      children.push(children.at(-1)!);
    },
  ],
])('%s', (id, change) => {
  const processor = gazetteProcessor();
  processor.use(() => change as never);
  const { messages, ledger } = processor.processSync(notice()).result as GazetteOutput;
  expect(messages.map(({ ruleId }) => ruleId)).toContain(id);
  expect(ledger.accounted).toBeLessThan(ledger.characters);
});

test('correction-unmatched', () => {
  const wrong = { line: 7, from: '水库', to: '档案', reason: '误排', by: '张三' };
  const { messages } = parse(notice(), { corrections: [wrong] });
  expect(messages.map(({ ruleId }) => ruleId)).toContain('correction-unmatched');
});

test('every rule is provoked', () => {
  const fixtures = new URL('fixtures/', import.meta.url);
  const printed = readdirSync(fixtures)
    .map((name) => readFileSync(new URL(`${name}/tree.txt`, fixtures), 'utf8'))
    .join('\n');
  const inFixtures = [...printed.matchAll(/^(?:info|warning|error) (\S+) line /gm)].map(
    (match) => match[1]!,
  );
  const provoked = new Set([
    ...inFixtures,
    ...cases.map(([id]) => id),
    'text-unaccounted',
    'text-repeated',
    'correction-unmatched',
  ]);
  expect(Object.keys(catalogue).filter((id) => !provoked.has(id))).toEqual([]);
});
