/** 看原文: from the parsed document to the lines a reader sees. */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from '../../src/gazette/processor.ts';
import type { Correction } from '../../src/model/corrections.ts';
import type { GazetteContent } from '../../src/model/tree.ts';
import { readPlaces } from '../../src/site/provenance.ts';
import { viewRawClause, type RawRow } from '../../src/site/raw-view.ts';

function view(fixture: string, id: string, corrections: Correction[] = []): RawRow[] {
  const raw = readFileSync(`tests/gazette/fixtures/${fixture}/input.txt`, 'utf8');
  const { documents, furniture, messages } = parse(raw, { corrections });
  const [record] = documents;
  const places = readPlaces(record!, raw, {
    issue: '2022-1',
    furniture,
    messages: messages.filter(({ document }) => document === record!.id),
  });
  const rows = viewRawClause(places, id);
  const lines = raw.split('\n');
  for (const row of rows)
    if (row.type === 'line')
      expect(row.pieces.map(({ text }) => text).join(''), id).toBe(lines[row.line - 1]);
  return rows;
}

/** 12 other|own ~furniture~ (notes) */
const draw = (rows: RawRow[]) =>
  rows.map((row) =>
    row.type === 'gap'
      ? row.words
      : `${String(row.line)} ${row.pieces
          .map(({ kind, text }) =>
            kind === 'own' ? `[${text}]` : kind === 'furniture' ? `~${text}~` : text,
          )
          .join('')} (${row.notes.map(({ words }) => words).join(' · ')})`,
  );

test('the printed lines of an article, each with the reason of its join', () => {
  expect(draw(view('wrapped-lines', 'art_2')).slice(0, 3)).toEqual([
    '37 [第二条 市 12345 政务服务便民热线是在] (另起（有序号）)',
    '39 [整合全市非紧急非警务类政务服务热线资源的] (接上一行（排满）)',
    '41 [基础上，依托一个号码提供“7×24 小时”全天候] (接上一行（排满）)',
  ]);
});

test('what shares a line with a clause is another’s', () => {
  expect(draw(view('wrapped-lines', 'art_2__para_1'))[0]).toBe(
    '37 第二条 [市 12345 政务服务便民热线是在] (另起（有序号）)',
  );
});

test('a correction and a doubt are said at their line', () => {
  const raw = readFileSync('tests/gazette/fixtures/wrapped-lines/input.txt', 'utf8');
  const line = raw.slice(0, raw.indexOf('全天候')).split('\n').length;
  const rows = view('wrapped-lines', 'art_2', [
    { line, from: '全天候', to: '昼夜', reason: '甲', by: '编者' },
  ]);
  expect(draw(rows)[2]).toContain('更正：原文“全天候”，更正为“昼夜”。依据：甲（编者）');
  expect(draw(view('wrapped-lines', 'art_5'))[0]).toContain('编号不连续');
});

test('the line of a heading is its own, not what stands below it', () => {
  expect(draw(view('wrapped-lines', 'chp_1'))).toEqual(['21 [第一章 总 则] ()']);
});

test('lines in between are shown where they are few, else named; a step back is said', () => {
  const text = Array.from({ length: 30 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('\n');
  const lines = { issue: '1', line: 1, text, furniture: [], joins: [], boundaries: [], notes: [] };
  const at = (line: number) => [2 * (line - 1), 2 * line - 1];
  const rows = (...own: number[]) =>
    draw(viewRawClause({ ...lines, clauses: { a: own.flatMap(at) } }, 'a'));
  expect(rows(1, 3)).toEqual(['1 [一] ()', '2 丁 ()', '3 [丂] ()']);
  expect(rows(1, 30)).toEqual(['1 [一] ()', '中间第2—29行不属这一部分', `30 [${text.at(-1)!}] ()`]);
  expect(rows(3, 1)).toEqual(['3 [丂] ()', '以下印在前面的第1行', '1 [一] ()']);
});

test('an id the document does not have has no lines', () => {
  expect(view('wrapped-lines', 'art_99')).toEqual([]);
});

test('a running head inside a paragraph is shown as such', () => {
  const raw = readFileSync('tests/gazette/fixtures/running-head-in-sentence/input.txt', 'utf8');
  const { furniture } = parse(raw);
  expect(furniture.length).toBeGreaterThan(0);
  const { start, end } = furniture[0]!;
  const line = raw.slice(0, start).split('\n').length;
  const { documents } = parse(raw);
  const holder = listNodes(documents[0]!.parts).find(
    (node) =>
      node.type === 'paragraph' &&
      node.position!.start.offset! < start &&
      node.position!.end.offset! > end,
  ) as { id: string };
  const row = view('running-head-in-sentence', holder.id).find(
    (one) => one.type === 'line' && one.line === line,
  );
  expect(row).toMatchObject({
    pieces: expect.arrayContaining([{ kind: 'furniture', text: raw.slice(start, end) }]) as unknown,
    notes: [{ words: '书眉，不属正文', uncertain: false }],
  });
});

test.each(readdirSync('tests/gazette/fixtures'))(
  '%s: the own words on the lines of a paragraph, item or row are those of its tree',
  (name) => {
    const raw = readFileSync(`tests/gazette/fixtures/${name}/input.txt`, 'utf8');
    const { documents, furniture } = parse(raw);
    for (const record of documents) {
      const places = readPlaces(record, raw, { issue: '1', furniture, messages: [] });
      for (const node of listNodes(record.parts)) {
        if (!('id' in node) || node.id === undefined) continue;
        if (!['paragraph', 'item', 'subitem', 'tableRow'].includes(node.type)) continue;
        const own = viewRawClause(places, node.id)
          .flatMap((row) => (row.type === 'line' ? row.pieces : []))
          .filter(({ kind }) => kind === 'own')
          .map(({ text }) => text);
        expect(own.join('').replace(/\s/g, ''), node.id).toBe(printed(node).replace(/\s/g, ''));
      }
    }
  },
);

function listNodes(nodes: GazetteContent[]): GazetteContent[] {
  return nodes.flatMap((node) => [
    node,
    ...('children' in node ? listNodes(node.children as GazetteContent[]) : []),
  ]);
}

function printed(node: GazetteContent): string {
  if (node.type === 'text') return node.value;
  const label = 'label' in node ? (node.label ?? '') : '';
  return 'children' in node
    ? label + (node.children as GazetteContent[]).map(printed).join('')
    : label;
}
