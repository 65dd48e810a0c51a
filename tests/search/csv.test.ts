import { expect, test } from 'vitest';
import { writeCell, writeCsv } from '../../src/search/csv.ts';
import type { ListedDocument } from '../../src/search/documents.ts';

const document: ListedDocument = {
  id: 'xfbz-2020-55',
  title: '关于印发“热线”办法的通知',
  number: '某府办字〔2020〕55号',
  date: '2020-11-20',
  year: '2020',
  kind: '通知',
  section: null,
  issuers: ['甲局', '乙局'],
  issue: '2020年第11期',
  issueKey: '2020-11',
};

test('one line for each clause, with its permanent address', () => {
  const csv = writeCsv(
    [
      {
        document,
        clauses: [
          { id: 'art_13', label: '第十三条', text: '他说："是"，\n对。' },
          { id: '', label: '标题', text: '热线' },
        ],
      },
    ],
    'https://example.org',
  );
  const head = '"文件","发文字号","成文日期","发文机关","条款","文字","地址"';
  const facts = '"关于印发“热线”办法的通知","某府办字〔2020〕55号","2020-11-20","甲局、乙局"';
  expect(csv).toBe(
    `\uFEFF${head}\r\n` +
      `${facts},"第十三条","他说：""是""，\n对。","https://example.org/documents/xfbz-2020-55/#art_13"\r\n` +
      `${facts},"标题","热线","https://example.org/documents/xfbz-2020-55/"\r\n`,
  );
});

test.each(['=1+1', '+86', '-5℃', '@某', '＝1', '－5', '\tx'])(
  '%j is no formula in a spreadsheet',
  (text) => {
    expect(writeCell(text)).toBe(`"'${text}"`);
  },
);

test.each(['a=1', '〔2020〕', "'x", ''])('%j stays', (text) => {
  expect(writeCell(text)).toBe(`"${text}"`);
});
