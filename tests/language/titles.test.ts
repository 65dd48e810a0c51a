import { expect, test } from 'vitest';
import { carriedBy } from '../../src/language/carried-titles.ts';
import { readAttachmentList } from '../../src/language/attachment-list.ts';
import { issuersOf, kindOf, normaliseTitle, quotedTitles } from '../../src/language/titles.ts';

test.each([
  [
    '某市人民政府办公室 关于印发某市办法 （试行）的通知',
    '某市人民政府办公室关于印发某市办法（试行）的通知',
  ],
  [
    '某市人民政府关于对 2020 年上半年度 作出贡献的通报',
    '某市人民政府关于对2020年上半年度作出贡献的通报',
  ],
  [
    '中共某市委 某市人民政府关于印发《方案》的通知',
    '中共某市委 某市人民政府关于印发《方案》的通知',
  ],
  [
    '中共某市委 某市人民政府 关于印发《方案》的通知',
    '中共某市委 某市人民政府关于印发《方案》的通知',
  ],
  [
    '某市农业农村局 某市司法局关于 印发《机制》 的通知',
    '某市农业农村局 某市司法局关于印发《机制》的通知',
  ],
])('%s', (text, title) => {
  expect(normaliseTitle(text)).toBe(title);
});

test.each([
  ['某市人民政府关于表彰先进的通报', ['某市人民政府'], '通报'],
  ['中共某市委 某市人民政府关于印发《方案》的通知', ['中共某市委', '某市人民政府'], '通知'],
  ['某市安委会转发某省安委会关于印发《办法》的通知', ['某市安委会'], '通知'],
  ['某市人民政府关于周某等同志职务任免的通知', ['某市人民政府'], '任免'],
  ['某市人民政府关于聘任王某等同志为参事的通知', ['某市人民政府'], '任免'],
  ['某市人民政府关于建立救助制度的实施意见', ['某市人民政府'], '意见'],
  ['市政府召开第71次常务会议', [], '会议'],
  ['市政府党组第13次会议暨市政府第11次常务会议召开', [], '会议'],
  ['2020年1-9月国民经济主要指标', [], '统计'],
  ['关于某市人民政府公报网址变更的说明', [], '说明'],
  ['2022年市重点工程9月份简报', [], '简报'],
  ['某市储备粮管理办法（试行）', [], '规章'],
])('%s', (title, issuers, kind) => {
  expect(issuersOf(title)).toEqual(issuers);
  expect(kindOf(title)).toBe(kind);
});

test('titles quoted in a text, with their places', () => {
  const text = '根据《关于印发〈某办法〉的通知》和《某条例》';
  expect(
    quotedTitles(text).map(({ title, start, end }) => [title, text.slice(start, end)]),
  ).toEqual([
    ['关于印发〈某办法〉的通知', '关于印发〈某办法〉的通知'],
    ['某条例', '某条例'],
  ]);
});

test('the text a document carries', () => {
  expect(carriedBy('某市人民政府办公室关于印发某市热线管理办法的通知')).toContain(
    '某市热线管理办法',
  );
  expect(carriedBy('某局关于印发《甲办法》、《乙制度》的通知')).toEqual(
    expect.arrayContaining(['甲办法', '乙制度']),
  );
  expect(carriedBy('某市办公室转发市医保局等四部门关于推进统筹工作方案的通知')).toContain(
    '关于推进统筹工作方案',
  );
});

test.each([
  ['附件：名单', [{ number: null, title: '名单' }]],
  [
    '附件：1．2018 年 1-12 月甲市情况2．2018 年 1-12 月乙县情况',
    [
      { number: 1, title: '2018年1-12月甲市情况' },
      { number: 2, title: '2018年1-12月乙县情况' },
    ],
  ],
  [
    '附件:1. 登记表2. 流程图',
    [
      { number: 1, title: '登记表' },
      { number: 2, title: '流程图' },
    ],
  ],
])('%s', (text, listed) => {
  expect(readAttachmentList(text)).toEqual(listed);
});
