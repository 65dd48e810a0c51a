/** Names of documents in running text, worded as in the five issues and in laws. */
import { describe, expect, test } from 'vitest';
import { findAttachmentReferences } from '../../src/language/attachment-references.ts';
import { namedDocuments, shortNames } from '../../src/language/named-documents.ts';
import { isSlip, looseTitleKeys, titleKeys } from '../../src/language/title-keys.ts';

describe('documents', () => {
  test.each([
    [
      '根据《水利管理办法》（甲府发〔2020〕5号）执行',
      [['《水利管理办法》（甲府发〔2020〕5号）', '甲府发〔2020〕5号']],
    ],
    ['按照国办函〔2016〕108号要求', [['国办函〔2016〕108号', '国办函〔2016〕108号']]],
    [
      '《重大决策条例》（国务院令第713号）和《办法》',
      [
        ['《重大决策条例》（国务院令第713号）', '国务院令第713号'],
        ['《办法》', null],
      ],
    ],
    // A number without a title that is no 发文字号 is none.
    ['市人民政府令第3号公布', []],
    ['依照《甲法》第三条、〔市、区〕规定', [['《甲法》', null]]],
  ])('%s', (text, expected) => {
    const found = namedDocuments(text);
    expect(found.map(({ start, end, docNumber }) => [text.slice(start, end), docNumber])).toEqual(
      expected,
    );
  });

  test.each([
    ['《江西省旅游条例》（以下简称条例）精神', [['条例', '江西省旅游条例']]],
    ['《旅游投诉处理办法》（以下简称《办法》）', [['办法', '旅游投诉处理办法']]],
    ['《甲办法》（甲府发〔2020〕5号，以下简称“办法”）', []],
    ['热线受理中心（以下简称“中心”）', []],
  ])('short names of %s', (text, expected) => {
    expect([...shortNames(text)]).toEqual(expected);
  });
});

describe('attachments', () => {
  const read = (text: string) =>
    findAttachmentReferences(text).map(({ start, end, number, branch }) => [
      text.slice(start, end),
      number,
      branch,
    ]);

  test.each([
    ['详见附件1', [['附件1', 1, null]]],
    ['（见附件 2）', [['附件 2', 2, null]]],
    [
      '附件1、附件2',
      [
        ['附件1', 1, null],
        ['附件2', 2, null],
      ],
    ],
    [
      '按附件2、3填报',
      [
        ['附件2', 2, null],
        ['3', 3, null],
      ],
    ],
    ['附件1-2所列', [['附件1-2', 1, 2]]],
    ['附件三', [['附件三', 3, null]]],
    ['（见附件）', [['附件', null, null]]],
    ['作为方案附件', []],
    ['上传相关附件（三联单）', []],
    ['报送附件3份', []],
    ['见附件材料', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('one title in several forms', () => {
  test('without its issuer, and without （试行） where no other can be meant', () => {
    expect(titleKeys('甲市人民政府关于加强水库管理的意见')).toEqual([
      '甲市人民政府关于加强水库管理的意见',
      '关于加强水库管理的意见',
    ]);
    expect(titleKeys('水库管理办法（试行）')).toEqual(['水库管理办法试行']);
    expect(looseTitleKeys('水库管理办法（试行）')).toEqual(['水库管理办法试行', '水库管理办法']);
  });

  test.each([
    ['景德镇市2022年度重大行政决策事项目录', '景德镇市2022年重大行政决策事项目录', true],
    ['云川市水库安全管理实施办法', '云川市水库安全管理实施细则', false],
    ['云川市2021年水库安全管理要点', '云川市2022年水库安全管理要点', false],
  ])('%s and %s', (a, b, same) => {
    expect(isSlip(a, b)).toBe(same);
  });
});
