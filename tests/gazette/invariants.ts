/** What holds of every tree, whatever was parsed. */
import { expect } from 'vitest';
import type { Node } from 'unist';
import { foldLetters } from '../../src/language/text.ts';
import { reconciliationKinds, type GazetteOutput } from '../../src/model/output.ts';
import type { GazetteData, Span } from '../../src/model/tree.ts';

interface Any extends Node {
  id?: string;
  value?: string;
  children?: Any[];
  data?: GazetteData;
}

function span(node: Any): Span {
  expect(node.position, `${node.type} ${node.id ?? ''} has a position`).toBeDefined();
  return { start: node.position!.start.offset!, end: node.position!.end.offset! };
}

/**
 * Text equals its slice of the raw text; line and column agree with the offset; siblings are in order (except for
 * table lines that were moved back to their document) and lie inside their parent; ids are unique; the places of
 * all characters, put together, give the raw text back; a comparison that failed has its message, and the other way
 * round.
 */
export function expectInvariants(raw: string, output: GazetteOutput): void {
  const places: Span[] = [...output.frontMatter, ...output.furniture];
  const lineStarts = [0];
  for (let index = raw.indexOf('\n'); index !== -1; index = raw.indexOf('\n', index + 1))
    lineStarts.push(index + 1);
  for (const document of output.documents) {
    const ids = new Set<string>();
    const walk = (node: Any, parent: Any | null) => {
      const own = span(node);
      if (node.type === 'text') {
        expect(node.value).toBe(raw.slice(own.start, own.end));
        expect(node.value).not.toBe('');
        places.push(own);
      }
      if (!raw.includes('\r')) {
        const { line, column, offset } = node.position!.start;
        expect(lineStarts[line - 1]! + column - 1).toBe(offset);
      }
      // The rest of a paragraph whose column is out of order stands before it, apart from all it belongs to.
      const displaced = (parent?.data?.joins ?? []).some(
        ({ at, reason }) =>
          reason === 'column-order' && at <= own.start && own.start < span(parent!).start,
      );
      if (parent && !displaced) {
        const outer = span(parent);
        expect(
          own.start,
          `${node.type} ${node.id ?? ''} in ${parent.type} ${parent.id ?? ''}`,
        ).toBeGreaterThanOrEqual(outer.start);
        expect(
          own.end,
          `${node.type} ${node.id ?? ''} in ${parent.type} ${parent.id ?? ''}`,
        ).toBeLessThanOrEqual(outer.end);
      }
      if (node.id !== undefined) {
        expect(ids.has(node.id), `id ${node.id} once in ${document.id}`).toBe(false);
        ids.add(node.id);
        expect(node.id).toMatch(/^[a-z0-9_-]+$/);
      }
      places.push(...(node.data?.label ?? []), ...(node.data?.title ?? []));
      let last = -1;
      for (const child of node.children ?? []) {
        const { start } = span(child);
        const reordered = node.data?.joins?.some(({ reason }) => reason === 'column-order');
        if (!reordered)
          expect(start, `order of ${child.type} ${child.id ?? ''}`).toBeGreaterThanOrEqual(last);
        last = start;
        walk(child, node);
      }
    };
    for (const part of document.parts) {
      if (part.position) walk(part as unknown as Any, null);
    }
    const {
      title = [],
      docNumber = [],
      date = [],
      period = [],
      letterhead = [],
    } = document.data.fields;
    const inside = ({ start, end }: Span) =>
      document.parts.some(
        (part) =>
          part.position && part.position.start.offset! <= start && part.position.end.offset! >= end,
      );
    places.push(
      ...[...title, ...docNumber, ...date, ...period, ...letterhead].filter((own) => !inside(own)),
    );
  }
  places.sort((a, b) => a.start - b.start || a.end - b.end);
  let rebuilt = '';
  let at = 0;
  for (const { start, end } of places) {
    expect(
      start,
      `no character twice at offset ${start}: ${raw.slice(start, end)}`,
    ).toBeGreaterThanOrEqual(at);
    const gap = raw.slice(at, start);
    expect(gap.trim(), `nothing but white space between ${at} and ${start}`).toBe('');
    rebuilt += gap + raw.slice(start, end);
    at = end;
  }
  const rest = raw.slice(at);
  expect(rest.trim()).toBe('');
  expect(rebuilt + rest).toBe(raw);
  expect(output.ledger.accounted).toBe(output.ledger.characters);
  expect(output.ledger.residue).toEqual([]);
  expectReconciliations(output);
  expectEvidence(raw, output);
}

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
