/** The chunks that are fetched while the engine is on its way are those the engine asks for, in the index of the built site. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import {
  openIndex,
  type OpeningOptions,
  type PagefindModule,
} from '../../src/search/browser/passage-index.ts';
import { readCorpus } from '../../src/search/build/corpus.ts';
import { unpack } from '../../src/search/build/pack.ts';
import { samplePhrases } from '../../src/search/build/sample-phrases.ts';
import { readQuery } from '../../src/search/query.ts';
import { readTable, type StoredTable } from '../../src/search/table.ts';
import { queryTerms } from '../../src/search/terms.ts';

const folder = resolve('dist/pagefind');

/** The chunks fetched until the index is open, and by then and a search, each as often as it was. */
async function chunksOf(tokens: string[], options: OpeningOptions) {
  const module = (await import(/* @vite-ignore */ `${folder}/pagefind.js`)) as PagefindModule;
  const fetched: string[] = [];
  const fetchFile = async (address: string) => {
    if (address.endsWith('.pf_index')) fetched.push(address);
    // The engine is large and comes last.
    if (address.includes('wasm')) await new Promise((done) => setTimeout(done, 20));
    return new Response(readFileSync(address.replace(/\?.*$/, '')));
  };
  const index = await openIndex(module, `${folder}/`, fetchFile, options);
  const early = fetched.toSorted();
  await index.find(tokens);
  return { early, all: fetched.toSorted() };
}

test('phrases of the library, numbers among them', async () => {
  const stored = unpack(readFileSync('dist/search/table.gz')).toString('utf8');
  const { common } = readTable(JSON.parse(stored) as StoredTable);
  const { documents } = readCorpus('.gongbao');
  const { phrases } = samplePhrases(
    documents.map(({ clauses }) => clauses),
    { most: 80, seed: 3 },
  );
  let several = 0;
  for (const { phrase } of phrases) {
    const asked = readQuery(`"${phrase}"`).phrases;
    const tokens = asked.flatMap(({ folded }) => queryTerms(folded, common));
    if (tokens.length === 0) continue;
    const { early: none, all } = await chunksOf(tokens, {});
    expect(none).toEqual([]);
    expect(all.length).toBeGreaterThan(0);
    const ahead = await chunksOf(tokens, { firstTokens: () => Promise.resolve(tokens) });
    expect(ahead, phrase).toEqual({ early: all, all });
    if (all.length > 1) several++;
  }
  expect(several).toBeGreaterThan(40);
});
