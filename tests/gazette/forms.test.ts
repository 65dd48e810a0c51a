/** Forms that gazettes of other places print, one phenomenon each; the place is invented. */
import type { Node } from 'unist';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/gazette/processor.ts';
import type { DocumentRecord } from '../../src/model/output.ts';
import { expectInvariants } from './invariants.ts';

const sentence =
  '为进一步加强全市档案工作，提升服务水平，经市政府研究，现将有关事项通知如下，请认真贯彻执行。';
const before = [
  '云川市人民政府关于印发云川市档案管理办法的通知',
  '云府发〔2020〕1号 2020年1月2日',
  '各县（市、区）人民政府：',
  '《云川市档案管理办法》已经市政府同意，现印发给你们，请认真贯彻执行。',
  '（此件主动公开）',
  '序号\t单位\n1\t市档案局',
];
const title = '云川市人民政府关于加强档案工作的通知';

/** Parses an issue of a first document and these blocks, and returns the last document. */
function lastOf(...blocks: string[]): DocumentRecord {
  const raw = [...before, ...blocks].join('\n\n');
  const output = parse(raw);
  expectInvariants(raw, output);
  return output.documents.at(-1)!;
}

function nodes(document: DocumentRecord, type: string): (Node & Record<string, unknown>)[] {
  const found: (Node & Record<string, unknown>)[] = [];
  const walk = (node: Node) => {
    if (node.type === type) found.push(node as Node & Record<string, unknown>);
    if ('children' in node) (node.children as Node[]).forEach(walk);
  };
  document.parts.forEach(walk);
  return found;
}

const notice = (...blocks: string[]) =>
  lastOf(title, '云府发〔2020〕5号 2020年3月9日', '各县（市、区）人民政府：', sentence, ...blocks);
const regulation = (...blocks: string[]) =>
  lastOf(
    '云川市人民政府关于印发云川市水库管理办法的通知',
    '云府发〔2020〕5号 2020年3月9日',
    '各县（市、区）人民政府：',
    sentence,
    '云川市水库管理办法',
    ...blocks,
  );

describe('number and date', () => {
  test.each([
    ['in brackets', [title, '（云府发〔2020〕5号 2020年3月9日）']],
    ['date first', [title, '2020年3月9日 云府发〔2020〕5号']],
    ['date first, in brackets', [title, '（2020年3月9日 云府发〔2020〕5号）']],
    ['date on the next line', [title, '云府发〔2020〕5号', '（2020年3月9日）']],
    ['dotted date', [title, '云府发〔2020〕5号 2020.3.9']],
    ['above the title, date below', ['云府发〔2020〕5号', title, '2020年3月9日']],
    ['letterhead', ['云川市人民政府文件', '云府发〔2020〕5号', title, '2020年3月9日']],
  ])('%s', (_, head) => {
    expect(lastOf(...head, '各县人民政府：', sentence)).toMatchObject({
      title,
      docNumber: '云府发〔2020〕5号',
      date: '2020-03-09',
      recipients: '各县人民政府',
    });
  });

  test('brackets around the line are part of the fields beside them', () => {
    const raw = [...before, title, '（云府发〔2020〕5号 2020年3月9日）', sentence].join('\n\n');
    const { fields } = parse(raw).documents.at(-1)!.data;
    const printed = (name: 'docNumber' | 'date') =>
      fields[name]!.map(({ start, end }) => raw.slice(start, end)).join('');
    expect(printed('docNumber')).toBe('（云府发〔2020〕5号');
    expect(printed('date')).toBe('2020年3月9日）');
  });

  test('a list of numbers above the number of the next document is no title', () => {
    const document = lastOf(
      '1．关于印发云川市渔业办法的通知',
      '云府发〔2011〕3号',
      '云府发〔2020〕5号',
      title,
      '各县人民政府：',
      sentence,
    );
    expect(document).toMatchObject({ title, docNumber: '云府发〔2020〕5号' });
  });
});

test('主送机关 cut by a page break', () => {
  const document = lastOf(
    title,
    '云府发〔2020〕5号 2020年3月9日',
    '各县（市、区）人民政府，云川经开区、',
    '高新区管委会，市政府各部门：',
    sentence,
  );
  expect(document.recipients).toBe(
    '各县（市、区）人民政府，云川经开区、高新区管委会，市政府各部门',
  );
  const cut = lastOf(
    title,
    '云府发〔2020〕5号 2020年3月9日',
    '各县（市、区）人民政府，云川经开',
    '区管委会，市政府各部门：',
    sentence,
  );
  expect(cut.recipients).toBe('各县（市、区）人民政府，云川经开区管委会，市政府各部门');
});

describe('signature', () => {
  test.each([
    ['two lines', ['云川市人民政府', '2020年3月9日']],
    ['one line', ['云川市人民政府 2020年3月9日']],
    ['before the disclosure', ['云川市人民政府', '2020年3月9日', '（此件公开发布）']],
    ['date alone after 特此通知', ['特此通知。', '2020年3月9日']],
  ])('%s', (_, end) => {
    const document = lastOf(title, '云府发〔2020〕5号', '各县人民政府：', sentence, ...end);
    expect(document.date).toBe('2020-03-09');
    expect(nodes(document, 'signature').length).toBeGreaterThan(0);
  });

  test('a date printed above is not overridden by one below', () => {
    expect(notice('云川市人民政府', '2021年1月1日').date).toBe('2020-03-09');
  });

  test('an authority and a date in the running text sign nothing', () => {
    const document = notice('云川市人民政府', '2021年1月1日', '以上事项由市档案局负责解释。');
    expect(nodes(document, 'signature')).toEqual([]);
  });

  test('of an order, by an officer of any level', () => {
    const document = lastOf(
      '云川盟行政公署令',
      '第 7 号',
      '《云川盟水库管理办法》已经审议通过，现予公布，自2021年1月1日起施行。',
      '盟 长 李 明',
      '2020 年 12 月 9 日',
      '云川盟水库管理办法',
      '第一条 为了加强水库管理，制定本办法。',
    );
    expect(document).toMatchObject({
      title: '云川盟水库管理办法',
      docNumber: '云川盟行政公署令第7号',
      date: '2020-12-09',
      section: '盟政府令',
    });
    expect(document.signedBy).toMatch(/^盟 ?长 ?李 ?明$/);
  });

  test('author and date under the title of a report', () => {
    const document = lastOf(
      '云川市2019年国民经济和社会发展统计公报',
      '云川市统计局',
      '2020年3月9日',
      '2019年，全市经济运行平稳，主要指标保持增长。',
    );
    expect(document).toMatchObject({ date: '2020-03-09', issuers: ['云川市统计局'] });
  });
});

describe('attachments', () => {
  const labels = (document: DocumentRecord) =>
    document.parts
      .filter(({ role }) => role === 'attachment')
      .map(({ label, title: own }) => `${label} ${own}`);

  test('label and title on one line', () => {
    const document = notice(
      '附件：1．申请表',
      '2．汇总表',
      '附件1：申请表',
      '由申请人填写。',
      '附件2 汇总表',
      '由单位填写。',
    );
    expect(labels(document)).toEqual(['附件1 申请表', '附件2 汇总表']);
  });

  test('a list of such lines is a list', () => {
    const document = notice('附件1：申请表', '附件2：汇总表', '（此件主动公开）');
    expect(labels(document)).toEqual([]);
  });

  test('附：, the short form of the 附件说明', () => {
    const [note] = nodes(notice('附：申请表', '附', '申请表', '由申请人填写。'), 'attachmentNote');
    expect(note!.data).toEqual({ listed: [{ number: null, title: '申请表' }] });
  });

  test('附, 附件1-1 and 附表1', () => {
    expect(labels(notice('附', '申请表', '由申请人填写。'))).toEqual(['附 申请表']);
    const document = notice('附件1-1', '申请表', '甲。', '附件1-2', '汇总表', '乙。');
    expect(labels(document)).toEqual(['附件1-1 申请表', '附件1-2 汇总表']);
    expect(document.parts.slice(1).map((part) => part.id)).toEqual(['att_1-1', 'att_1-2']);
  });
});

describe('articles', () => {
  test('a label that lost its space before a word that citations go on with', () => {
    const document = regulation(
      '第一条 为了加强管理，制定本办法。',
      '第二条所有单位应当遵守本办法。',
      '第三条及时报告险情。',
    );
    expect(nodes(document, 'article').map(({ label }) => label)).toEqual([
      '第一条',
      '第二条',
      '第三条',
    ]);
  });

  test.each(['第一条规定的水库不在此列。', '第三条所称单位，包括企业。'])(
    'a citation at the start of a paragraph is none: %s',
    (citation) => {
      const document = regulation(
        '第一条 为了加强管理，制定本办法。',
        '第二条 有下列行为之一的，责令改正。',
        citation,
        '第三条 单位应当遵守本办法。',
      );
      expect(nodes(document, 'article').map(({ label }) => label)).toEqual([
        '第一条',
        '第二条',
        '第三条',
      ]);
      expect(nodes(document, 'article')[1]!.children).toHaveLength(2);
    },
  );

  test('titles in brackets where most articles have one', () => {
    const document = regulation(
      '第一条（目的）为了加强管理，制定本办法。',
      '第二条（部门分工）水利部门负责管理。',
      '第三条（附则）本办法自2021年1月1日起施行。',
    );
    expect(nodes(document, 'article').map((node) => node.title)).toEqual([
      '目的',
      '部门分工',
      '附则',
    ]);
  });

  test('brackets that are no titles', () => {
    const document = regulation(
      '第一条（市、区）水利部门负责管理。',
      '第二条 单位应当遵守本办法。',
      '第三条 本办法自2021年1月1日起施行。',
    );
    expect(nodes(document, 'article').every((node) => node.title === undefined)).toBe(true);
  });

  test('a chapter whose title is on the next line', () => {
    const document = regulation('第一章', '总 则', '第一条 为了加强管理，制定本办法。');
    expect(nodes(document, 'chapter')).toMatchObject([{ label: '第一章', title: '总则' }]);
  });

  test('a contents list with sections numbered anew in each chapter', () => {
    const list = ['第一章 总则', '第二章 管理', '第一节 巡查', '第三章 责任', '第一节 处罚'];
    const document = regulation(
      '目 录',
      ...list,
      '第一章 总则',
      '第一条 甲。',
      '第二章 管理',
      '第一节 巡查',
      '第二条 乙。',
      '第三章 责任',
      '第一节 处罚',
      '第三条 丙。',
    );
    expect(nodes(document, 'chapter')).toHaveLength(3);
    expect(nodes(document, 'section').map((node) => node.title)).toEqual(['巡查', '处罚']);
  });
});

describe('tables', () => {
  test('gaps in the row numbers are reported, blanks of a form kept', () => {
    const raw = [
      ...before.slice(0, 5),
      '附件',
      '任务清单',
      '序号\t任务\t单位\n1\t甲\t乙\n2\t甲\t乙\n4\t甲\t乙',
    ].join('\n\n');
    const messages = parse(raw).messages.filter(({ ruleId }) => ruleId === 'number-sequence');
    expect(messages.map(({ notice: text }) => text)).toEqual([
      expect.stringContaining('此处为“4”，按顺序应为“3”'),
    ]);
    const form = notice('附件', '申请表', '姓名\t\t性别\t\n家庭住址\t\t\t\n单位意见\t（盖章）\t\t');
    const [, second] = nodes(form, 'tableRow') as unknown as { children: unknown[] }[];
    expect(second!.children).toHaveLength(4);
  });
});

describe('what a document names', () => {
  test('laws and documents, not forms and papers; numbers with their titles', () => {
    const document = notice(
      '根据《残疾预防条例》（国务院令第675号）和按照云府发〔2019〕3号、《云川市渔业办法》（云府发〔2018〕2号）的规定，填写《申请登记表》，在《云川日报》公布。',
    );
    expect(document.cites.map(({ title, docNumber }) => ({ title, docNumber }))).toEqual([
      { title: '残疾预防条例', docNumber: '国务院令第675号' },
      { title: null, docNumber: '云府发〔2019〕3号' },
      { title: '云川市渔业办法', docNumber: '云府发〔2018〕2号' },
    ]);
  });

  test('自印发之日 of a forwarded text is not the day of the forwarding', () => {
    const document = lastOf(
      '云川市人民政府办公室转发市医保局关于印发《云川市救助办法》的通知',
      '云府办发〔2020〕5号 2020年3月9日',
      '各县人民政府：',
      sentence,
      '云川市救助办法',
      '第一条 为了加强救助，制定本办法。',
      '第二条 本办法自印发之日起施行。',
    );
    expect(document.effective).toEqual({
      text: '本办法自印发之日起施行。',
      date: null,
      derived: true,
    });
  });
});
