import { describe, expect, test } from 'vitest';
import type { ListedDocument } from '../../src/search/documents.ts';
import { createFinder } from '../../src/search/finder.ts';
import { readNumberQuery } from '../../src/search/number-query.ts';

const listed = (id: string, number: string | null, title: string): ListedDocument => ({
  id,
  number,
  title,
  date: null,
  year: '2020',
  kind: '通知',
  section: null,
  issuers: [],
  issue: '2020年第11期',
  issueKey: '2020-11',
});

const documents = [
  listed('xfbf-2020-55', '某府办发〔2020〕55号', '某市人民政府办公室关于做好防汛工作的通知'),
  listed(
    'xfbz-2020-55',
    '某府办字〔2020〕55号',
    '某市人民政府办公室关于印发某市12345政务服务热线运行管理办法（试行）的通知',
  ),
  listed(
    'xfbz-2020-5',
    '某府办字〔2020〕5号',
    '某市人民政府办公室关于公布行政规范性文件清理结果的通知',
  ),
  listed(
    'xfbz-2021-55',
    '某府办字〔2021〕55号',
    '某市人民政府办公室关于印发某市市级储备粮管理办法的通知',
  ),
  listed('zfl-1-2022', '市政府令第1号', '某市重大行政决策程序规定'),
  listed('gb2020-11-10', null, '市政府召开第71次常务会议'),
];
const finder = createFinder(documents);
const first = (input: string) => finder.find(input)[0]?.document.id;

describe('a document is found by its number', () => {
  test.each([
    '某府办字〔2020〕55号',
    '某府办字[2020]55号',
    '某府办字［2020］55号',
    '某府办字(2020)55号',
    '某府办字（2020）55号',
    '某府办字【2020】55号',
    '某府办字﹝2020﹞55号',
    '某府办字〔２０２０〕５５号',
    '某府办字〔2020〕第55号',
    '某府办字 〔 2020 〕 55 号',
    '某府办字〔2020〕55',
    '某府办字2020-55',
    '某府办字2020年55号',
    '某府办字 2020 55',
    '某府办字202055号',
    'xfbz-2020-55',
    'XFBZ-2020-55',
  ])('%s', (input) => {
    expect(first(input)).toBe('xfbz-2020-55');
    expect(finder.find(input)[0]!.by).not.toBe('similar');
  });

  test('without a year every year, without a prefix every prefix', () => {
    const ids = (input: string) => finder.find(input).map(({ document }) => document.id);
    expect(ids('某府办字 55')).toEqual(['xfbz-2020-55', 'xfbz-2021-55']);
    expect(ids('某府办字第55号')).toEqual(['xfbz-2020-55', 'xfbz-2021-55']);
    expect(ids('〔2020〕55号')).toEqual(['xfbf-2020-55', 'xfbz-2020-55']);
    expect(ids('市政府令第1号')).toEqual(['zfl-1-2022']);
    expect(ids('令第1号')).toEqual(['zfl-1-2022']);
  });

  test.each(['2022-10', '2020年10月', '55', '55号', '〔市、区〕', '70%'])(
    '%s is no number',
    (input) => {
      expect(readNumberQuery(input)).toBeNull();
    },
  );
});

describe('a document is found by its title', () => {
  test.each([
    ['12345热线', 'xfbz-2020-55'],
    ['热线 12345', 'xfbz-2020-55'],
    ['１２３４５热线', 'xfbz-2020-55'],
    ['储备粮', 'xfbz-2021-55'],
    ['市级储备粮办法', 'xfbz-2021-55'],
    ['重大行政决策程序规定', 'zfl-1-2022'],
    ['重大行政决测程序规定', 'zfl-1-2022'],
    ['第71次常务会议', 'gb2020-11-10'],
  ])('%s', (input, id) => {
    expect(first(input)).toBe(id);
  });

  test('words that many titles have recognise none', () => {
    expect(
      createFinder([...documents, ...documents.map((one) => ({ ...one, id: `${one.id}b` }))]).find(
        '办公室',
      ),
    ).toEqual([]);
  });

  test.each(['', ' ', '，。', '<>', '%'])('%j finds nothing', (input) => {
    expect(finder.find(input)).toEqual([]);
  });
});
