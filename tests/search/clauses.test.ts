import { describe, expect, test } from 'vitest';
import { clausesOf, printedText } from '../../src/model/clauses.ts';
import type { DocumentRecord } from '../../src/model/output.ts';
import type { Flow, Item, Paragraph, Part, Table } from '../../src/model/tree.ts';
import { record } from '../site/samples.ts';

const text = (value: string) => ({ type: 'text' as const, value });
const paragraph = (id: string, value: string, items: Item[] = [], number?: number): Paragraph => ({
  type: 'paragraph',
  id,
  ...(number === undefined ? {} : { number }),
  children: [text(value), ...items],
});
const item = (id: string, label: string, number: number, value: string): Item => ({
  type: 'item',
  id,
  label,
  number,
  children: [text(value)],
});
const table: Table = {
  type: 'table',
  id: 'att_1__tbl_1',
  caption: '申请表',
  columns: ['姓 名', '电话'],
  children: [
    { type: 'tableRow', header: true, children: [cell('姓 名'), cell('电话')] },
    { type: 'tableRow', id: 'att_1__tbl_1__r_1', children: [cell('甲'), cell('')] },
    { type: 'tableRow', id: 'att_1__tbl_1__r_2', children: [cell('乙'), cell('110 119')] },
  ],
};

function cell(value: string) {
  return { type: 'tableCell' as const, children: value === '' ? [] : [text(value)] };
}

function document(parts: Part[], facts: Partial<DocumentRecord> = {}): DocumentRecord {
  return record({
    id: 'xfbz-2020-55',
    title: '某市人民政府关于印发某办法的通知',
    docNumber: '某府办字〔2020〕55号',
    issuers: [],
    section: null,
    parts,
    ...facts,
  });
}

const main = (children: Flow[]): Part => ({
  type: 'part',
  role: 'promulgated',
  title: '某办法',
  children,
});
const rows = (parts: Part[]) =>
  clausesOf(document(parts))
    .slice(3)
    .map(({ id, label, text }) => [id, label, text]);

test('a document begins with its title, number and date, which lead to the page itself', () => {
  expect(clausesOf(document([]))).toEqual([
    { id: '', label: '标题', lead: '', text: '某市人民政府关于印发某办法的通知' },
    { id: '', label: '发文字号', lead: '', text: '某府办字〔2020〕55号' },
    { id: '', label: '成文日期', lead: '', text: '2020年11月20日' },
  ]);
  expect(
    clausesOf(document([], { docNumber: null, date: '2020-11' })).map(({ text }) => text),
  ).toEqual(['某市人民政府关于印发某办法的通知', '2020年11月']);
});

describe('articles', () => {
  const article: Flow = {
    type: 'article',
    id: 'art_13',
    label: '第十三条',
    number: [13],
    children: [
      paragraph(
        'art_13__para_1',
        '热线实行 限时\n办结制：',
        [
          item('art_13__para_1__item_1', '（一）', 1, '咨询类；'),
          {
            ...item('art_13__para_1__item_2', '(二)', 2, '投诉类。'),
            children: [
              text('投诉类。'),
              {
                type: 'subitem',
                id: 'art_13__para_1__item_2__pt_1',
                label: '1.',
                number: 1,
                children: [text('一般')],
              },
            ],
          },
        ],
        1,
      ),
      paragraph('art_13__para_2', '另有规定的除外。', [], 2),
    ],
  };

  test('款, 项 and 目 are clauses of their own', () => {
    expect(
      rows([
        main([
          {
            type: 'chapter',
            id: 'chp_3',
            label: '第三章',
            number: 3,
            title: '办 理',
            children: [article],
          },
        ]),
      ]),
    ).toEqual([
      ['', '正文标题', '某办法'],
      ['chp_3', '第三章', '办理'],
      ['art_13__para_1', '第十三条第一款', '热线实行限时办结制：'],
      ['art_13__para_1__item_1', '第十三条第一款第（一）项', '咨询类；'],
      ['art_13__para_1__item_2', '第十三条第一款第（二）项', '投诉类。'],
      ['art_13__para_1__item_2__pt_1', '第十三条第一款第（二）项第1目', '一般'],
      ['art_13__para_2', '第十三条第二款', '另有规定的除外。'],
    ]);
  });

  test('第一款 is left out where it is the only one; the printed label leads the text', () => {
    const single: Flow = { ...article, children: [article.children[0]! as Paragraph] };
    const clauses = clausesOf(document([main([single])])).slice(4);
    expect(clauses.map(({ label }) => label)).toEqual([
      '第十三条',
      '第十三条第（一）项',
      '第十三条第（二）项',
      '第十三条第（二）项第1目',
    ]);
    expect(clauses.map(printedText)[0]).toBe('第十三条热线实行限时办结制：');
    expect(clauses.map(printedText)[1]).toBe('（一）咨询类；');
  });
});

test('headings cite the headings above them', () => {
  const heading: Flow = {
    type: 'heading',
    id: 'a_2',
    style: 'a',
    label: '二、',
    number: 2,
    title: '主要任务',
    children: [
      {
        type: 'heading',
        id: 'a_2__b_3',
        style: 'b',
        label: '(三)',
        number: 3,
        title: '',
        children: [
          paragraph('a_2__b_3__p_1', '推进改革。'),
          {
            type: 'heading',
            id: 'a_2__b_3__c_1',
            style: 'c',
            label: '1．',
            number: 1,
            title: '加强领导',
            data: { titleMark: '。' },
            children: [
              paragraph('a_2__b_3__c_1__p_1', '甲'),
              paragraph('a_2__b_3__c_1__p_2', '乙'),
            ],
          },
        ],
      },
    ],
  };
  expect(rows([main([heading])]).slice(1)).toEqual([
    ['a_2', '二、', '主要任务'],
    ['a_2__b_3__p_1', '二、（三）', '推进改革。'],
    ['a_2__b_3__c_1', '二、（三）1.', '加强领导。'],
    ['a_2__b_3__c_1__p_1', '二、（三）1.第1段', '甲'],
    ['a_2__b_3__c_1__p_2', '二、（三）1.第2段', '乙'],
  ]);
});

test('the notice and the attachments are named, tables by row', () => {
  const parts: Part[] = [
    {
      type: 'part',
      role: 'notice',
      id: 'n',
      title: '某市人民政府关于印发某办法的通知',
      children: [
        { type: 'addressee', children: [text('各县（市、区）人民政府：')] },
        paragraph('n__p_1', '现印发给你们。'),
      ],
    },
    main([paragraph('p_1', '正文。')]),
    {
      type: 'part',
      role: 'attachment',
      id: 'att_1',
      label: '附件 1',
      title: '申请表',
      children: [table],
    },
  ];
  expect(rows(parts)).toEqual([
    ['n', '通知 主送机关', '各县（市、区）人民政府：'],
    ['n__p_1', '通知', '现印发给你们。'],
    ['', '正文标题', '某办法'],
    ['p_1', '正文', '正文。'],
    ['att_1', '附件1', '申请表'],
    ['att_1__tbl_1', '附件1 表1', '申请表'],
    ['att_1__tbl_1', '附件1 表1 表头', '姓名｜电话'],
    ['att_1__tbl_1__r_1', '附件1 表1 第1行', '甲'],
    ['att_1__tbl_1__r_2', '附件1 表1 第2行', '乙｜110 119'],
  ]);
});
