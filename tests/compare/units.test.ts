/** What a document is cut into. */
import { expect, test } from 'vitest';
import { unitsOf } from '../../src/compare/units.ts';
import type { Flow, Heading, Part, Table } from '../../src/model/tree.ts';
import { nameClauses } from '../../src/site/clause-names.ts';
import { part, record, text } from '../site/samples.ts';

const long = '负责协调推进各项工作，定期通报进展情况。'.repeat(8);
const paragraph = (id: string, value: string): Flow => ({
  ...{ type: 'paragraph', id, children: [text(value)] },
});
const heading = (id: string, label: string, title: string, children: Flow[]): Heading => ({
  ...{ type: 'heading', id, style: 'a', label, number: 1, title, children },
});

function outline(parts: Part[]): string[] {
  const document = record({ parts });
  return unitsOf(document, nameClauses(document)).map(
    ({ kind, id, within, lines }) =>
      `${kind} ${id} ${within.length > 0 ? `[${within.join('/')}] ` : ''}${lines.map((line) => line.slice(0, 12)).join(' | ')}`,
  );
}

test('articles with all that is in them, chapters as titles, the notice that carries them as one', () => {
  const notice = part([paragraph('n__p_1', '现印发给你们。'), paragraph('n__p_2', '特此通知。')]);
  const promulgated = part([
    {
      ...{ type: 'chapter', id: 'chp_1', label: '第一章', number: 1, title: '总则' },
      children: [
        {
          ...{ type: 'article', id: 'art_1', label: '第一条', number: [1] },
          children: [
            {
              ...{ type: 'paragraph', id: 'art_1__para_1', number: 1 },
              children: [
                text('受理下列事项：'),
                {
                  ...{ type: 'item', id: 'art_1__para_1__item_1', label: '（一）', number: 1 },
                  children: [text('咨询；')],
                },
              ],
            },
          ],
        },
      ],
    },
  ]);
  expect(
    outline([
      { ...notice, role: 'notice', id: 'n' },
      { ...promulgated, role: 'promulgated', title: '办法' },
    ]),
  ).toEqual([
    'text n 现印发给你们。 | 特此通知。',
    'title chp_1 总则',
    'text art_1 [第一章 总则] 受理下列事项： | （一）咨询；',
  ]);
});

test('a long heading gives its headings, a short one stays whole', () => {
  const inner = (n: number, value: string) =>
    heading(`a_1__b_${String(n)}`, `（${'一二'[n - 1]!}）`, '分工', [
      paragraph(`a_1__b_${String(n)}__p_1`, value),
    ]);
  const tree = (value: string) => [
    part([heading('a_1', '一、', '措施', [inner(1, value), inner(2, value)])]),
  ];
  expect(outline(tree('宣传。'))).toEqual([
    'text a_1 措施 | （一）分工 | 宣传。 | （二）分工 | 宣传。',
  ]);
  expect(outline(tree(long))).toEqual([
    'title a_1 措施',
    'text a_1__b_1 [一、 措施] 分工 | 负责协调推进各项工作，定',
    'text a_1__b_2 [一、 措施] 分工 | 负责协调推进各项工作，定',
  ]);
});

test('a table is a unit, a line for each row', () => {
  const cell = (value: string) => ({ type: 'tableCell' as const, children: [text(value)] });
  const table: Table = {
    ...{ type: 'table', id: 'tbl_1', caption: '任务表', columns: ['任务', '单位'] },
    children: [
      { type: 'tableRow', header: true, children: [cell('任务'), cell('单位')] },
      { type: 'tableRow', id: 'tbl_1__r_1', children: [cell('宣传'), cell('民政局')] },
    ],
  };
  expect(outline([part([table])])).toEqual(['table tbl_1 任务表 | 任务｜单位 | 宣传｜民政局']);
});
