import { describe, expect, test } from 'vitest';
import { citeClause, citeDocument, quoteTitle } from '../../src/citing/cited.ts';
import {
  academicCitation,
  markdownCitation,
  officialCitation,
  plainLink,
  quotation,
  sealedLink,
  shortLink,
} from '../../src/citing/formats.ts';
import { citable, facts } from './samples.ts';

const ids = [
  'art_13',
  'att_1__tbl_1',
  'att_1__tbl_2',
  'att_2__tbl_1',
  'att_2__tbl_1__g_1',
  'att_2__tbl_1__r_3',
];
const cite = (id: string, name: string, document = citable()) =>
  citeClause(document, { id, name }, ids);
const single = (fields: Parameters<typeof facts>[0]) => citable(fields, { '': '' });

describe('公文式', () => {
  test.each([
    [
      'a clause of the promulgated text',
      cite('art_13__para_1__item_2', '第十三条第一款第（二）项'),
      '《甲市热线办法（试行）》（甲府办字〔2020〕55号）第十三条第一款第（二）项',
    ],
    [
      'a heading, without the mark that ends its label',
      cite('a_2__b_3', '二、（三）'),
      '《甲市热线办法（试行）》（甲府办字〔2020〕55号）二、（三）',
    ],
    ['二、', cite('a_2', '二、'), '《甲市热线办法（试行）》（甲府办字〔2020〕55号）二'],
    [
      'the notice',
      cite('n__to', '通知 主送机关'),
      '《甲市人民政府办公室关于印发甲市热线办法（试行）的通知》（甲府办字〔2020〕55号）主送机关',
    ],
    [
      'the notice as a whole',
      cite('n', '通知'),
      '《甲市人民政府办公室关于印发甲市热线办法（试行）的通知》（甲府办字〔2020〕55号）',
    ],
    [
      'a second text',
      cite('t2__art_1', '《甲市热线追偿制度》 第一条'),
      '《甲市热线追偿制度》（甲府办字〔2020〕55号）第一条',
    ],
    [
      'a row of the only table of an attachment',
      cite('att_2__tbl_1__r_3', '附件2 表1 第3行'),
      '《甲市人民政府办公室关于印发甲市热线办法（试行）的通知》（甲府办字〔2020〕55号）附件2《任务分工表》第3行',
    ],
    [
      'a row of one table of two in an attachment without title',
      cite('att_1__tbl_1__r_3', '附件1 表1 第3行'),
      '《甲市人民政府办公室关于印发甲市热线办法（试行）的通知》（甲府办字〔2020〕55号）附件1表1第3行',
    ],
    [
      'an attachment as a whole',
      cite('att_2', '附件2'),
      '《甲市人民政府办公室关于印发甲市热线办法（试行）的通知》（甲府办字〔2020〕55号）附件2《任务分工表》',
    ],
    [
      'no number',
      citeClause(
        single({ title: '市政府召开第71次常务会议', docNumber: null }),
        { id: 'p_2', name: '第2段' },
        [],
      ),
      '《市政府召开第71次常务会议》第2段',
    ],
    [
      'a text of another issuer, forwarded',
      cite(
        'art_3',
        '第三条',
        citable(
          { title: '甲市安委会转发某省安委会关于印发《某省评估办法》的通知' },
          { n: '', '': '某省评估办法' },
        ),
      ),
      '《某省评估办法》（甲府办字〔2020〕55号转发）第三条',
    ],
    [
      'a rule on forwarding is not forwarded',
      cite(
        'art_3',
        '第三条',
        citable({ title: '关于印发文件转发办法的通知' }, { n: '', '': '文件转发办法' }),
      ),
      '《文件转发办法》（甲府办字〔2020〕55号）第三条',
    ],
    [
      'a whole document whose title quotes one',
      citeDocument(single({ title: '甲局关于印发《甲市〈某法〉实施办法》的通知' })),
      '《甲局关于印发〈甲市《某法》实施办法〉的通知》（甲府办字〔2020〕55号）',
    ],
    [
      'the notice of an order has a title of its own',
      citeClause(
        {
          document: facts({ title: '甲市储备粮办法', docNumber: '市政府令第1号', kind: '令' }),
          titles: { n: '甲市人民政府令', '': '甲市储备粮办法' },
          partNames: { n: '令', '': '' },
        },
        { id: 'n__sign', name: '令 署名' },
        [],
      ),
      '《甲市人民政府令》（市政府令第1号）署名',
    ],
  ])('%s', (_, cited, expected) => {
    expect(officialCitation(cited)).toBe(expected);
  });
});

describe('学术式', () => {
  test.each([
    [
      'all facts',
      cite('art_13__para_1__item_2', '第十三条第一款第（二）项'),
      '甲市人民政府办公室：《甲市热线办法（试行）》，甲府办字〔2020〕55号，2020年11月20日，第十三条第一款第（二）项，载《甲市人民政府公报》2020年第11期（总第23期）第20页起。',
    ],
    [
      'a title that opens with its issuer',
      citeDocument(citable()),
      '《甲市人民政府办公室关于印发甲市热线办法（试行）的通知》，甲府办字〔2020〕55号，2020年11月20日，载《甲市人民政府公报》2020年第11期（总第23期）第20页起。',
    ],
    [
      'several issuers, an issue without number, no page',
      cite(
        'a_2__b_3',
        '二、（三）',
        citable(
          {
            issuers: ['甲市农业农村局', '甲市司法局'],
            issue: '2022年（期号未载明）',
            issueNumber: null,
            page: null,
          },
          { n: '', '': '甲市首违不罚机制' },
        ),
      ),
      '甲市农业农村局、甲市司法局：《甲市首违不罚机制》，甲府办字〔2020〕55号，2020年11月20日，二、（三），载《甲市人民政府公报》2022年（期号未载明）。',
    ],
    [
      'a joint title',
      citeDocument(
        single({
          title: '中共甲市委 甲市人民政府关于印发《方案》的通知',
          issuers: ['中共甲市委', '甲市人民政府'],
        }),
      ),
      '《中共甲市委 甲市人民政府关于印发〈方案〉的通知》，甲府办字〔2020〕55号，2020年11月20日，载《甲市人民政府公报》2020年第11期（总第23期）第20页起。',
    ],
    [
      'nothing but a title and an issue',
      citeDocument(
        single({ title: '常务会议', issuers: [], docNumber: null, date: null, page: null }),
      ),
      '《常务会议》，载《甲市人民政府公报》2020年第11期（总第23期）。',
    ],
    [
      'a date without day',
      citeDocument(single({ title: '说明', issuers: [], docNumber: null, date: '2020-11' })),
      '《说明》，2020年11月，载《甲市人民政府公报》2020年第11期（总第23期）第20页起。',
    ],
    [
      'a forwarded text is not by who forwards it',
      cite(
        'art_3',
        '第三条',
        citable(
          {
            title: '甲市安委会转发某省安委会关于印发《某省评估办法》的通知',
            issuers: ['甲市安委会'],
          },
          { n: '', '': '某省评估办法' },
        ),
      ),
      '《某省评估办法》，甲市安委会转发，甲府办字〔2020〕55号，2020年11月20日，第三条，载《甲市人民政府公报》2020年第11期（总第23期）第20页起。',
    ],
    [
      'a row of an attachment',
      cite('att_2__tbl_1__r_3', '附件2 表1 第3行'),
      '《甲市人民政府办公室关于印发甲市热线办法（试行）的通知》，甲府办字〔2020〕55号，2020年11月20日，附件2《任务分工表》第3行，载《甲市人民政府公报》2020年第11期（总第23期）第20页起。',
    ],
  ])('%s', (_, cited, expected) => {
    expect(academicCitation(cited)).toBe(expected);
  });

  test('where and when it was read comes last', () => {
    const access = { address: 'https://x/documents/a/#art_1', date: '2026-01-31' };
    expect(academicCitation(cite('art_1', '第一条'), access)).toMatch(
      /第20页起，https:\/\/x\/documents\/a\/#art_1，2026年1月31日访问。$/,
    );
  });
});

describe('the text', () => {
  const cited = cite('art_13', '第十三条');
  test('is quoted with the citation behind it, quotation marks in it changed', () => {
    expect(quotation(cited, '第十三条　称“热线”的，\n（一）甲；')).toBe(
      '“第十三条　称‘热线’的，\n（一）甲；”——《甲市热线办法（试行）》（甲府办字〔2020〕55号）第十三条',
    );
  });

  test('is a block in Markdown that reads as it stands', () => {
    expect(markdownCitation(cited, '1. 甲*乙_丙<b>\n- 丁#', 'https://x/#art_13')).toBe(
      '> 1\\. 甲\\*乙\\_丙\\<b\\>\n>\n> \\- 丁\\#\n>\n> ——[《甲市热线办法（试行）》（甲府办字〔2020〕55号）第十三条](https://x/#art_13)',
    );
  });

  test('is left out of the Markdown of a document', () => {
    expect(markdownCitation(citeDocument(citable()), '', 'https://x/')).toBe(
      '[《甲市人民政府办公室关于印发甲市热线办法（试行）的通知》（甲府办字〔2020〕55号）](https://x/)',
    );
  });
});

test.each([
  [plainLink, 'https://x/documents/jfbz-2020-55/#art_13', 'https://x/documents/jfbz-2020-55/'],
  [shortLink, 'https://x/d/jfbz-2020-55#art_13', 'https://x/d/jfbz-2020-55'],
])('links %#', (link, clause, document) => {
  expect(link(cite('art_13', '第十三条'), 'https://x/search/?q=1')).toBe(clause);
  expect(link(citeDocument(citable()), 'https://x')).toBe(document);
});

test('a sealed link has the seal before the fragment', () => {
  expect(sealedLink(cite('art_13', '第十三条'), '5f3a', 'https://x')).toBe(
    'https://x/documents/jfbz-2020-55/?h=5f3a#art_13',
  );
  expect(sealedLink(citeDocument(citable()), '5f3a', 'https://x')).toBe(
    'https://x/documents/jfbz-2020-55/?h=5f3a',
  );
});

test.each([
  ['《甲》任务', '〈甲〉任务'],
  ['《甲〈乙〉》、《丙》', '〈甲《乙》〉、〈丙〉'],
  ['甲》乙', '甲〉乙'],
])('marks in the title %s', (title, expected) => {
  expect(quoteTitle(title)).toBe(expected);
});
