import { expect, test } from 'vitest';
import type { CitableClause } from '../../src/citing/clause-tree.ts';
import { findFragment } from '../../src/citing/fragments.ts';

const names: [id: string, name: string][] = [
  ['n', '通知'],
  ['n__p_1', '通知'],
  ['chp_1', '第一章'],
  ['chp_2', '第二章'],
  ['chp_2__sec_1', '第二章第一节'],
  ['art_7', '第七条'],
  ['art_7__para_1', ''],
  ['art_7__para_1__item_1', '第七条第（一）项'],
  ['art_7__para_1__item_2', '第七条第（二）项'],
  ['art_7__para_1__item_2__pt_1', '第七条第（二）项第1目'],
  ['art_13', '第十三条'],
  ['art_13__para_1', '第十三条第一款'],
  ['art_13__para_1__item_1', '第十三条第一款第（一）项'],
  ['art_13__para_1__item_2', '第十三条第一款第（二）项'],
  ['art_13__para_2', '第十三条第二款'],
  ['art_13__para_2__item_1', '第十三条第二款第（一）项'],
  ['art_13-1', '第十三条之一'],
  ['a_2', '二、'],
  ['a_2__b_3', '二、（三）'],
  ['a_2__b_3__c_1', '二、（三）1.'],
  ['att_2', '附件2'],
  ['att_2__art_1', '附件2 第一条'],
  ['att_2__tbl_1', '附件2 表1'],
  ['att_2__tbl_1__r_3', '附件2 表1 第3行'],
];
const clauses = names.map(([id, name], at): CitableClause => ({
  id,
  name,
  label: id === 'att_2' ? '附件2' : '',
  text: '',
  ...(id === 'art_7' ? { former: ['art_6-1'] } : {}),
  below: names.slice(at).filter(([other]) => other.startsWith(`${id}__`)).length,
}));
const idAt = (place: number) => clauses[place]?.id ?? '';

test.each([
  ['art_13', ['art_13']],
  ['ART_13', ['art_13']],
  // The id it had before.
  ['art_6-1', ['art_7']],
  // The article has one 款.
  ['art_7__item_2', ['art_7__para_1__item_2']],
  ['art_7__item_2__pt_1', ['art_7__para_1__item_2__pt_1']],
  ['art_7__pt_1', ['art_7__para_1__item_2__pt_1']],
  // One of its two 款 has such a 项, or both.
  ['art_13__item_2', ['art_13__para_1__item_2']],
  ['art_13__item_1', ['art_13__para_1__item_1', 'art_13__para_2__item_1']],
  ['sec_1', ['chp_2__sec_1']],
  // A heading's level left out.
  ['a_2__c_1', ['a_2__b_3__c_1']],
  ['第十三条', ['art_13']],
  ['第13条', ['art_13']],
  ['13条', ['art_13']],
  ['第十三条之一', ['art_13-1']],
  ['第十三条第一款第（二）项', ['art_13__para_1__item_2']],
  ['第十三条第一款第(二)项', ['art_13__para_1__item_2']],
  ['第十三条第一款第二项', ['art_13__para_1__item_2']],
  ['第七条第二项', ['art_7__para_1__item_2']],
  ['第七条第一款', ['art_7__para_1']],
  ['第一章', ['chp_1']],
  ['二、（三）', ['a_2__b_3']],
  ['二、', ['a_2']],
  ['附件2', ['att_2']],
  ['附件2第一条', ['att_2__art_1']],
  ['附件2表1第3行', ['att_2__tbl_1__r_3']],
  ['通知', ['n']],
])('%s is %j', (fragment, ids) => {
  expect(findFragment(fragment, clauses)?.places.map(idAt)).toEqual(ids);
});

test.each([
  ['art_13__para_9', 'art_13', '第十三条共2款，没有第九款。'],
  ['第十三条第九款第一项', 'art_13', '第十三条共2款，没有第九款。'],
  [
    'art_13__para_1__item_9',
    'art_13__para_1',
    '第十三条第一款共2项（第（一）项至第（二）项），没有第（九）项。',
  ],
  ['第九十九条第二款', '', '本文共3条（第七条至第十三条之一），没有第九十九条。'],
  ['art_13-2', '', '本文共3条（第七条至第十三条之一），没有第十三条之二。'],
  ['chp_9', '', '本文共2章（第一章至第二章），没有第九章。'],
  ['附件3第一条', '', '本文共1个附件（附件2），没有附件3。'],
  ['att_3__art_1', '', '本文共1个附件（附件2），没有附件3。'],
  ['a_2__b_9', 'a_2', '二、共1个小标题（（三）），没有（九）。'],
  ['art_7__para_1__item_1__pt_1', 'art_7__para_1__item_1', '第七条第（一）项没有第1目。'],
])('#%s is not there; %s is, and it says: %s', (fragment, reached, missing) => {
  const search = findFragment(fragment, clauses);
  expect(search?.places).toEqual([]);
  expect(idAt(search!.reached)).toBe(reached);
  expect(search!.missing).toBe(missing);
});

test.each(['nonsense', 'x_1', '第一项工作', '前款', '一派胡言', '', 'art_'])(
  '%s is not read',
  (fragment) => {
    expect(findFragment(fragment, clauses)).toBeNull();
  },
);
