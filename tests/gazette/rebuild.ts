/** The raw text from the output record alone. */
import type { Node } from 'unist';
import type { GazetteOutput } from '../../src/model/output.ts';
import { isInside, placeOf } from '../../src/model/spans.ts';
import type { GazetteData, PrintedSpan, Span } from '../../src/model/tree.ts';

const ownFields = ['title', 'docNumber', 'date', 'period', 'letterhead'] as const;

/** Every piece of printed text in the record, with its place: what the parts hold, and what stands beside them. */
function pieces(record: GazetteOutput): PrintedSpan[] {
  const found: PrintedSpan[] = [...record.frontMatter, ...record.furniture];
  const add = (spans: Span[] = []) => found.push(...(spans as PrintedSpan[]));
  const walk = (node: Node) => {
    if (node.type === 'text') {
      found.push({ ...placeOf(node)!, text: (node as Node & { value: string }).value });
      return;
    }
    const data = node.data as GazetteData | undefined;
    add(data?.label);
    add(data?.title);
    if ('children' in node) (node.children as Node[]).forEach(walk);
  };
  for (const { parts, data } of record.documents) {
    const places = parts.flatMap((part) => placeOf(part) ?? []);
    for (const field of ownFields) {
      const spans = data.fields[field] ?? [];
      // A date taken from a signature is that part's content already.
      if (!spans.some((span) => places.some((place) => isInside(span, place)))) add(spans);
    }
    parts.forEach(walk);
  }
  return found;
}

export interface Rebuilt {
  text: string;
  /** Pieces whose text is not as long as its place, or that stand on another piece. */
  faults: PrintedSpan[];
}

/** Puts every piece of the record at its place, and its blanks between them. */
export function rebuild(record: GazetteOutput): Rebuilt {
  const faults: PrintedSpan[] = [];
  const { blanks } = record.ledger;
  let text = '';
  let used = 0;
  for (const piece of pieces(record).sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (piece.start < text.length || piece.text.length !== piece.end - piece.start)
      faults.push(piece);
    const gap = Math.max(piece.start - text.length, 0);
    text += blanks.slice(used, used + gap) + piece.text;
    used += gap;
  }
  return { text: text + blanks.slice(used), faults };
}
