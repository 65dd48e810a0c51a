import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEngine, type Search } from '../../src/search/browser/engine.ts';
import type { PassageIndex } from '../../src/search/browser/passage-index.ts';
import { foldWithPlaces } from '../../src/search/fold.ts';
import { findPhrase } from '../../src/search/match.ts';
import { readQuery } from '../../src/search/query.ts';
import type { Suggestion } from '../../src/search/suggest/suggestion.ts';
import type { PassageTable } from '../../src/search/table.ts';
import { gazetteText } from './gazette-text.ts';
import { listed } from './listed.ts';
import {
  fakeIndex,
  makeDocument,
  pagefindIndex,
  tableOf,
  type SmallCorpus,
} from './small-index.ts';

const documents = fc
  .array(fc.record({ title: gazetteText, texts: fc.array(gazetteText, { maxLength: 8 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((all) =>
    all.map(({ title, texts }, at) =>
      makeDocument(listed(`d${String(at)}`, title, String(2020 + (at % 3))), texts),
    ),
  );
const corpora: fc.Arbitrary<SmallCorpus> = fc.record({
  documents,
  length: fc.integer({ min: 1, max: 60 }),
  common: fc.constantFrom(
    { pairs: new Set<string>(), characters: new Set<string>() },
    { pairs: new Set(['人民', '政府']), characters: new Set('县市的') },
  ),
});
/** Where in the corpus a phrase is cut, and whether it is excluded. */
const cuts = fc.array(
  fc.record({
    at: fc.nat(1000),
    start: fc.nat(100),
    length: fc.integer({ min: 1, max: 9 }),
    excluded: fc.boolean(),
  }),
  { minLength: 1, maxLength: 3 },
);

function makeQuery({ documents }: SmallCorpus, from: fc.Arbitrary<unknown> | Cut[]): string {
  const texts = documents.flatMap(({ clauses }) => clauses.map(({ text }) => text));
  return (from as Cut[])
    .map(({ at, start, length, excluded }, index) => {
      const characters = [...texts[at % texts.length]!];
      const first = start % Math.max(1, characters.length);
      const phrase = characters.slice(first, first + length).join('');
      return `${index > 0 && excluded ? '-' : ''}"${phrase.replace(/["“”]/gu, '')}"`;
    })
    .join(' ');
}
type Cut = { at: number; start: number; length: number; excluded: boolean };

/** What a reading of the whole corpus finds. */
function scan({ documents }: SmallCorpus, input: string) {
  const { phrases, excluded } = readQuery(input);
  if (phrases.length === 0) return [];
  return documents.flatMap(({ listed: { id }, clauses }) => {
    const open = clauses
      .map(({ id, text }) => ({ id, folded: foldWithPlaces(text) }))
      .filter(({ folded }) => !excluded.some((one) => findPhrase(folded, one.folded).length > 0))
      .map(({ id, folded }) => ({
        id,
        held: phrases.filter((one) => findPhrase(folded, one.folded).length > 0),
      }));
    if (!phrases.every((one) => open.some(({ held }) => held.includes(one)))) return [];
    const whole = open.filter(({ held }) => held.length === phrases.length);
    const shown = whole.length > 0 ? whole : open.filter(({ held }) => held.length > 0);
    return [{ id, clauses: shown.map(({ id }) => id) }];
  });
}

async function searchAll(search: Search, input: string) {
  const { hits, total, exact } = await search(input, { limit: Infinity });
  expect([total, exact]).toEqual([hits.length, true]);
  return hits
    .map(({ document, clauses }) => ({ id: document.id, clauses: clauses.map(({ id }) => id) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const engine = (index: PassageIndex, table: PassageTable, suggested: Suggestion[] = []) =>
  createEngine(index, {
    table,
    loadDocuments: () => Promise.resolve([]),
    loadSuggester: () => Promise.resolve({ suggest: () => suggested }),
    loadOtherNames: () => Promise.resolve(() => []),
  });

test('finds what a reading of everything finds', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(corpora, cuts, async (corpus, from) => {
      const input = makeQuery(corpus, from);
      const expected = scan(corpus, input);
      found += expected.length;
      expect(await searchAll(engine(fakeIndex(corpus), tableOf(corpus)), input)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(200);
});

describe('with Pagefind', () => {
  const [corpus] = fc.sample(
    fc.record({
      documents: fc.array(documents, { minLength: 12, maxLength: 12 }).map((all) =>
        all.flat().map(({ clauses }, at) =>
          makeDocument(
            listed(`d${String(at).padStart(3, '0')}`, clauses[0]!.text, '2020'),
            clauses.slice(1).map(({ text }) => text),
          ),
        ),
      ),
      length: fc.constant(40),
      common: fc.constant({ pairs: new Set(['人民']), characters: new Set('县') }),
    }),
    { numRuns: 1, seed: 5 },
  );
  let folder: string;
  let search: Search;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gongbao-engine-'));
    search = engine(await pagefindIndex(corpus!, folder), tableOf(corpus!));
  }, 60_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('finds the same', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(cuts, async (from) => {
        const input = makeQuery(corpus!, from);
        const expected = scan(corpus!, input);
        found += expected.length;
        expect(await searchAll(search, input), input).toEqual(expected);
      }),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(500);
  }, 60_000);
});

describe('of a common word', () => {
  const corpus: SmallCorpus = {
    documents: Array.from({ length: 60 }, (_, at) =>
      makeDocument(
        listed(`d${String(at)}`, `第${String(at)}号`, String(2000 + (at % 20)), {
          issuers: [at < 10 ? '甲局' : '乙局'],
        }),
        ['热线服务'.repeat(100), ...(at === 59 ? ['其他'.repeat(900), '热线办法'] : [])],
      ),
    ),
    length: 1500,
    common: { pairs: new Set(), characters: new Set() },
  };
  /** @param delay milliseconds until a passage is there; at once without. */
  const make = (delay?: (passage: number) => number) => {
    const index = fakeIndex(corpus);
    const slow: PassageIndex = {
      ...index,
      read: async (passage) => {
        await new Promise((done) => setTimeout(done, delay!(passage)));
        return index.read(passage);
      },
    };
    return { index, search: engine(delay ? slow : index, tableOf(corpus)) };
  };

  test('only as much is read as is asked for, and the number is an estimate', async () => {
    const { index, search } = make();
    const { hits, total, exact, facets, facetsExact } = await search('热线', {
      limit: 5,
      verify: 0,
    });
    expect(index.reads).toBe(5);
    expect(hits).toHaveLength(5);
    expect([total, exact, facetsExact]).toEqual([60, false, false]);
    expect(facets.issuer).toEqual([
      ['乙局', 50],
      ['甲局', 10],
    ]);
  });

  test('the first hits come before the rest is read', async () => {
    const { search } = make();
    const told: number[] = [];
    const result = await search('热线', {
      limit: 5,
      verify: 500,
      onProgress: ({ hits, exact }) => told.push(exact ? -1 : hits.length),
    });
    expect(told).toEqual([5]);
    expect([result.total, result.exact]).toEqual([60, true]);
  });

  test('the likeliest come before the others, where these take longer', async () => {
    const { search } = make((passage) => (passage < 3 ? 0 : 50));
    const told: [hits: string[], exact: boolean][] = [];
    const { hits } = await search('热线', {
      limit: 10,
      verify: 0,
      onProgress: (result) =>
        told.push([result.hits.map(({ document }) => document.id), result.exact]),
    });
    expect(told).toEqual([
      [['d0', 'd1', 'd2'], false],
      [hits.map(({ document }) => document.id), false],
    ]);
    expect(hits).toHaveLength(10);
  });

  test('few documents, all of them read at once: nothing is called exact before they have come', async () => {
    const { search } = make((passage) => (passage < 3 ? 0 : 50));
    const told: [number, boolean][] = [];
    const found = await search('热线', {
      verify: 500,
      filters: { issuer: ['甲局'] },
      onProgress: ({ hits, exact }) => told.push([hits.length, exact]),
    });
    expect(told[0]).toEqual([3, false]);
    expect([found.hits.length, found.exact]).toEqual([10, true]);
  });

  test('filters are applied before anything is read', async () => {
    const { index, search } = make();
    const { hits, total, exact } = await search('热线', {
      limit: 20,
      verify: 0,
      filters: { issuer: ['甲局'] },
    });
    expect(index.reads).toBe(10);
    expect([hits.length, total, exact]).toEqual([10, 10, true]);
  });

  test('sorted by date the newest documents are read', async () => {
    const { search } = make();
    const { hits } = await search('热线', { limit: 3, verify: 0, sort: 'date' });
    expect(hits.map(({ document: { id } }) => id)).toEqual(['d0', 'd1', 'd2']);
  });

  test('what is not in the first passage is found in a later one', async () => {
    const { hits, exact } = await make().search('热线服务 热线办法', { limit: 1, verify: 0 });
    expect(hits.map(({ document: { id }, together }) => [id, together])).toEqual([['d59', false]]);
    expect(exact).toBe(true);
  });
});

describe('suggestions', () => {
  // 甲乙 and 乙丙 stand in every text, 甲乙丙 in none: the index proposes all of them.
  const makeCorpus = (count: number): SmallCorpus => ({
    documents: Array.from({ length: count }, (_, at) =>
      makeDocument(listed(`d${String(at)}`, `第${String(at)}号`, '2020'), ['甲乙办法，乙丙规定']),
    ),
    length: 1500,
    common: { pairs: new Set(), characters: new Set() },
  });
  const suggested: Suggestion[] = ['甲乙丙', '乙丙规定'].map((text) => ({ kind: 'typo', text }));

  test.each([2, 500])(
    'have hits, which are not sought without end: %i documents',
    async (count) => {
      const corpus = makeCorpus(count);
      const index = fakeIndex(corpus);
      const result = await engine(index, tableOf(corpus), suggested)('龘龘');
      expect([result.total, result.exact]).toEqual([0, true]);
      expect(result.suggestions.map(({ text }) => text)).toEqual(['乙丙规定']);
      expect(index.reads).toBeLessThan(80);
    },
  );
});
