/**
 * What the search relies on in Pagefind and what its documentation does not promise. A failure here after an
 * upgrade means: measure again (`scripts/bench-search.ts`) before anything is published.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEngine } from '../../src/search/browser/engine.ts';
import {
  openIndex,
  type OpenedIndex,
  type PagefindModule,
} from '../../src/search/browser/passage-index.ts';
import { rehearse } from '../../src/search/browser/rehearse.ts';
import { openWrittenIndex, readWrittenIndex } from '../../src/search/build/open-index.ts';
import { writeRecord } from '../../src/search/record.ts';
import { createSuggester } from '../../src/search/suggest.ts';
import { writeReadings } from '../../src/search/suggest/readings.ts';
import { writeWords } from '../../src/search/suggest/words.ts';
import { listed } from './listed.ts';
import { makeDocument, pagefindIndex, tableOf, type SmallCorpus } from './small-index.ts';

const corpus: SmallCorpus = {
  documents: [
    makeDocument(listed('c', '无题', '2022'), ['⼈民政府'.normalize('NFKC'), '甲乙。丙丁']),
    makeDocument(listed('b', '储备粮规定', '2021', { kind: '令' }), [
      '人民币政策与府库',
      '商环',
      '2个月',
    ]),
    makeDocument(listed('a', '甲市热线办法', '2020'), [
      '县（市、区）人民政府和各乡镇',
      '优化营商环境，24小时内办结70.5%以上的4A级事项',
      '共12个月。',
      'Wi-Fi 6 & a<b',
      '末尾没有句号',
    ]),
  ],
  length: 15,
  common: { pairs: new Set(['人民', '政府']), characters: new Set() },
};
const table = tableOf(corpus);

let folder: string;
let index: OpenedIndex;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongbao-canary-'));
  index = await pagefindIndex(corpus, folder);
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const loadScript = async () =>
  (await import(/* @vite-ignore */ join(folder, 'pagefind.js'))) as PagefindModule;
const fileAt = (address: string) => new Response(readFileSync(address.replace(/\?.*$/, '')));

test('the version is the one that was measured', () => {
  const entry = JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8')) as {
    version: string;
  };
  expect(entry.version).toBe('1.6.0');
});

describe('Pagefind', () => {
  const tokens = async (passage: number) => {
    const { clauses } = await index.read(passage);
    const { title = '', tokens } = writeRecord(clauses, corpus.common);
    return `${title} ${tokens}`.trim().split(' ');
  };

  test('numbers the passages as they were given', async () => {
    expect(index.size).toBe(table.size);
    const read = await Promise.all(
      Array.from({ length: index.size }, (_, passage) => index.read(passage)),
    );
    expect(read.flatMap(({ clauses }) => clauses)).toEqual(
      corpus.documents.flatMap(({ clauses }) => clauses),
    );
  });

  test('finds every token, and its files hold each where it stands and nowhere else', async () => {
    const written = readWrittenIndex(folder);
    const held = await Promise.all([...Array(index.size).keys()].map(tokens));
    for (const token of new Set(held.flat())) {
      const passages = [...held.keys()].filter((passage) => held[passage]!.includes(token));
      expect(await written.find([token]), token).toEqual(passages);
      expect(await index.find([token]), token).toEqual(expect.arrayContaining(passages));
    }
    expect(held.flat()).toEqual(expect.arrayContaining(['乙丙', '县市', '4z', 'a', '70z', '24小']));
  });

  test('asks for all tokens', async () => {
    const found = await index.find(['营商', '24小']);
    expect(found).toHaveLength(1);
    expect(await tokens(found![0]!)).toEqual(expect.arrayContaining(['营商', '24小']));
    expect(await index.find(['营商', '乙丙'])).toEqual([]);
    expect(await index.find([])).toBeNull();
  });

  test('ranks what stands in a title first', async () => {
    const [first] = (await index.find(['热线']))!;
    expect(table.documentOf(first!)).toBe(2);
  });

  test('does not lose hits where a file cannot be had', async () => {
    const script = await loadScript();
    let broken = false;
    const opened = await openIndex(script, `${folder}/`, (address) =>
      broken ? Promise.reject(new Error('no network')) : Promise.resolve(fileAt(address)),
    );
    broken = true;
    await expect(opened.find(['营商'])).rejects.toThrow('no network');
    await expect(opened.read(0)).rejects.toThrow('no network');
    broken = false;
    expect(await opened.find(['营商'])).toEqual(await index.find(['营商']));
    expect((await opened.read(0)).document.id).toBe('c');
  });

  test('is rehearsed with one chunk, and finds the same afterwards', async () => {
    const script = await loadScript();
    const read: string[] = [];
    const opened = await openIndex(script, `${folder}/`, (address) => {
      read.push(address);
      return Promise.resolve(fileAt(address));
    });
    const atStart = read.length;
    await rehearse(opened, table, '营商');
    expect(read.slice(atStart)).toHaveLength(1);
    expect(read.at(-1)).toContain('/index/');
    expect(await opened.find(['营商'])).toEqual(await index.find(['营商']));
    expect(await opened.find(['热线'])).toEqual(await index.find(['热线']));
  });

  test('asks for its first file under the name that the page has preloaded', async () => {
    const script = await loadScript();
    const read: string[] = [];
    const fetchFile = (address: string) => {
      read.push(address.slice(folder.length));
      return Promise.resolve(fileAt(address));
    };
    const { hash } = await openIndex(script, `${folder}/`, fetchFile, { tag: 'und_1' });
    expect(read.sort()).toEqual(
      [
        '/pagefind-entry.json?ts=und_1',
        `/pagefind.${hash}.pf_meta`,
        '/wasm.unknown.pagefind',
      ].sort(),
    );
  });

  test.each([['营商'], ['24小'], ['a'], ['营商', '70pct'], ['乙丙', '县县', '4z'], ['〇〇']])(
    'has the chunks of %s %s %s fetched before its engine has come, each once, and no other',
    async (...tokens) => {
      const script = await loadScript();
      const read: string[] = [];
      const fetchFile = async (address: string) => {
        read.push(address.replace(/^.*\/|\?.*$/g, ''));
        if (address.includes('wasm')) await new Promise((done) => setTimeout(done, 100));
        return fileAt(address);
      };
      const chunks = () => read.filter((name) => name.endsWith('.pf_index')).sort();
      const later = await openIndex(script, `${folder}/`, fetchFile);
      const found = await later.find(tokens);
      const asked = chunks();
      read.length = 0;
      const opened = await openIndex(script, `${folder}/`, fetchFile, {
        firstTokens: () => Promise.resolve(tokens),
      });
      expect(chunks()).toEqual(asked);
      expect(await opened.find(tokens)).toEqual(found);
      expect(chunks()).toEqual(asked);
    },
  );

  test('is read again by a second opening', async () => {
    expect(await (await openWrittenIndex(folder)).find(['营商'])).toEqual(
      await index.find(['营商']),
    );
  });
});

const suggester = createSuggester(
  {
    words: writeWords([
      ['营商环境', 9],
      ['储备粮', 3],
      ['人民', 9],
    ]),
    readings: writeReadings([
      ['换', ['huan']],
      ['环', ['huan']],
    ]),
    traditional: '环環',
  },
  { pairs: [], names: [], places: [] },
);

describe('the search', () => {
  const search = (input: string, options = {}) =>
    createEngine(index, {
      table,
      loadDocuments: () => Promise.resolve(corpus.documents.map(({ listed }) => listed)),
      loadSuggester: () => Promise.resolve(suggester),
      loadOtherNames: () => Promise.resolve((text) => suggester.suggest(text)),
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
    ['标题：办法 环境', [['a', ['环境']]]],
    ['标题:规定 环境', []],
    ['-标题:规定 人民 -政府', []],
    ['标题:规定', [['b', ['规定']]]],
    ['机关:乙局 标题:无题', [['c', ['无题']]]],
    ['机关:丙局 人民', []],
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
    expect((await search('营商换境')).suggestions).toEqual([
      { text: '营商环境', kind: 'homophone' },
    ]);
    expect((await search('营商環境')).suggestions).toEqual([
      { text: '营商环境', kind: 'traditional' },
    ]);
    expect((await search('营商环境')).suggestions).toEqual([]);
  });

  test.each(['', '   ', '，。！', '%', '-', '<script>', '\ud800', '甲'.repeat(10_000)])(
    'answers %j sensibly',
    async (input) => {
      expect((await search(input)).hits).toEqual([]);
    },
  );
});
