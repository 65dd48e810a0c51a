/** Copies of the issues, as `npm run scale` makes them. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readContent, readText } from '../../scripts/content.ts';
import { parseText } from '../../scripts/parse-issue.ts';
import { randomNumbers } from '../../src/search/build/random.ts';
import { copyOf, renameSeries, renameText } from '../../scripts/scale/rename.ts';
import { findExchanges, shuffleTexts } from '../../scripts/scale/shuffle.ts';
import type { ParsedIssue, Series } from '../../src/model/content.ts';
import type { GazetteOutput } from '../../src/model/output.ts';

const step = 200;
let series: Series;
let issues: ParsedIssue[];

beforeAll(async () => {
  const content = await readContent('content');
  series = content.series[0]!;
  issues = await Promise.all(
    content.issues.map(async (folder): Promise<ParsedIssue> => {
      const raw = await readText(folder.path);
      return {
        series: series.id,
        id: folder.id,
        label: folder.id,
        from: null,
        to: null,
        facts: [],
        decisions: [],
        raw,
        output: parseText(raw, folder),
      };
    }),
  );
});

function copyTexts(index: number): string[] {
  const random = randomNumbers(index);
  const texts = shuffleTexts(issues, findExchanges(issues), random);
  return texts.map((text) => renameText(text, series, copyOf(index), step, random));
}

function parseCopy(index: number): GazetteOutput[] {
  const copy = renameSeries(series, copyOf(index));
  return copyTexts(index).map((raw, at) =>
    parseText(raw, {
      series: { ...copy, id: 'copy' },
      id: issues[at]!.id,
      manifest: {},
      path: 'gazette.txt',
    }),
  );
}

const idsOf = (outputs: GazetteOutput[]) =>
  outputs.flatMap(({ documents }) => documents.map(({ id }) => id));

test('shuffling loses and adds no character', () => {
  const shuffled = shuffleTexts(issues, findExchanges(issues), randomNumbers(1)).join('');
  const own = issues.map(({ raw }) => raw).join('');
  expect(shuffled).not.toBe(own);
  expect([...shuffled].sort().join('')).toBe([...own].sort().join(''));
});

test('most clauses change places', () => {
  const exchanged = findExchanges(issues).reduce((sum, group) => sum + group.length, 0);
  expect(exchanged).toBeGreaterThan(700);
});

describe.each([
  ['another city', 3],
  ['another year', 10],
])('a copy of %s', (_, index) => {
  test('is parsed into as many documents, with ids of their own', () => {
    const outputs = parseCopy(index);
    expect(outputs.map(({ documents }) => documents.length)).toEqual(
      issues.map(({ output }) => output.documents.length),
    );
    for (const { ledger } of outputs) expect(ledger.accounted).toBe(ledger.characters);
    // Documents without a number are told apart by their issue's folder.
    const numbered = idsOf(outputs).filter((id) => !id.startsWith('gb'));
    const own = new Set(idsOf(issues.map(({ output }) => output)));
    expect(numbered.filter((id) => own.has(id))).toEqual([]);
    expect(new Set(numbered).size).toBe(numbered.length);
  });

  test('is the same each time', () => {
    expect(copyTexts(index)).toEqual(copyTexts(index));
  });
});

test('a copy of another city does not name this one', () => {
  expect(copyTexts(3).join('')).not.toContain(series.place.slice(0, -1));
  const renamed = renameSeries(series, copyOf(3));
  expect(JSON.stringify(renamed)).not.toContain(series.place);
  // Nor do its numbers look like this one's.
  const prefixes = Object.keys(series.codes);
  expect(Object.keys(renamed.codes).filter((prefix) => prefixes.includes(prefix))).toEqual([]);
});
