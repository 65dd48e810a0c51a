/** The promise of conservation, kept by the record alone: nothing but the JSON is needed to have every character. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readContent, readText } from '../../scripts/content.ts';
import { parse } from '../../src/gazette/processor.ts';
import type { GazetteOutput } from '../../src/model/output.ts';
import { findFaults } from './invariants.ts';
import { rebuild } from './rebuild.ts';

const { issues } = await readContent('content');

test.each(issues.map(({ series, id, path }) => [`${series.id} ${id}`, path] as const))(
  '%s from its record',
  async (_, path) => {
    const raw = await readText(path);
    const { text, faults } = rebuild(JSON.parse(JSON.stringify(parse(raw))) as GazetteOutput);
    expect(faults).toEqual([]);
    expect(text).toBe(raw);
  },
);

const raw = readFileSync(
  new URL('fixtures/running-head-in-sentence/input.txt', import.meta.url),
  'utf8',
);

/** A record of which one thing was changed. */
function damaged(change: (output: GazetteOutput) => void): string[] {
  const output = parse(raw);
  change(output);
  return findFaults(raw, output);
}

test.each<[string, (output: GazetteOutput) => void]>([
  ['a lost paragraph', ({ documents }) => documents[0]!.parts.at(-1)!.children.pop()],
  ['a lost field', ({ documents }) => delete documents[0]!.data.fields.date],
  ['lost furniture', ({ furniture }) => furniture.pop()],
  ['a doubled part', ({ documents }) => documents[0]!.parts.push(documents[0]!.parts.at(-1)!)],
  [
    'a changed character',
    ({ frontMatter, furniture }) => ((furniture[0] ?? frontMatter[0])!.text = '〇'),
  ],
])('%s is found', (_, change) => {
  expect(damaged(() => undefined)).toEqual([]);
  expect(damaged(change)).not.toEqual([]);
});
