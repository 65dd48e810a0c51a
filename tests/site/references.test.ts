/** References between documents: small ones by hand, and those of the portal's own issues as a golden list. */
import { expect, test } from 'vitest';
import { readContent, readText } from '../../scripts/content.ts';
import { parse } from '../../src/gazette/processor.ts';
import { buildCatalogue } from '../../src/relations/catalogue.ts';
import type { Citation } from '../../src/model/tree.ts';
import { nameClauses } from '../../src/site/clause-names.ts';
import { readEntries } from '../../src/site/entries.ts';
import { countReferences, linkReferences } from '../../src/site/references.ts';
import { document, part, text } from './samples.ts';

const rules = document({
  id: 'rules',
  title: '甲市人民政府关于印发甲市水库管理办法（试行）的通知',
  docNumber: '甲府发〔2020〕1号',
  parts: [
    part(
      [1, 2, 3].map((number) => ({
        type: 'article',
        id: `art_${number}`,
        label: '条',
        number: [number],
        children: [
          { type: 'paragraph', id: `art_${number}__para_1`, number: 1, children: [text('略')] },
        ],
      })),
      { title: '甲市水库管理办法（试行）' },
    ),
  ],
});

function citing(target: Citation['target'], reference: 'named' | 'clause' = 'named') {
  const citation: Citation = {
    type: 'citation',
    target,
    children: [text('那里')],
    data: { reference },
  };
  return document({
    id: 'later',
    docNumber: '甲府发〔2022〕1号',
    title: '甲市人民政府关于防汛的通知',
    parts: [part([{ type: 'paragraph', id: 'p_1', children: [citation] }])],
  });
}

function follow(target: Citation['target'], reference?: 'named' | 'clause') {
  const documents = [rules, citing(target, reference)];
  const references = linkReferences(documents, buildCatalogue(documents));
  const [first] = references.all;
  return { first: first!, references };
}

test.each([
  ['its number', { docNumber: '甲府发[2020]1号' }, 'rules'],
  ['the title of the text it prints', { title: '甲市水库管理办法（试行）' }, 'rules'],
  ['its title without the issuer', { title: '关于印发甲市水库管理办法（试行）的通知' }, 'rules'],
  ['its number beside another title', { title: '乙', docNumber: '甲府发〔2020〕1号' }, 'rules'],
  [
    'its title with another number',
    { title: '甲市水库管理办法（试行）', docNumber: '甲府发〔2018〕9号' },
    undefined,
  ],
  [
    'a title without （试行）, which another text may bear',
    { title: '甲市水库管理办法' },
    undefined,
  ],
  ['a law', { title: '中华人民共和国水法' }, undefined],
])('a document is known by %s', (_, target, id) => {
  expect(follow(target).first.to?.document.id).toBe(id);
});

test('a clause of another document', () => {
  const target = { docNumber: '甲府发〔2020〕1号', path: { article: [2], paragraph: 1 } };
  const { first, references } = follow(target, 'clause');
  expect(first.to?.clause).toBe('art_2__para_1');
  expect(first.unresolved).toBeNull();
  expect([...references.toClauses(rules).keys()]).toEqual(['art_2__para_1']);
  expect(references.toDocument(rules)).toEqual([first]);
});

test('a clause that is not there leads to the nearest above and says so', () => {
  const path = { article: [2], paragraph: 4 };
  const { first } = follow({ docNumber: '甲府发〔2020〕1号', path }, 'clause');
  expect(first.to?.clause).toBe('art_2');
  expect(first.unresolved).toBe(
    '《甲市人民政府关于印发甲市水库管理办法（试行）的通知》没有第二条第四款',
  );
});

test('every clause of a range is referred to', () => {
  const { references } = follow({ document: 'rules', clause: 'art_1', through: 'art_3' });
  expect([...references.toClauses(rules).keys()]).toEqual(['art_1', 'art_2', 'art_3']);
});

test('the portal’s own issues', async () => {
  const { issues } = await readContent('content');
  const documents = (
    await Promise.all(
      issues.map(async ({ series, id, path, manifest }) => {
        const raw = await readText(path);
        const output = parse(raw, { issueId: id, codes: series.codes });
        const facts = { series: series.id, id, label: id, from: null, to: null };
        return readEntries(
          { ...facts, facts: manifest.facts ?? [], decisions: [], raw, output },
          series,
        ).documents;
      }),
    )
  ).flat();
  const { all } = linkReferences(documents, buildCatalogue(documents));
  const inside = countReferences(all).filter(({ kind }) => /own|relative|attachment/.test(kind));
  const sum = (name: 'all' | 'linked') => inside.reduce((total, one) => total + one[name], 0);
  expect(sum('all')).toBeGreaterThanOrEqual(32);
  expect(sum('linked') / sum('all')).toBeGreaterThanOrEqual(0.95);
  const lines = all
    .filter(({ from, to }) => to !== null && to.document !== from.document)
    .map(({ from, text: words, to }) => {
      const name = nameClauses(from.document.record).get(from.clause) ?? '正文';
      return `${from.document.id} ${name}: ${words} → ${to!.document.id}${to!.clause ? `#${to!.clause}` : ''}`;
    });
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
    new URL('references.txt', import.meta.url).pathname,
  );
});
