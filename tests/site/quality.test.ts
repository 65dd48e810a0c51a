import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from '../../src/gazette/processor.ts';
import { reconciliationKinds } from '../../src/model/output.ts';
import { contentSpans } from '../../src/gazette/check/ledger.ts';
import type { IssueNode } from '../../src/model/issue.ts';
import {
  countCharacters,
  reconciliationNames,
  splitMessages,
  sumReconciliations,
} from '../../src/site/quality.ts';
import { message } from './samples.ts';

test('every character is counted once, at its place', () => {
  const raw = '\uFEFF刊头\n 书眉 12\n正文 甲乙\n丢失';
  const span = (text: string) => ({
    start: raw.indexOf(text),
    end: raw.indexOf(text) + text.length,
    text,
  });
  const counts = countCharacters(raw, {
    frontMatter: [span('刊头')],
    furniture: [
      { ...span('书眉'), reason: 'running head' },
      { ...span('12'), reason: 'page number' },
    ],
    ledger: {
      blanks: '',
      characters: 12,
      accounted: 10,
      residue: [{ ...span('丢失'), places: 0 }],
    },
  });
  expect(counts).toEqual({
    content: 4,
    frontMatter: 2,
    furniture: [
      { reason: 'running head', places: 1, characters: 2 },
      { reason: 'page number', places: 1, characters: 2 },
    ],
    residue: 2,
  });
});

test.each(['statistics-with-source', 'running-head-in-sentence', 'html-cells'])(
  'what is left for the documents of %s is what their trees hold',
  (name) => {
    const raw = readFileSync(`tests/gazette/fixtures/${name}/input.txt`, 'utf8');
    const output = parse(raw);
    const counts = countCharacters(raw, output);
    const children = output.documents.map(({ parts, data }) => ({ children: parts, data }));
    const held = contentSpans({ children } as unknown as IssueNode)
      .map(({ start, end }) => raw.slice(start, end).replace(/\s/g, '').length)
      .reduce((sum, length) => sum + length, 0);
    expect(counts.content).toBe(held);
    const furniture = counts.furniture.reduce((sum, { characters }) => sum + characters, 0);
    expect(counts.content + counts.frontMatter + furniture).toBe(output.ledger.characters);
  },
);

test('comparisons are summed over documents, in their order, with those never made', () => {
  const sums = sumReconciliations([
    { kind: 'sums', document: 'b', checked: 3, failed: 1 },
    { kind: 'counts', document: 'a', checked: 2, failed: 0 },
    { kind: 'sums', document: 'a', checked: 4, failed: 1 },
  ]);
  expect(sums.map(({ kind }) => kind)).toEqual(reconciliationKinds);
  expect(sums.filter(({ checked }) => checked > 0)).toEqual([
    { kind: 'counts', checked: 2, failed: 0 },
    { kind: 'sums', checked: 7, failed: 2 },
  ]);
  expect(Object.keys(reconciliationNames)).toEqual([...reconciliationKinds]);
});

test('failed comparisons stand apart from other doubts', () => {
  const failed = message({ ruleId: 'toc-differs', reconciliation: 'contents' });
  const doubt = message({ ruleId: 'join-uncertain' });
  expect(splitMessages([doubt, failed])).toEqual({
    failures: [{ kind: 'contents', messages: [failed] }],
    others: [doubt],
  });
});
