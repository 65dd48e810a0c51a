/** Each folder in fixtures/ is one phenomenon: a short input and its golden tree. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from '../../src/gazette/processor.ts';
import { expectInvariants } from './invariants.ts';
import { printOutput } from './print.ts';

const root = new URL('fixtures/', import.meta.url);

test.each(readdirSync(root).sort())('%s', async (name) => {
  const raw = readFileSync(new URL(`${name}/input.txt`, root), 'utf8');
  const output = parse(raw);
  expectInvariants(raw, output);
  await expect(printOutput(raw, output)).toMatchFileSnapshot(
    new URL(`${name}/tree.txt`, root).pathname,
  );
});
