import { describe, expect, test } from 'vitest';
import type { Table, TableCell } from '../../src/model/tree.ts';
import { isGrid, readOverflow, toCsv, viewTable } from '../../src/site/tables.ts';
import { cell, table, text } from './samples.ts';

const indicators = table(
  ['指标', '单位', '增速'],
  ['指标|单位|增速', '产值|亿元|-1.9', '旅游||', '3×合计'],
);

function rows(...lines: TableCell[][]): Table {
  return {
    type: 'table',
    columns: [],
    children: lines.map((children) => ({ type: 'tableRow', children })),
  };
}

test('header and body are told apart', () => {
  const { head, body } = viewTable(indicators);
  expect([head.length, body.length]).toEqual([1, 3]);
});

test('cells stand in their columns behind cells that span rows and columns', () => {
  const upper = [{ ...cell('甲'), rowSpan: 2 }, cell('2×乙'), cell('丙')];
  const lower = [cell('丁'), cell('戊')];
  const { columnOf } = viewTable(rows(upper, lower));
  expect([upper, lower].map((cells) => cells.map(columnOf))).toEqual([
    [0, 1, 3],
    [1, 2],
  ]);
});

test('columns are measured by their texts', () => {
  const { widths } = viewTable(
    table(
      ['序号', '单位', '成果', '备注'],
      ['序号|单位|成果名称|备注', '1|市第一中学|陶瓷工业文化遗产研究与实践|', '2|||'],
    ),
  );
  expect([...widths.values()]).toEqual(['numeric', 'medium', 'long', 'short']);
  expect(readOverflow(widths)).toBe('phone');
  expect(readOverflow(viewTable(indicators).widths)).toBe(null);
});

describe('CSV', () => {
  test('has a byte order mark, CRLF, blank cells, and spans in their first column', () => {
    expect(toCsv(indicators)).toBe(
      '\uFEFF指标,单位,增速\r\n产值,亿元,-1.9\r\n旅游,,\r\n合计,,\r\n',
    );
  });

  test('quotes commas, quotes and line breaks', () => {
    const lines: TableCell = {
      type: 'tableCell',
      children: ['一', '二'].map((line) => ({ type: 'paragraph', children: [text(line)] })),
    };
    expect(toCsv(rows([cell('甲,乙'), cell('"丙"'), lines]))).toBe(
      '\uFEFF"甲,乙","""丙""","一\n二"\r\n',
    );
  });

  test('folded header labels stand for several header rows', () => {
    const folded = table(['县', '任务 个数'], ['县|任务', '昌江|3']);
    expect(toCsv(folded)).toBe('\uFEFF县,任务 个数\r\n昌江,3\r\n');
  });
});

test.each([
  ['a table', indicators, true],
  ['a single column', table([], ['一行字']), false],
  ['a flattened table', table([], ['甲|乙'], { data: { flattened: true } }), false],
])('%s is a file: %s', (_name, one, expected) => {
  expect(isGrid(one)).toBe(expected);
});
