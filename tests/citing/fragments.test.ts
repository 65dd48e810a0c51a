import { expect, test } from 'vitest';
import { idsFromFragment, type NamedIds } from '../../src/citing/fragments.ts';

const clauses: NamedIds = new Map([
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
]);

test.each([
  ['art_13', ['art_13']],
  ['ART_13', ['art_13']],
  // The article has one 款.
  ['art_7__item_2', ['art_7__para_1__item_2']],
  ['art_7__item_2__pt_1', ['art_7__para_1__item_2__pt_1']],
  ['art_7__pt_1', ['art_7__para_1__item_2__pt_1']],
  // One of its two 款 has such a 项, or both.
  ['art_13__item_2', ['art_13__para_1__item_2']],
  ['art_13__item_1', ['art_13__para_1__item_1', 'art_13__para_2__item_1']],
  ['sec_1', []],
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
  ['二', ['a_2']],
  ['附件2', ['att_2']],
  ['附件2第一条', ['att_2__art_1']],
  ['附件2表1第3行', ['att_2__tbl_1__r_3']],
  ['通知', ['n']],
])('%s is %j', (fragment, ids) => {
  expect(idsFromFragment(fragment, clauses).ids).toEqual(ids);
});

test.each([
  ['art_13__para_9', 'art_13', '第九款', '2款'],
  ['art_13__para_1__item_9', 'art_13__para_1', '第（九）项', '2项'],
  ['art_13__para_9__item_1', 'art_13', '第九款', '2款'],
  ['第十三条第九款', 'art_13', '第九款', '2款'],
  ['第十三条第九款第一项', 'art_13', '第九款', '2款'],
  ['art_99', '', '第九十九条', '3条'],
  ['第九十九条第二款', '', '第九十九条', '3条'],
  ['art_13-2', '', '第十三条之二', '3条'],
  ['chp_2__sec_4', 'chp_2', '第四节', '1节'],
  ['chp_9', '', '第九章', '2章'],
  ['att_2__art_5', 'att_2', '第五条', '1条'],
  ['att_3__art_1', '', '附件3', '1个附件'],
  ['附件3第一条', '', '附件3', '1个附件'],
  ['a_2__b_9', 'a_2', '（九）', '1处'],
  ['a_9', '', '九、', '1处'],
  ['att_2__tbl_1__r_9', 'att_2__tbl_1', '第9行', '1行'],
  ['art_7__para_1__item_1__pt_1', 'art_7__para_1__item_1', '第1目', ''],
])('of %s there is #%s, but no %s among %s', (fragment, reached, missing, present) => {
  expect(idsFromFragment(fragment, clauses)).toEqual({ ids: [], reached, missing, present });
});

test.each(['nonsense', 'x_1', '第一项工作', '第三条至第五条', '前款', '一派胡言', '', 'art_'])(
  '%s is not read',
  (fragment) => {
    expect(idsFromFragment(fragment, clauses)).toMatchObject({ ids: [], missing: '' });
  },
);
