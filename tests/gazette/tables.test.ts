/**
 * Every table of the portal's own issues that is no blank form, cell by cell. `tables/<issue>/<document>__<table>.tsv` was
 * written by reading the raw texts, not from output: labels of the columns, then the rows, white space left out; a row of
 * one cell spans the table. Where the raw text cannot tell the column, the file has the one its sense demands.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readContent, readText } from '../../scripts/content.ts';
import { parse } from '../../src/gazette/processor.ts';
import { wholeText } from '../../src/model/text-of.ts';
import type { Table } from '../../src/model/tree.ts';
import type { Node } from 'unist';

const folder = new URL('tables/', import.meta.url);
/** Share of exact cells in each table. */
const least = 0.97;

const { issues } = await readContent('content');

function fold(node: Node): string {
  return wholeText(node).replace(/\s/g, '');
}

function rowsOf(table: Table): string[][] {
  return table.children.flatMap(({ header, children }) => (header ? [] : [children.map(fold)]));
}

function findTable(node: Node, id: string): Table | undefined {
  if (node.type === 'table') return (node as Table).id === id ? (node as Table) : undefined;
  if (!('children' in node)) return undefined;
  for (const child of node.children as Node[]) {
    const found = findTable(child, id);
    if (found) return found;
  }
  return undefined;
}

test.each(issues.map((issue) => [issue.id, issue] as const))('tables of %s', async (id, issue) => {
  const output = parse(await readText(issue.path), {
    issueId: issue.id,
    codes: issue.series.codes,
  });
  const files = readdirSync(new URL(`${id}/`, folder));
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const [labels, ...expected] = readFileSync(new URL(`${id}/${file}`, folder), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    const [document, ...rest] = file.replace('.tsv', '').split('__');
    const parts = output.documents.find((entry) => entry.id === document)!.parts;
    const table = parts
      .map((part) => findTable(part, rest.join('__')))
      .find((found) => found !== undefined)!;
    expect(
      table.columns.map((label) => label.replace(/\s/g, '')),
      file,
    ).toEqual(labels);
    const rows = rowsOf(table);
    expect(rows.length, file).toBe(expected.length);
    const cells = expected.flatMap((row, at) =>
      row.map((cell, column) => ({ at, column, cell, found: rows[at]![column] ?? '' })),
    );
    const wrong = cells.filter(({ cell, found }) => cell !== found);
    expect(
      1 - wrong.length / cells.length,
      `${file}: ${JSON.stringify(wrong)}`,
    ).toBeGreaterThanOrEqual(least);
  }
});
