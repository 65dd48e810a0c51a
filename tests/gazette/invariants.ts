/** What holds of every tree, whatever was parsed. */
import { expect } from 'vitest';
import type { Node } from 'unist';
import { foldLetters } from '../../src/language/text.ts';
import { reconciliationKinds, type GazetteOutput } from '../../src/model/output.ts';
import { isInside, placeOf } from '../../src/model/spans.ts';
import type { GazetteData } from '../../src/model/tree.ts';
import { rebuild } from './rebuild.ts';

interface Any extends Node {
  id?: string;
  value?: string;
  children?: Any[];
  data?: GazetteData;
}

function lineStarts(raw: string): number[] {
  return [0, ...[...raw.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
}

/** The rest of a paragraph whose column is out of order stands before it, apart from all it belongs to. */
function isDisplaced(node: Any, parent: Any): boolean {
  const { start } = placeOf(node)!;
  return (parent.data?.joins ?? []).some(
    ({ at, reason }) => reason === 'column-order' && at <= start && start < placeOf(parent)!.start,
  );
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
    if (parent && !isDisplaced(node, parent) && !isInside(own, placeOf(parent)!))
      faults.push(`${name} is not inside ${parent.type} ${parent.id ?? ''}`);
    if (node.id !== undefined) {
      if (ids.has(node.id)) faults.push(`id ${node.id} twice`);
      if (!/^[a-z0-9_-]+$/.test(node.id)) faults.push(`id ${node.id}`);
      ids.add(node.id);
    }
    let last = -1;
    for (const child of node.children ?? []) {
      const start = placeOf(child)?.start ?? -1;
      if (start < last && !isDisplaced(child, node))
        faults.push(`${child.type} ${child.id ?? ''} stands before its sibling`);
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
 * again, gives the raw text back unit by unit; the ledger says the same.
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
  if (text !== raw) {
    let at = 0;
    while (text[at] === raw[at]) at++;
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
  expectReconciliations(output);
  expectEvidence(raw, output);
}

/** A comparison that failed has its message, and the other way round. */
function expectReconciliations({ reconciliations, documents, messages }: GazetteOutput): void {
  const failed = new Map<string, number>();
  const count = (document: string | null, kind: string, number: number) => {
    const key = `${document ?? '-'} ${kind}`;
    failed.set(key, (failed.get(key) ?? 0) + number);
  };
  for (const { reconciliation, document } of messages)
    if (reconciliation) count(document, reconciliation, 1);
  for (const { kind, document, checked, failed: number } of reconciliations) {
    expect(number).toBeLessThanOrEqual(checked);
    count(document, kind, -number);
  }
  expect([...failed].filter(([, number]) => number !== 0)).toEqual([]);
  for (const kind of reconciliationKinds) {
    const ids = reconciliations.flatMap((own) =>
      own.kind === kind && own.document !== null ? [own.document] : [],
    );
    expect(ids).toEqual(documents.map(({ id }) => id));
  }
}

const evidenced = [
  'title',
  'docNumber',
  'date',
  'section',
  'kind',
  'recipients',
  'disclosure',
  'meeting',
  'signedBy',
  'source',
  'effective',
  'expires',
  'issuers',
  'repeals',
  'cites',
  'basis',
  'interpreter',
  'appointments',
] as const;

/** Every field has a place in the raw text or says from what it was inferred; what is named stands at its place. */
function expectEvidence(raw: string, { documents }: GazetteOutput): void {
  for (const document of documents) {
    const { fields, inferred } = document.data;
    for (const name of evidenced) {
      const value = document[name];
      if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) continue;
      const corrected = document.corrections.some((one) => 'field' in one && one.field === name);
      const known = (fields[name]?.length ?? 0) > 0 || name in inferred || corrected;
      expect(known, `${document.id} says where ${name} is from`).toBe(true);
    }
    for (const { title, docNumber, span: place } of [
      ...document.cites,
      ...document.basis,
      ...document.repeals,
    ]) {
      expect(place).not.toBeNull();
      const printed = foldLetters(raw.slice(place!.start, place!.end));
      expect(printed).toContain(foldLetters(title ?? docNumber!));
    }
    for (const { person, post, span: place } of document.appointments) {
      const printed = raw.slice(place!.start, place!.end).replace(/\s/g, '');
      expect(printed).toContain(post);
      expect(printed.includes(person) || /其|兼|任/.test(printed)).toBe(true);
    }
  }
}
