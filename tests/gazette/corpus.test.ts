/** The portal's own issues: a golden outline of each, and what holds of all of them. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { readContent, readText } from '../../scripts/content.ts';
import { parse } from '../../src/gazette/processor.ts';
import { expectInvariants } from './invariants.ts';
import { printCitations, printOutline } from './print.ts';

const { issues } = await readContent('content');

test.each(issues.map((issue) => [`${issue.series.id}-${issue.id}`, issue] as const))(
  '%s',
  async (name, issue) => {
    const raw = await readText(issue.path);
    expect(raw).toBe(readFileSync(issue.path, 'utf8'));
    const output = parse(raw, { issueId: issue.id, codes: issue.series.codes });
    expectInvariants(raw, output);
    expect(basename(issue.path)).toBe('gazette.txt');
    await expect(printOutline(output)).toMatchFileSnapshot(
      new URL(`corpus/${name}.txt`, import.meta.url).pathname,
    );
    await expect(printCitations(output)).toMatchFileSnapshot(
      new URL(`corpus/${name}.citations.txt`, import.meta.url).pathname,
    );
  },
);

test('47 documents are printed in the five issues', async () => {
  const counts: Record<string, number> = {};
  for (const issue of issues) {
    const output = parse(await readText(issue.path), {
      issueId: issue.id,
      codes: issue.series.codes,
    });
    counts[issue.id] = output.documents.length;
    for (const { document, title } of output.toc) expect(document, title).not.toBeNull();
  }
  expect(counts).toEqual({
    '2019-u1': 11,
    '2020-11': 11,
    '2022-7': 10,
    '2022-10': 9,
    '2022-u1': 6,
  });
});

test('the same text gives the same output', async () => {
  const [issue] = issues;
  const raw = await readText(issue!.path);
  expect(JSON.stringify(parse(raw))).toBe(JSON.stringify(parse(raw)));
});
