import { expect, test } from 'vitest';
import { writeCited } from '../../src/site/cited.ts';
import { nameClauses } from '../../src/site/clause-names.ts';
import { readOutline, type OutlineEntry } from '../../src/site/outline.ts';
import { part, record, table, text } from './samples.ts';

function flat(entries: OutlineEntry[], depth = 0): string[] {
  return entries.flatMap(({ id, text, children }) => [
    `${'  '.repeat(depth)}${text} #${id}`,
    ...flat(children, depth + 1),
  ]);
}

const article = part([
  {
    type: 'chapter',
    id: 'chp_1',
    label: '第一章',
    number: 1,
    title: '总则',
    children: [
      {
        type: 'article',
        id: 'art_1',
        label: '第一条',
        number: [1],
        children: [
          {
            type: 'paragraph',
            id: 'art_1__para_1',
            number: 1,
            children: [
              text('包括：'),
              {
                type: 'item',
                id: 'art_1__para_1__item_1',
                label: '（一）',
                number: 1,
                children: [text('甲；')],
              },
            ],
          },
          { type: 'paragraph', id: 'art_1__para_2', number: 2, children: [text('乙。')] },
        ],
      },
    ],
  },
]);

test('a document of one part is listed by chapters', () => {
  expect(flat(readOutline(record({ parts: [article] })))).toEqual(['第一章　总则 #chp_1']);
});

test('parts, headings of the first two levels and captioned tables are listed', () => {
  const parts = [
    part([], { role: 'notice', id: 'n' }),
    part(
      [
        {
          type: 'heading',
          style: 'a',
          id: 'a_1',
          label: '一、',
          number: 1,
          title: '目标',
          children: [
            {
              type: 'heading',
              style: 'b',
              id: 'a_1__b_1',
              label: '（一）',
              number: 1,
              title: '近期',
              data: { titleMark: '。' },
              children: [],
            },
            {
              type: 'heading',
              style: 'c',
              id: 'c',
              label: '1.',
              number: 1,
              title: '细',
              children: [],
            },
            {
              type: 'heading',
              style: 'b',
              id: 'b',
              label: '（二）',
              number: 2,
              title: '',
              children: [],
            },
          ],
        },
        table(['甲'], ['甲'], { caption: '分工表' }),
      ],
      { title: '热线方案' },
    ),
    part([], { role: 'attachment', id: 'att_1', label: '附件 1', title: '名单' }),
  ];
  expect(flat(readOutline(record({ parts })))).toEqual([
    '通知 #n',
    '热线方案 #main',
    '  一、目标 #a_1',
    '    （一）近期 #a_1__b_1',
    '  分工表 #tbl_1',
    '附件 1　名单 #att_1',
  ]);
});

test('clauses are named as they are cited, and what wraps them after them', () => {
  const names = nameClauses(record({ parts: [article] }));
  expect(names.get('art_1__para_1__item_1')).toBe('第一条第一款第（一）项');
  expect(names.get('art_1__para_2')).toBe('第一条第二款');
  expect(names.get('art_1')).toBe('第一条');
});

test('a part and a table are named after themselves, not after what they hold first', () => {
  const notice = part(
    [
      { type: 'addressee', id: 'n__to', children: [text('各县：')] },
      { type: 'paragraph', id: 'n__p_1', children: [text('现印发。')] },
    ],
    { role: 'notice', id: 'n' },
  );
  const attachment = part([table(['甲'], ['甲', '1'], { id: 'att_1__tbl_1' })], {
    role: 'attachment',
    id: 'att_1',
    label: '附件 1',
    title: '名单',
  });
  const names = nameClauses(record({ parts: [notice, article, attachment] }));
  expect(
    ['n', 'n__to', 'chp_1', 'art_1', 'att_1', 'att_1__tbl_1'].map((id) => names.get(id)),
  ).toEqual(['通知', '通知 主送机关', '第一章', '第一条', '附件1', '附件1 表1']);
});

test('a document is cited by title and number', () => {
  expect(writeCited({ title: '办法', docNumber: '甲府字〔2020〕1号' })).toBe(
    '《办法》（甲府字〔2020〕1号）',
  );
  expect(writeCited({ title: '简报', docNumber: null })).toBe('《简报》');
  expect(writeCited({ title: null, docNumber: '甲府字〔2020〕1号' })).toBe('甲府字〔2020〕1号');
});
