import { describe, expect, test } from 'vitest';
import type { ListedDocument } from '../../src/search/documents.ts';
import { limitedTitles, meetsLimits } from '../../src/search/limits.ts';
import { maxLength, readQuery } from '../../src/search/query.ts';

const read = (input: string) => {
  const { phrases, excluded } = readQuery(input);
  return [phrases.map(({ folded }) => folded), excluded.map(({ folded }) => folded)];
};

describe('an input is read', () => {
  test.each([
    ['医疗保障', ['医疗保障'], []],
    ['医疗 门诊', ['医疗', '门诊'], []],
    ['医疗　门诊', ['医疗', '门诊'], []],
    ['"市 政府" 热线', ['市政府', '热线'], []],
    ['“市 政府”热线', ['市政府', '热线'], []],
    ['＂市 政府＂ 「热 线」', ['市政府', '热线'], []],
    ['“热线”“考核”', ['热线', '考核'], []],
    ['”热线“', ['热线'], []],
    ['补贴 -就业', ['补贴'], ['就业']],
    ['补贴 －“就业 创业”', ['补贴'], ['就业创业']],
    ['补贴 −就业', ['补贴'], ['就业']],
    ['-就业', [], ['就业']],
    ['补贴-就业', ['补贴-就业'], []],
    ['wi-fi 2022-2025', ['wi-fi', '2022-2025'], []],
    ['医疗保障 医疗', ['医疗保障'], []],
    ['医疗 医疗', ['医疗'], []],
    ['补贴 -医疗 -医疗保障', ['补贴'], ['医疗']],
    ['55号 5', ['55号', '5'], []],
    ['应当办结。', ['应当办结'], []],
    ['“应当办结。”', ['应当办结。'], []],
    ['县（市、区）', ['县(市、区)'], []],
    ['ＡＰＰ ２４小时', ['app', '24小时'], []],
    ['5%', ['5%'], []],
    // Marks inside a sentence are part of it.
    ['“放管服”改革', ['放管服"改革'], []],
    ['深化“放管服”改革', ['深化"放管服"改革'], []],
    ['，。！ -', [], []],
    ['“，。”', [], []],
    ['', [], []],
    ['"未闭合 引号', ['未闭合', '引号'], []],
    ['<script>alert(1)</script>', ['《script》alert(1)《/script》'], []],
    ['%', [], []],
    ['\ud800', [], []],
    ['作者:张三', ['作者:张三'], []],
    ['热线 OR 考核', ['热线', 'or', '考核'], []],
  ])('%j', (input, phrases, excluded) => {
    expect(read(input)).toEqual([phrases, excluded]);
  });
});

describe('limits to fields are read', () => {
  test.each([
    ['标题:办法', [], ['title 办法']],
    ['标题：办法 考核', ['考核'], ['title 办法']],
    ['标题： 办法', [], ['title 办法']],
    ['标题:“政务 热线” 考核', ['考核'], ['title 政务热线']],
    ['標題:办法', [], ['title 办法']],
    ['-标题:试行 热线', ['热线'], ['-title 试行']],
    ['标题:办法 标题:热线 标题:办法', [], ['title 办法', 'title 热线']],
    ['文号:景府办字 热线', ['热线'], ['number 景府办字']],
    ['文号:景府办字[2020]55号', [], ['number 景府办字(2020)55号']],
    ['机关：市医保局', [], ['issuer 市医保局']],
    ['发文机关:市医保局', [], ['issuer 市医保局']],
    // Not at the beginning of a word, or without one: text.
    ['附件标题:办法', ['附件标题:办法'], []],
    ['标题:', ['标题'], []],
    ['“标题:办法”', ['标题:办法'], []],
  ])('%j', (input, phrases, limits) => {
    const query = readQuery(input);
    expect(query.phrases.map(({ folded }) => folded)).toEqual(phrases);
    expect(
      query.limits.map(({ field, folded, excluded }) => `${excluded ? '-' : ''}${field} ${folded}`),
    ).toEqual(limits);
  });
});

test.each([
  ['', ''],
  ['，。', ''],
  ['热线', '含“热线”'],
  ['热线 考核 -试行 标题:办法', '同时含“热线”和“考核”，不含“试行”，标题含“办法”'],
  ['热线 考核 工单', '同时含“热线”、“考核”和“工单”'],
  ['热线 -试行 -修订', '含“热线”，不含“试行”或“修订”'],
  ['标题:办法 -标题:试行', '标题含“办法”，标题不含“试行”'],
  ['标题:办法 标题:热线', '标题同时含“办法”和“热线”'],
  ['文号:景府办字 机关:市政府', '文号含“景府办字”，发文机关含“市政府”'],
  ['“放管服”改革', '含“放管服改革”'],
])('%j is explained as %j', (input, explanation) => {
  expect(readQuery(input).explanation).toBe(explanation);
});

test.each([
  ['12345热线 第七条', '12345热线 第七条'],
  ['《某办法》第三条', '《某办法》第三条'],
  ['标题:热线 考核 -试行', '热线 考核'],
  ['文号:景府办字〔2020〕55号', '景府办字〔2020〕55号'],
  ['-试行', ''],
  ['机关:市政府', ''],
])('in %j what names documents is %j', (input, plain) => {
  expect(readQuery(input).plain).toBe(plain);
});

test('a long input is cut, and that is said', () => {
  const query = readQuery('甲'.repeat(10_000));
  expect(query.cut).toBe(true);
  expect(query.phrases[0]!.folded).toHaveLength(maxLength);
  expect(query.explanation).toMatch(/（输入过长，只查前面一部分）$/);
  expect(readQuery('甲 乙 丙 丁 戊 己 庚 辛 壬').cut).toBe(true);
  expect(readQuery('甲乙').cut).toBe(false);
});

describe('documents meet limits', () => {
  const document: ListedDocument = {
    id: 'a',
    title: '某市人民政府关于印发某市热线办法（试行）的通知',
    number: '某府字〔2020〕55号',
    date: '2020-01-01',
    year: '2020',
    kind: '通知',
    section: null,
    issuers: ['某市人民政府', '某市财政局'],
    issue: '2020年第1期',
    issueKey: '2020-1',
    parts: { '': '某市热线办法（试行）', att_1: '考核评分表' },
  };
  const limits = (input: string) => readQuery(input).limits;

  test.each([
    ['标题:热线', true],
    ['标题:评分表', true],
    ['标题:热线 标题:评分表', true],
    ['标题:补贴', false],
    ['-标题:试行', false],
    ['-标题:补贴', true],
    ['文号:某府字(2020)55号', true],
    ['文号:55', true],
    ['文号:5', false],
    ['机关:财政局', true],
    ['机关:民政局', false],
  ])('%s: %s', (input, meets) => {
    expect(meetsLimits(document, limits(input))).toBe(meets);
  });

  test('and are shown by the titles that hold the words', () => {
    const marked = (input: string) =>
      limitedTitles(document, limits(input)).map(({ id, text, marks }) => [
        id,
        marks.map(({ start, end }) => text.slice(start, end)).join('/'),
      ]);
    expect(marked('标题:热线')).toEqual([
      ['', '热线'],
      ['', '热线'],
    ]);
    expect(marked('标题:评分表')).toEqual([['att_1', '评分表']]);
    expect(marked('机关:财政局')).toEqual([['', '']]);
  });
});
