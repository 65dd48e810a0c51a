import { describe, expect, test } from 'vitest';
import {
  isDisclosure,
  isSourceNote,
  readAttachmentLabel,
  readOrgans,
  readSignedLine,
  readSigner,
  readTitledAttachment,
} from '../../src/language/standing-forms.ts';

describe('attachment labels', () => {
  test.each([
    ['附件', '附件', null],
    ['附件：', '附件', null],
    ['附 件 2', '附件2', 2],
    ['附件三', '附件三', 3],
    ['（附件1）', '附件1', 1],
    ['附件1-2', '附件1-2', 1],
    ['附表1', '附表1', 1],
    ['附', '附', null],
  ])('%s', (text, label, number) => {
    expect(readAttachmentLabel(text)).toMatchObject({ label, number });
  });

  test.each(['附件：1．任务清单', '附件1所列事项', '附件的格式', '附则', '附近'])(
    'none: %s',
    (text) => {
      expect(readAttachmentLabel(text)).toBeNull();
    },
  );

  test('with the title on the line', () => {
    expect(readTitledAttachment('附件2：任务分工表', false)).toMatchObject({
      label: '附件2',
      number: 2,
      length: 4,
      title: '任务分工表',
    });
    expect(readTitledAttachment('附件2 任务分工表', false)).toBeNull();
    expect(readTitledAttachment('附件2 任务分工表', true)?.title).toBe('任务分工表');
    expect(readTitledAttachment('附件2：任务分工表；', false)).toBeNull();
  });
});

test.each([
  ['市长 李明', '市长 李明', null],
  ['市 长 李 明', '市长 李 明', null],
  ['代市长：李明', '代市长：李明', null],
  ['盟长 李明', '盟长 李明', null],
  ['云川市人民政府市长 李明', '云川市人民政府市长 李明', null],
  ['州长 阿不都·热合曼', '州长 阿不都·热合曼', null],
  ['市长 李明 2021年3月9日', '市长 李明', '2021-03-09'],
])('signer: %s', (text, signer, date) => {
  expect(readSigner(text)).toEqual({ signer, date });
});

test.each(['市长主持召开会议，研究部署工作。', '市长', '李明 市财政局局长'])(
  'no signer: %s',
  (text) => {
    expect(readSigner(text)).toBeNull();
  },
);

test.each([
  ['（此件公开发布）', true],
  ['(本件主动公开)', true],
  ['（公开方式：主动公开）', true],
  ['公开方式：主动公开', true],
  ['（此件见附件）所列', false],
  ['公开方式：按照规定公开有关信息', false],
])('disclosure: %s', (text, is) => {
  expect(isDisclosure(text)).toBe(is);
});

test.each([
  ['（市统计局）', true],
  ['（来源：云川日报）', true],
  ['（市发改委编）', true],
  ['（各县市区）', false],
  ['（试行）', false],
])('source note: %s', (text, is) => {
  expect(isSourceNote(text)).toBe(is);
});

test('authorities, and authorities with a date', () => {
  expect(readOrgans('云川市财政局 云川市民政局')).toEqual(['云川市财政局', '云川市民政局']);
  expect(readOrgans('云川市财政局关于')).toBeNull();
  expect(readSignedLine('云川市人民政府 2021年3月9日')).toEqual({
    names: ['云川市人民政府'],
    date: '2021-03-09',
  });
  expect(readSignedLine('截至 2021年3月9日')).toBeNull();
});
