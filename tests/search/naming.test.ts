import { describe, expect, test } from 'vitest';
import { mayName, namedByTitle } from '../../src/search/browser/naming.ts';
import { readQuery } from '../../src/search/query.ts';
import { titleLabel } from '../../src/search/record.ts';
import { listed } from './listed.ts';

test.each([
  '某府办字〔2020〕55号',
  '某府办字[2020] 55号',
  '某府办字 55',
  'xfbz-2020-55',
  '市政府令第1号',
  '12345热线 第七条',
  '12345热线',
  '2022年第7期',
  '2022年7月',
  '《储备粮管理办法》',
  '储备粮管理办法',
  '热线运行管理办法（试行）',
])('%s may name something', (input) => {
  expect(mayName(input, readQuery(input))).toBe(true);
});

test.each(['热线', '营商环境', '应当 办结', '70%', '补贴', ''])('%j names nothing', (input) => {
  expect(mayName(input, readQuery(input))).toBe(false);
});

describe('documents whose titles hold the words', () => {
  const hit = (title: string, label = titleLabel) => ({
    document: listed(title, title, '2020'),
    clauses: [{ id: '', label, text: title, marks: [] }],
    together: true,
    unread: 0,
  });

  test('are named by them, the whole title before words of it', () => {
    const query = readQuery('热线办法');
    const named = namedByTitle(
      [hit('热线办法'), hit('某市热线办法'), hit('另一篇', '第一条')],
      query,
    );
    expect(named.map(({ document: { id }, by }) => [id, by])).toEqual([
      ['热线办法', 'title'],
      ['某市热线办法', 'words'],
    ]);
  });

  test('are not named where they are many', () => {
    const many = Array.from({ length: 6 }, (_, at) => hit(`热线${String(at)}`));
    expect(namedByTitle(many, readQuery('热线'))).toEqual([]);
  });
});
