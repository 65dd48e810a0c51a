/**
 * What the search relies on in Pagefind and what its documentation does not promise. A failure here after an
 * upgrade means: measure again (`scripts/bench-search.ts`) before anything is published.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as pagefind from 'pagefind';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createEngine, type PagefindIndex } from '../../src/search/browser/engine.ts';
import type { ListedDocument } from '../../src/search/documents.ts';
import {
  readFragment,
  toFoundClauses,
  writeRecord,
  type FoundClause,
} from '../../src/search/record.ts';

const documents: { listed: ListedDocument; clauses: FoundClause[] }[] = [
  make('a', '甲市热线办法', '2020', '通知', [
    '县（市、区）人民政府和各乡镇',
    '优化营商环境，24小时内办结70.5%以上的4A级事项',
    '共12个月。',
    'Wi-Fi 6 & a<b',
    '末尾没有句号',
  ]),
  make('b', '储备粮规定', '2021', '令', ['人民币政策与府库', '商环', '2个月', '市和县，各县']),
  make('c', '无题', '2022', '通知', ['⼈民政府', '甲乙。丙丁']),
];

function make(id: string, title: string, year: string, kind: string, texts: string[]) {
  const listed: ListedDocument = {
    id,
    title,
    number: null,
    date: `${year}-01-01`,
    year,
    kind,
    section: null,
    issuers: ['甲市人民政府', '乙局'],
    issue: `${year}年第1期`,
    issueKey: `${year}-1`,
  };
  const clauses = [title, ...texts].map((text, index) => ({
    id: index === 0 ? '' : `p_${String(index)}`,
    label: index === 0 ? '标题' : `第${String(index)}段`,
    lead: '',
    text,
  }));
  return { listed, clauses: toFoundClauses(clauses) };
}

let folder: string;
let index: PagefindIndex;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao-canary-'));
  const { index: building } = await pagefind.createIndex({});
  for (const { listed, clauses } of documents) {
    const { errors } = await building!.addHTMLFile({
      url: `/documents/${listed.id}/`,
      content: writeRecord(listed, clauses),
    });
    expect(errors).toEqual([]);
  }
  await building!.writeFiles({ outputPath: folder });
  await pagefind.close();
  // The browser's half of Pagefind runs in Node once `fetch` reads files; it has no language to cut queries by.
  vi.stubGlobal('fetch', (address: string) =>
    Promise.resolve(new Response(readFileSync(address.replace(/\?.*$/, '')))),
  );
  const module = (await import(
    /* @vite-ignore */ pathToFileURL(join(folder, 'pagefind.js')).href
  )) as {
    createInstance(options: { basePath: string }): PagefindIndex;
  };
  index = module.createInstance({ basePath: `${folder}/` });
}, 60_000);

afterAll(() => {
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true });
});

async function proposed(terms: string): Promise<string[]> {
  const { results } = await index.search(terms);
  const fragments = await Promise.all(results.map((result) => result.data()));
  return fragments.map(({ url }) => url.split('/').at(-2)!).sort();
}

test('the version is the one that was measured', () => {
  const entry = JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8')) as {
    version: string;
  };
  expect(entry.version).toBe('1.6.0');
});

describe('Pagefind', () => {
  test('indexes every pair of neighbouring Han characters, across words', async () => {
    for (const pair of ['人民', '民政', '政府', '营商', '商环', '环境', '和各', '各乡', '乡镇']) {
      expect(await proposed(pair), pair).toContain('a');
    }
  });

  test('takes a pair as a token of its own, not as the word it begins with', async () => {
    // Where nothing begins with a term, Pagefind is content with a word that the term begins with: 和 for 和各. Both
    // documents hold that word, so a pair that is no longer indexed proposes both.
    expect(await proposed('和')).toEqual(['a', 'b']);
    expect(await proposed('各')).toEqual(['a', 'b']);
    for (const pair of ['和各', '各乡']) expect(await proposed(pair), pair).toEqual(['a']);
    for (const pair of ['和县', '各县']) expect(await proposed(pair), pair).toEqual(['b']);
  });

  test('asks for all terms', async () => {
    expect(await proposed('营商 环境')).toEqual(['a']);
    expect(await proposed('人民 币政')).toEqual(['b']);
  });

  test('takes tokens of ours as they are', async () => {
    for (const token of ['24小', '4a', 'a级', '70', '县', '市', '区', '镇']) {
      expect(await proposed(token), token).toContain('a');
    }
  });

  test('gives every clause back as it was written', async () => {
    const { results } = await index.search(null);
    expect(results).toHaveLength(documents.length);
    for (const result of results) {
      const fragment = await result.data();
      const { clauses } = documents.find(({ listed }) => fragment.url.includes(`/${listed.id}/`))!;
      expect(readFragment(fragment)).toEqual(clauses.slice(1));
    }
  });
});

describe('the search', () => {
  const search = (input: string, options = {}) =>
    createEngine(index, {
      documents: documents.map(({ listed }) => listed),
      commonPairs: new Set(['人民', '政府']),
      loadVocabulary: () => Promise.resolve(['营商环境', '储备粮']),
    })(input, options);
  const found = async (input: string, options = {}) =>
    (await search(input, options)).hits.map(({ document, clauses }) => [
      document.id,
      clauses.map(({ text, marks }) =>
        marks.map(({ start, end }) => text.slice(start, end)).join('/'),
      ),
    ]);

  test.each([
    ['营商环境', [['a', ['营商环境']]]],
    ['商环境，24小', [['a', ['商环境，24小']]]],
    ['县(市、区)人', [['a', ['县（市、区）人']]]],
    ['2个月', [['b', ['2个月']]]],
    ['镇', [['a', ['镇']]]],
    [
      '人民政府',
      [
        ['c', ['人民政府']],
        ['a', ['人民政府']],
      ],
    ],
    ['热线', [['a', ['热线']]]],
    ['wi-fi', [['a', ['Wi-Fi']]]],
    ['没有句号', [['a', ['没有句号']]]],
    ['乙丙', []],
    ['优化 事项', [['a', ['优化/事项']]]],
    ['热线 乡镇', [['a', ['热线', '乡镇']]]],
    ['优化 -事项', []],
    ['人民 -政府', [['b', ['人民']]]],
  ])('%s', async (input, hits) => {
    expect(await found(input)).toEqual(hits);
  });

  test('counts and limits by year, issuer and kind', async () => {
    const { total, exact, facets } = await search('人民');
    expect([total, exact]).toEqual([3, true]);
    expect(facets.year).toEqual([
      ['2022', 1],
      ['2021', 1],
      ['2020', 1],
    ]);
    expect(facets.kind).toEqual([
      ['通知', 2],
      ['令', 1],
    ]);
    expect(
      (await search('人民', { filters: { kind: ['令'] } })).hits.map(({ document }) => document.id),
    ).toEqual(['b']);
    expect((await search('人民', { filters: { year: ['2020', '2021'] } })).total).toBe(2);
    expect((await search('人民', { filters: { year: ['2020'] } })).facets.year).toHaveLength(3);
  });

  test('suggests what has hits where there are none', async () => {
    expect((await search('营商换境')).suggestions).toEqual(['营商环境']);
    expect((await search('营商环境')).suggestions).toEqual([]);
  });

  test.each(['', '   ', '，。！', '%', '-', '<script>', '\ud800', '甲'.repeat(10_000)])(
    'answers %j sensibly',
    async (input) => {
      expect((await search(input)).hits).toEqual([]);
    },
  );
});
