/** An editor's corrections: what is shown changes, places and addresses do not. */
import { readFileSync } from 'node:fs';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/gazette/processor.ts';
import { clausesOf } from '../../src/model/clauses.ts';
import type { Correction } from '../../src/model/corrections.ts';
import type { DocumentRecord, GazetteOutput } from '../../src/model/output.ts';
import type { Chapter, Table, Text } from '../../src/model/tree.ts';
import { expectInvariants } from './invariants.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`fixtures/${name}/input.txt`, import.meta.url), 'utf8');
const raw = fixture('wrapped-lines');
const basis = { reason: '与第三条不符', by: '编者' };
const lineIn = (text: string, words: string) =>
  text.slice(0, text.indexOf(words)).split('\n').length;
const lineOf = (words: string) => lineIn(raw, words);

function correct(...corrections: Correction[]): { output: GazetteOutput; record: DocumentRecord } {
  const output = parse(raw, { corrections });
  expectInvariants(raw, output);
  return { output, record: output.documents[0]! };
}

const refusals = ({ messages }: GazetteOutput) =>
  messages.filter(({ ruleId }) => ruleId === 'correction-unmatched').map(({ reason }) => reason);

function annotated(record: DocumentRecord): Text[] {
  const texts: Text[] = [];
  for (const part of record.parts)
    visit(part, 'text', (text) => void (text.data?.corrections && texts.push(text)));
  return texts;
}

const hours = { line: lineOf('7×24'), from: '7×24 小时', to: '全天24小时', ...basis };

test('words of the body: noted on the text that holds them, which stays as printed', () => {
  const { output, record } = correct(hours);
  expect(refusals(output)).toEqual([]);
  const start = raw.indexOf('7×24');
  const applied = {
    field: null,
    span: { start, end: start + 7 },
    node: 'art_2__para_1',
    from: '7×24 小时',
    to: '全天24小时',
    reason: '与第三条不符',
    by: '编者',
    date: null,
  };
  expect(record.corrections).toEqual([applied]);
  const [text, ...others] = annotated(record);
  expect(others).toEqual([]);
  expect(text!.value).toBe('基础上，依托一个号码提供“7×24 小时”全天候');
  expect(text!.data!.corrections).toEqual([applied]);
});

test('nothing else changes: ids, messages, ledger', () => {
  const plain = parse(raw);
  const { output } = correct(hours);
  const strip = (json: string) =>
    JSON.parse(json, (key, value: unknown) =>
      key === 'corrections' || (key === 'data' && Object.keys(value as object).length === 0)
        ? undefined
        : value,
    ) as unknown;
  expect(strip(JSON.stringify(output))).toEqual(strip(JSON.stringify(plain)));
});

test('two corrections in one text stand in the order of their places', () => {
  const { record } = correct(
    { ...hours, from: '全天候', to: '昼夜' },
    { ...hours, from: '依托', to: '' },
  );
  expect(annotated(record)[0]!.data!.corrections!.map(({ from }) => from)).toEqual([
    '依托',
    '全天候',
  ]);
  expect(record.corrections.map(({ from }) => from)).toEqual(['依托', '全天候']);
});

test('a title below the document’s own: the value changes, its place stays', () => {
  const { record } = correct({ line: lineOf('机构职责'), from: '机构', to: '单位', ...basis });
  const chapter = record.parts[1]!.children[1] as Chapter;
  expect(chapter.title).toBe('单位职责');
  expect(chapter.data!.corrections).toMatchObject([{ from: '机构', node: 'chp_2' }]);
  const [{ start, end }] = chapter.data!.title as [{ start: number; end: number }];
  expect(raw.slice(start, end)).toBe('机构职责');
});

test.each([
  ['title', '（试行）', '（暂行）', /热线运行管理办法（暂行）的通知$/],
  ['docNumber', '〔2022〕7号', '〔2022〕70号', /^景府办发〔2022〕70号$/],
  ['date', '2022-10-28', '2022-10-29', /^2022-10-29$/],
  ['issuers', '办公室', '办公厅', /^景德镇市人民政府办公厅$/],
  ['signedBy', null, '某某', /^某某$/],
] as const)('the field %s', (field, from, to, value) => {
  const { record } = correct({ document: 'jfbf-2022-7', field, from, to, ...basis });
  expect(String(record[field])).toMatch(value);
  expect(record.id).toBe('jfbf-2022-7');
  const [applied] = record.corrections;
  expect(applied).toMatchObject({ field, reason: '与第三条不符' });
  expect(applied!.to).toBe(String(record[field]));
  expect(applied!.from === null ? null : applied!.from.includes(from!)).toBe(
    from === null ? null : true,
  );
});

test('a corrected field is inferred no longer', () => {
  expect(correct().record.data.inferred.section).toBe('issuer');
  const { record } = correct({
    document: 'jfbf-2022-7',
    field: 'section',
    from: '市政府办公室文件',
    to: '市政府文件',
    ...basis,
  });
  expect(record.data.inferred.section).toBeUndefined();
});

describe('what does not fit is an error that says what is there and what to do', () => {
  const line = hours.line;
  const field = {
    document: 'jfbf-2022-7',
    field: 'title',
    from: '热线',
    to: '专线',
    ...basis,
  } as const;
  test.each<[string, Correction, string]>([
    [
      'words that stand elsewhere',
      { ...hours, line: line + 2 },
      `corrections.0: Expected \`7×24 小时\` in line ${line + 2}, found \`人工服务，确保企业和群众反映的问题和合理\`; it stands in line ${line}`,
    ],
    [
      'words that stand nowhere',
      { ...hours, from: '八小时' },
      `corrections.0: Expected \`八小时\` in line ${line}, found \`基础上，依托一个号码提供“7×24 小时”全天候\`; write the characters exactly as they stand in the raw text, or remove the correction`,
    ],
    [
      'words that stand there twice',
      { ...hours, line: lineOf('办结;投诉'), from: '日', to: '天' },
      `corrections.0: Expected \`日\` in line ${lineOf('办结;投诉')}, found it 2 times there; write more of the words around it`,
    ],
    [
      'a line the text does not have',
      { ...hours, line: 9999 },
      `corrections.0: Expected \`7×24 小时\` in line 9999, found a text of ${raw.split('\n').length} lines; write the line on which it stands`,
    ],
    [
      'a label',
      { ...hours, line: lineOf('第十二条'), from: '十二', to: '三' },
      `corrections.0: Expected \`十二\` in line ${lineOf('第十二条')}, found it in the label of a clause; labels make addresses and stay as printed; remove the correction`,
    ],
    [
      'the document’s own title',
      { ...hours, line: lineOf('运行管理办法（试行）的'), from: '试行', to: '暂行' },
      `corrections.0: Expected \`试行\` in line ${lineOf('运行管理办法（试行）的')}, found it in the title of jfbf-2022-7; write {"document": "jfbf-2022-7", "field": "title", …} in the place of "line"`,
    ],
    [
      'no such document',
      { ...field, document: 'a-1' },
      'corrections.0: Expected a document `a-1`, found jfbf-2022-7; write the id of one of them',
    ],
    [
      'a value that is another',
      { ...field, from: '专线', to: '热线' },
      'corrections.0: Expected `专线` in the title of jfbf-2022-7, found `景德镇市人民政府办公室关于印发景德镇市12345政务服务便民热线运行管理办法（试行）的通知`; compare it with the document, then mend or remove the correction',
    ],
    [
      'words a value holds twice',
      { ...field, from: '景德镇市', to: '甲市' },
      'corrections.0: Expected `景德镇市` in the title of jfbf-2022-7, found it 2 times in `景德镇市人民政府办公室关于印发景德镇市12345政务服务便民热线运行管理办法（试行）的通知`; write more of the words around it',
    ],
    [
      'a value where none was expected',
      { ...field, from: null },
      'corrections.0: Expected no title in jfbf-2022-7, found `景德镇市人民政府办公室关于印发景德镇市12345政务服务便民热线运行管理办法（试行）的通知`; compare it with the document, then mend or remove the correction',
    ],
    [
      'a part of a date',
      { ...field, field: 'date', from: '28', to: '2022-10-29' },
      'corrections.0: Expected `28` in the date of jfbf-2022-7, found `2022-10-28`; compare it with the document, then mend or remove the correction',
    ],
  ])('%s', (_, correction, reason) => {
    const { output, record } = correct(correction);
    expect(refusals(output)).toEqual([reason]);
    expect(record.corrections).toEqual([]);
    expect(annotated(record)).toEqual([]);
  });

  test('words another correction has changed; the first one stands', () => {
    const { output, record } = correct(hours, { ...hours, from: '24', to: '12' });
    expect(refusals(output)).toEqual([
      `corrections.1: Expected \`24\` in line ${line}, found words another correction has changed; make one correction of both`,
    ]);
    expect(record.corrections).toHaveLength(1);
  });
});

test('search finds the corrected words, and the printed ones', () => {
  const clauses = clausesOf(correct(hours).record).filter(({ id }) => id === 'art_2__para_1');
  expect(clauses.map(({ label }) => label)).toEqual(['第二条', '第二条（更正前）']);
  expect(clauses[0]!.text).toContain('依托一个号码提供“全天24小时”全天候人工服务');
  expect(clauses[1]!.text).toContain('提供“7×24小时”全天候');
});

test('search finds printed titles and numbers that were corrected', () => {
  const { record } = correct(
    { line: lineOf('机构职责'), from: '机构', to: '单位', ...basis },
    { document: 'jfbf-2022-7', field: 'docNumber', from: '7号', to: '70号', ...basis },
  );
  const clauses = clausesOf(record);
  expect(clauses).toContainEqual({
    id: 'chp_2',
    label: '第二章',
    lead: '第二章',
    text: '单位职责',
  });
  expect(clauses.filter(({ label }) => label.endsWith('（更正前）'))).toEqual([
    { id: '', label: '发文字号（更正前）', lead: '', text: '景府办发〔2022〕7号' },
    { id: 'chp_2', label: '第二章（更正前）', lead: '', text: '机构' },
  ]);
});

describe('in a gazette with a table', () => {
  const gazette = fixture('statistics-with-source');
  const cell = { line: lineIn(gazette, '计量单位'), from: '计量单位', to: '单位', ...basis };

  test('a column label follows its header cell', () => {
    const output = parse(gazette, { corrections: [cell] });
    expectInvariants(gazette, output);
    const [table] = output.documents[0]!.parts[0]!.children as [Table];
    expect(table.columns).toEqual(['', '单位', '1-9 月', '增速']);
    expect(table.children[0]!.children[1]!.children).toMatchObject([
      { value: '计量单位', data: { corrections: [{ to: '单位', node: 'tbl_1' }] } },
    ]);
  });

  test.each([
    ['front matter', { ...cell, line: lineIn(gazette, '部门文件'), from: '月国民', to: '月' }],
    ['furniture', { ...cell, line: lineIn(gazette, '计量单位\t1-9月') }],
    ['the border of two cells', { ...cell, from: '计量单位\t1-9', to: '' }],
  ])('%s is not corrected', (_, correction) => {
    expect(gazette.split('\n')[correction.line - 1]).toContain(correction.from);
    const output = parse(gazette, { corrections: [correction] });
    expect(refusals(output)).toEqual([
      expect.stringContaining(
        'found it outside the documents, or over the border of two pieces of text',
      ),
    ]);
  });
});
