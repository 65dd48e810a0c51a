/** Conservation: every non-blank character of the raw text stands in exactly one place of the output. */
import type { Node } from 'unist';
import type { IssueNode } from '../../model/issue.ts';
import type { Ledger } from '../../model/output.ts';
import { isInside, placeOf, spanOf } from '../../model/spans.ts';
import type { GazetteData, Span } from '../../model/tree.ts';

/** Fields whose characters are printed apart from the parts; the others lie inside a part's nodes. */
const ownFields = ['title', 'docNumber', 'date', 'period', 'letterhead'] as const;

/** Every span of the tree that holds content, in no order. */
export function contentSpans(issue: IssueNode): Span[] {
  const spans: Span[] = [];
  const walk = (node: Node) => {
    if (node.type === 'text') {
      spans.push(spanOf(node));
      return;
    }
    const data = node.data as GazetteData | undefined;
    if (node.type !== 'document') spans.push(...(data?.label ?? []), ...(data?.title ?? []));
    if ('children' in node) (node.children as Node[]).forEach(walk);
  };
  for (const document of issue.children) {
    const parts = document.children.flatMap((part) => placeOf(part) ?? []);
    for (const field of ownFields) {
      const own = document.data.fields[field] ?? [];
      // A date or number taken from inside a part (an order's signature) is that part's content.
      const inside = own.some((span) => parts.some((part) => isInside(span, part)));
      if (!inside) spans.push(...own);
    }
    document.children.forEach(walk);
  }
  return spans;
}

/** White space and byte order marks; Han characters, which most are, need no pattern. */
function isBlank(unit: number): boolean {
  return (unit < 0x3001 || unit > 0xfe00) && /\s/.test(String.fromCharCode(unit));
}

/** Counts each character's places. */
export function takeLedger(raw: string, issue: IssueNode): Ledger {
  const places = new Uint8Array(raw.length);
  const mark = ({ start, end }: Span) => {
    for (let index = start; index < end; index++) if (places[index]! < 255) places[index]!++;
  };
  contentSpans(issue).forEach(mark);
  issue.frontMatter.forEach(mark);
  issue.furniture.forEach(mark);
  const ledger: Ledger = { characters: 0, accounted: 0, residue: [], blanks: '' };
  const blanks: string[] = [];
  let open: Ledger['residue'][number] | null = null;
  for (let index = 0; index < raw.length; index++) {
    if (isBlank(raw.charCodeAt(index))) {
      if (places[index] === 0) blanks.push(raw[index]!);
      continue;
    }
    ledger.characters++;
    if (places[index] === 1) {
      ledger.accounted++;
      open = null;
      continue;
    }
    if (open && open.places === places[index] && index - open.end < 3) {
      open.end = index + 1;
      open.text = raw.slice(open.start, open.end);
    } else {
      open = { start: index, end: index + 1, text: raw[index]!, places: places[index]! };
      ledger.residue.push(open);
    }
  }
  ledger.blanks = blanks.join('');
  return ledger;
}
