import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { PassageIndex } from '../../src/search/browser/passage-index.ts';
import { countProof, findMissed, type RecallProof } from '../../src/search/build/prove-recall.ts';
import { publishProof } from '../../src/search/build/publish-proof.ts';
import { samplePhrases } from '../../src/search/build/sample-phrases.ts';
import { listed } from './listed.ts';
import { fakeIndex, makeDocument, tableOf, type SmallCorpus } from './small-index.ts';

const sentences = [
  '各县（市、区）人民政府应当优化营商环境，24小时内办结。',
  '承办单位须在12个工作日内答复，延期办理以2次为限。',
  '按照某府办字〔2020〕55号文件执行，5G覆盖率达70.5%以上。',
];
const corpus: SmallCorpus = {
  documents: Array.from({ length: 20 }, (_, at) =>
    makeDocument(listed(`d${String(at)}`, `热线办法之${String(at)}`, '2020'), sentences),
  ),
  length: 60,
  common: { pairs: new Set(), characters: new Set('的') },
};
const clauses = corpus.documents.map(({ clauses }) => clauses);

async function prove(index: PassageIndex, options: { most: number; seed: number }) {
  const sample = samplePhrases(clauses, options);
  const missed = await findMissed(sample.phrases, index, tableOf(corpus));
  return { ...countProof(sample, { phrases: [] }, missed), missed };
}

test('an index that holds everything misses nothing; every clause is asked for', async () => {
  const proof = await prove(fakeIndex(corpus), { most: 1000, seed: 1 });
  expect(proof.missed).toEqual([]);
  expect([proof.sampled, proof.clauses]).toEqual([80, 80]);
  expect(proof.phrases).toBeGreaterThan(200);
  expect(proof.straddling).toBeGreaterThan(proof.phrases / 2);
  expect(proof.mixed).toBeGreaterThan(20);
});

test('one pair that the index lacks is noticed, and named', async () => {
  const index = fakeIndex(corpus);
  const { missed } = await prove(
    { ...index, find: async (tokens) => (tokens.includes('营商') ? [] : index.find(tokens)) },
    { most: 1000, seed: 1 },
  );
  expect(missed.length).toBeGreaterThan(0);
  expect(
    missed.every(({ phrase, clause }) => phrase.includes('营商') && clause.label === '第1段'),
  ).toBe(true);
});

test('a passage without one of its clauses is noticed', async () => {
  const index = fakeIndex(corpus);
  const { missed } = await prove(
    {
      ...index,
      read: async (at) => {
        const { document, clauses } = await index.read(at);
        return { document, clauses: clauses.filter(({ id }) => id !== 'p_2') };
      },
    },
    { most: 1000, seed: 1 },
  );
  expect(new Set(missed.map(({ clause }) => clause.label))).toEqual(new Set(['第2段']));
});

test('the same seed asks the same; a large corpus is asked evenly', async () => {
  const sample = (seed: number) => samplePhrases(clauses, { most: 40, seed });
  expect(sample(1)).toEqual(sample(1));
  expect(sample(2)).not.toEqual(sample(1));
  expect(sample(1).sampled).toBe(40);
});

test('the result is published on the page, or refused where it has no place', () => {
  const site = mkdtempSync(join(tmpdir(), 'gongbao-proof-'));
  onTestFinished(() => {
    rmSync(site, { recursive: true });
  });
  const proof: RecallProof = {
    sampled: 1990,
    clauses: 2000,
    phrases: 5000,
    searched: 500,
    straddling: 4000,
    mixed: 3000,
    missed: 0,
  };
  // A site without the page has nothing to say it on.
  publishProof(proof, site);
  mkdirSync(join(site, 'quality'));
  const file = join(site, 'quality', 'index.html');
  writeFileSync(file, '<p>甲</p><p data-recall data-astro>未检验</p><p>乙</p>');
  publishProof(proof, site);
  const page = readFileSync(file, 'utf8');
  expect(page).toMatch(/^<p>甲<\/p><p data-recall data-astro>检索完备率100%：.*<\/p><p>乙<\/p>$/u);
  expect(page).toContain('从2,000条中的1,990条条文中截取5,000句');
  expect(page).toContain('共漏检0句');
  publishProof({ ...proof, missed: 1 }, site);
  expect(readFileSync(file, 'utf8')).toContain('检索完备率99.98%');
  writeFileSync(file, '<p>甲</p>');
  expect(() => {
    publishProof(proof, site);
  }).toThrow('no place');
});
