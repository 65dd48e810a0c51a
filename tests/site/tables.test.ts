import { describe, expect, test } from 'vitest';
import { isGrid, overflowsPhone, toCsv, viewTable } from '../../src/site/tables.ts';
import { table, text } from './samples.ts';

const indicators = table(
  ['指标', '单位', '增速'],
  ['指标|单位|增速', '产值|亿元|-1.9', '旅游||', '3×合计'],
);

test('header and body are told apart', () => {
  const { head, body } = viewTable(indicators);
  expect([head.length, body.length]).toEqual([1, 3]);
});

test('columns are measured by their texts', () => {
  const { widths } = viewTable(
    table(
      ['序号', '单位', '成果'],
      ['序号|单位|成果名称', '1|市第一中学|陶瓷工业文化遗产研究与实践', '2||'],
    ),
  );
  expect([...widths.values()]).toEqual(['numeric', 'medium', 'long']);
  expect(overflowsPhone(widths)).toBe(true);
  expect(overflowsPhone(viewTable(indicators).widths)).toBe(false);
});

test('cells stand in their columns behind cells that span rows and columns', () => {
  const spanned = table([], ['甲|乙|丙', '丁|戊']);
  const [first] = spanned.children;
  first!.children[0]!.rowSpan = 2;
  const { columnOf, body } = viewTable(spanned);
  expect(body[1]!.children.map(columnOf)).toEqual([1, 2]);
});

describe('CSV', () => {
  test('has a byte order mark, CRLF, blank cells, and spans in their first column', () => {
    expect(toCsv(indicators)).toBe(
      '\uFEFF指标,单位,增速\r\n产值,亿元,-1.9\r\n旅游,,\r\n合计,,\r\n',
    );
  });

  test('quotes commas, quotes and line breaks', () => {
    const quoted = table([], ['甲,乙|"丙"']);
    quoted.children[0]!.children.push({
      type: 'tableCell',
      children: [
        { type: 'paragraph', children: [text('一')] },
        { type: 'paragraph', children: [text('二')] },
      ],
    });
    expect(toCsv(quoted)).toBe('\uFEFF"甲,乙","""丙""","一\n二"\r\n');
  });

  test('folded header labels stand for several header rows', () => {
    const folded = table(['县', '任务 个数'], ['县|任务', '昌江|3']);
    expect(toCsv(folded)).toBe('\uFEFF县,任务 个数\r\n昌江,3\r\n');
  });
});

test.each([
  [indicators, true],
  [table([], ['一行字']), false],
  [table([], ['甲|乙'], { data: { flattened: true } }), false],
])('only a table with rows and columns is a file', (one, expected) => {
  expect(isGrid(one)).toBe(expected);
});
