import { expect, test } from 'vitest';
import { citedFacts, toClauseFile } from '../../src/site/clause-file.ts';
import { readHistory } from '../../src/site/clause-history.ts';
import { buildLibrary } from '../../src/site/library.ts';
import { sealOf } from '../../src/anchors/seals.ts';
import { document, issue, library, part, series, text } from './samples.ts';

const withWords = (words: string) =>
  document({
    id: 'jz-2020-1',
    parts: [
      part([{ type: 'paragraph', id: 'n__p_1', children: [text('现印发。')] }], {
        role: 'notice',
        id: 'n',
      }),
      part(
        [
          {
            type: 'article',
            id: 'art_1',
            label: '第一条',
            number: [1],
            children: [
              { type: 'paragraph', id: 'art_1__para_1', number: 1, children: [text(words)] },
            ],
          },
        ],
        { title: '甲市热线办法' },
      ),
    ],
  });

const fileOf = (words: string) => {
  const entry = withWords(words);
  return toClauseFile(entry, library([entry]));
};

test('a clause is filed with its name and the seal of its whole text, the document with one of all', () => {
  const { document: facts, titles, partNames, clauses } = fileOf('甲。');
  expect(clauses.map(({ id, name }) => [id, name])).toEqual([
    ['n', '通知'],
    ['n__p_1', '通知'],
    ['art_1', '第一条'],
    ['art_1__para_1', '第一条'],
  ]);
  expect(titles).toEqual({ n: '', '': '甲市热线办法' });
  expect(partNames).toEqual({ n: '通知', '': '' });
  expect(clauses[2]!.seal).toBe(sealOf('第一条　甲。'));
  expect(facts.seal).toBe(
    sealOf(
      '甲市人民政府关于印发《甲市热线办法》的通知甲府字〔2020〕1号甲市热线办法现印发。第一条甲。',
    ),
  );
  expect(facts.short).toBe('/d/jz-2020-1');
});

test('other words have another seal, other blanks have not', () => {
  const seals = (words: string) => {
    const { document: facts, clauses } = fileOf(words);
    return [facts.seal, clauses[2]!.seal];
  };
  expect(seals('甲 。')).toEqual(seals('甲。'));
  for (const [at, seal] of seals('乙。').entries()) expect(seal).not.toBe(seals('甲。')[at]);
});

test('a number that is not printed is no number of the issue', () => {
  const entry = withWords('甲。');
  const { issue: printed } = issue([]);
  const of = (stated: boolean) => {
    const issues = [issue([entry], { issue: { ...printed, stated } })];
    return citedFacts(entry, buildLibrary([series], issues, [entry]));
  };
  expect(of(true).issueNumber).toBe(11);
  expect(of(false).issueNumber).toBeNull();
});

test('a document that nobody corrected has no history', () => {
  expect(readHistory(withWords('甲。'))).toEqual({});
});
