/** What holds of every tree, whatever was parsed. */
import { expect } from 'vitest';
import type { Node } from 'unist';
import type { GazetteOutput } from '../../src/model/output.ts';
import { isInside, placeOf } from '../../src/model/spans.ts';
import { rebuild } from './rebuild.ts';

interface Any extends Node {
  id?: string;
  value?: string;
  children?: Any[];
}

const blanks = (text: string) => text.replace(/\s/g, ' ').trimEnd();

function lineStarts(raw: string): number[] {
  return [0, ...[...raw.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
}

/** What is wrong in the tree of one document. */
function faultsOf(raw: string, starts: number[], root: Any, ids: Set<string>): string[] {
  const faults: string[] = [];
  const walk = (node: Any, parent: Any | null) => {
    const name = `${node.type} ${node.id ?? ''}`;
    const own = placeOf(node);
    if (!own) {
      faults.push(`${name} has no place`);
      return;
    }
    if (node.type === 'text' && (node.value !== raw.slice(own.start, own.end) || node.value === ''))
      faults.push(`text ${JSON.stringify(node.value)} is not what is printed at ${own.start}`);
    const { line, column, offset } = node.position!.start;
    if (starts[line - 1]! + column - 1 !== offset)
      faults.push(`${name} at ${offset}: line ${line}, column ${column}`);
    if (parent && !isInside(own, placeOf(parent)!))
      faults.push(`${name} is not inside ${parent.type} ${parent.id ?? ''}`);
    if (node.id !== undefined) {
      if (ids.has(node.id)) faults.push(`id ${node.id} twice`);
      if (!/^[a-z0-9_-]+$/.test(node.id)) faults.push(`id ${node.id}`);
      ids.add(node.id);
    }
    let last = -1;
    for (const child of node.children ?? []) {
      const start = placeOf(child)?.start ?? -1;
      if (start < last) faults.push(`${child.type} ${child.id ?? ''} stands before its sibling`);
      last = start;
      walk(child, node);
    }
  };
  walk(root, null);
  return faults;
}

/**
 * What of this does not hold: text equals its slice of the raw text; line and column agree with the offset; siblings
 * are in order and lie inside their parent; ids are unique within a document; the record, written as JSON and read
 * again, gives every non-blank character of the raw text at its place, once; the ledger says the same.
 */
export function findFaults(raw: string, output: GazetteOutput): string[] {
  const faults: string[] = [];
  const starts = lineStarts(raw);
  for (const { id, parts } of output.documents) {
    const ids = new Set<string>();
    for (const part of parts) {
      // A part of which nothing is printed has no place.
      if (part.position ?? part.children.length > 0)
        faults.push(...faultsOf(raw, starts, part as Any, ids).map((fault) => `${id}: ${fault}`));
    }
  }
  const { text, faults: misplaced } = rebuild(JSON.parse(JSON.stringify(output)) as GazetteOutput);
  faults.push(...misplaced.map((piece) => `${JSON.stringify(piece)} stands on other text`));
  if (blanks(text) !== blanks(raw)) {
    let at = 0;
    while (blanks(text)[at] === blanks(raw)[at]) at++;
    faults.push(`the record does not give the raw text back from offset ${at}`);
  }
  const { accounted, characters, residue } = output.ledger;
  if (accounted !== characters || residue.length > 0)
    faults.push(`ledger ${accounted}/${characters}`);
  if (characters !== raw.replace(/\s/g, '').length) faults.push(`ledger counts ${characters}`);
  return faults;
}

export function expectInvariants(raw: string, output: GazetteOutput): void {
  expect(findFaults(raw, output)).toEqual([]);
}
