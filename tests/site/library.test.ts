import { expect, test } from 'vitest';
import type { ParsedIssue } from '../../src/model/content.ts';
import { readContents } from '../../src/site/contents.ts';
import { groupByYear, readCover } from '../../src/site/covers.ts';
import { readEntries } from '../../src/site/entries.ts';
import { buildLibrary } from '../../src/site/library.ts';
import { document, issue, message, record, series } from './samples.ts';

const first = document({
  id: 'a',
  title: '甲市人民政府关于加强水库管理的意见',
  docNumber: '甲府字〔2020〕1号',
  date: '2020-11-02',
});
const second = document({
  id: 'b',
  docNumber: null,
  date: '2020-11-20',
  cites: [{ docNumber: '甲府字[2020] 1号', title: null, span: null }],
});
const later = document({ id: 'c', docNumber: null, date: null }, '2022-u1');
const printed = issue([first, second]);
const issues = [printed, issue([later], { key: '2022-u1', id: '2022-u1', to: '2022-11-01' })];
const library = buildLibrary([series], issues, [first, second, later]);

test('issues and documents are newest first', () => {
  expect(library.issues.map(({ key }) => key)).toEqual(['2022-u1', '2020-11']);
  expect(library.documents.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
});

test('neighbours follow time for issues and print for documents', () => {
  expect(library.issueNeighbours(printed)).toEqual({ previous: null, next: issues[1] });
  expect(library.documentNeighbours(first)).toEqual({ previous: null, next: second });
});

test('citations are followed both ways', () => {
  expect(library.resolve({ docNumber: null, title: first.record.title }, second)).toBe(first);
  expect(library.citing(first)).toEqual([second]);
});

test('a missing document is named', () => {
  const broken = buildLibrary([series], [issue([first])], []);
  expect(() => broken.documentsOf(issue([first]))).toThrow('Nothing has the id `a`');
});

test('a parsed issue is cut into entries that keep how fields were printed', () => {
  const made = record({
    data: {
      fields: {
        date: [
          { start: 2, end: 8 },
          { start: 8, end: 15 },
        ],
      },
      inferred: {},
      page: null,
    },
  });
  const { key, documents, ...rest } = issue([first]);
  const { series: _, id, label, from, to, facts, decisions, ...output } = rest;
  const parsed: ParsedIssue = {
    ...{ series: 'a', id, label, from, to, facts, decisions },
    raw: '甲 2020 年 11 月2日',
    output: {
      ...output,
      documents: [made],
      messages: [message({ document: made.id }), message()],
    },
  };
  const entries = readEntries(parsed, { ...series, prefix: 'nc' });
  expect(key).toBe('2020-11');
  expect(documents).toEqual(['a']);
  expect(entries.issue.key).toBe('nc-2020-11');
  expect(entries.issue).not.toHaveProperty('raw');
  expect(entries.documents[0]?.printed.date).toBe('2020 年11 月2日');
  expect(entries.documents[0]?.messages).toHaveLength(1);
});

test('an issue without a printed number says so on its cover', () => {
  expect(readCover(issue([]))).toEqual({ year: '2020年', number: '第11期', total: '总第23期' });
  const unstated = { ...printed.issue, year: null, number: null, totalNumber: null, stated: false };
  expect(readCover(issue([], { id: '2022-u1', issue: unstated }))).toEqual({
    year: '2022年',
    number: '期号未载明',
    total: null,
  });
  expect(groupByYear(issues).map(({ year }) => year)).toEqual(['2020年']);
});

test('a printed 目录 keeps its order, and what it leaves out is listed after it', () => {
  const toc = [
    { section: '文件', title: '乙', docNumber: null, page: 3, document: 'b' },
    { section: '文件', title: '丢失', docNumber: null, page: 9, document: null },
  ];
  const contents = readContents({ toc }, [first, second]);
  expect(contents.printed).toBe(true);
  expect(contents.sections).toHaveLength(1);
  expect(contents.sections[0]?.entries.map(({ document }) => document?.id ?? null)).toEqual([
    'b',
    null,
  ]);
  expect(contents.unlisted.map(({ document }) => document?.id)).toEqual(['a']);
});

test('without a printed 目录 documents stand in order under their sections', () => {
  const contents = readContents({ toc: [] }, [first, second]);
  expect(contents.printed).toBe(false);
  expect(contents.sections.map(({ name, entries }) => [name, entries.length])).toEqual([
    ['市政府文件', 2],
  ]);
});
