/** The logic of the ledger, on samples; and the portal's own ledgers. */
import { describe, expect, test } from 'vitest';
import { readContent } from '../../scripts/content.ts';
import { parseIssue, portalOf } from '../../scripts/parse-issue.ts';
import { compareLedgers } from '../../src/anchors/compare.ts';
import { addNew, emptyLedger } from '../../src/anchors/ledger.ts';
import type { PublishedDocument } from '../../src/anchors/published.ts';
import {
  follow,
  readAddress,
  writeAddress,
  type Address,
  type Decision,
} from '../../src/model/anchors.ts';

test('the committed ledgers hold every address of the issues, and nothing else is decided', async () => {
  const { issues } = await readContent('content');
  const parsed = [];
  for (const folder of issues) parsed.push(await parseIssue(folder));
  expect(compareLedgers(portalOf(parsed), () => undefined)).toEqual({ breaches: [], misfits: [] });
  for (const { file, published } of parsed)
    expect(addNew(file.ledger, published).added, file.path).toBe(0);
});

function published(id: string, clauses: Record<string, string>): PublishedDocument {
  const entries = Object.entries(clauses).map(
    ([clause, text]) => [clause, { hash: text, text }] as const,
  );
  return { id, title: '甲', clauses: new Map(entries) };
}

test('new addresses stand after those they follow; known ones keep their place and hash', () => {
  const { ledger } = addNew(emptyLedger, [published('a', { x: '1', y: '2', z: '3' })]);
  const grown = addNew(ledger, [
    published('b', { q: '9' }),
    published('a', { n: '0', x: '5', m: '6', z: '3', k: '7' }),
  ]);
  expect(grown.added).toBe(5);
  expect(Object.keys(grown.ledger.documents)).toEqual(['b', 'a']);
  expect(Object.entries(grown.ledger.documents.a!.clauses)).toEqual([
    ['n', '0'],
    ['x', '1'],
    ['m', '6'],
    ['y', '2'],
    ['z', '3'],
    ['k', '7'],
  ]);
});

function decision(from: string, to: string | null, fields: Partial<Decision> = {}): Decision {
  const kind =
    to === null ? 'tombstone' : to.includes('#') || !from.includes('#') ? 'moved' : 'redirect';
  return {
    decision: kind,
    ...readAddress(from),
    to,
    now: null,
    former: null,
    reason: '甲',
    by: '乙',
    date: '2026-01-31',
    ...fields,
  };
}

describe('a decision is followed', () => {
  const there = new Set(['a', 'a#1', 'a#2', 'a#3', 'b', 'b#1']);
  const exists = (address: Address) => there.has(writeAddress(address));
  const lead = (decisions: Decision[]) => {
    const found = follow(decisions[0]!, decisions, exists);
    return found && ('at' in found ? writeAddress(found.at) : `gone: ${writeAddress(found.gone)}`);
  };

  test.each<[string, Decision[], string | null]>([
    ['to its target', [decision('a#9', '1')], 'a#1'],
    ['through a later one', [decision('a#9', '8'), decision('a#8', '2')], 'a#2'],
    ['to a tombstone', [decision('a#9', '8'), decision('a#8', null)], 'gone: a#8'],
    ['into another document', [decision('a#9', 'b#1')], 'b#1'],
    ['with its document', [decision('c', 'b'), decision('c#1', 'c#1')], 'b'],
    [
      'to a clause that goes with its document',
      [decision('a#9', 'c#1'), decision('c', 'b')],
      'b#1',
    ],
    ['nowhere', [decision('a#9', '7')], null],
    ['in a circle', [decision('a#9', '8'), decision('a#8', '9'), decision('a#9', '8')], null],
  ])('%s', (_, decisions, where) => {
    expect(lead(decisions)).toBe(where);
  });

  test('an earlier one about its target, which bears another text since, is left alone', () => {
    const earlier = decision('a#1', '2');
    const later = decision('a#9', '1');
    expect(follow(later, [earlier, later], exists)).toEqual({ at: { document: 'a', clause: '1' } });
  });
});
