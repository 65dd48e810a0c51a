/** Puts a part of a node's own text into a `citation`. */
import type { Node } from 'unist';
import { isInside, spanOf } from '../../../model/spans.ts';
import type { Citation, Span, Text } from '../../../model/tree.ts';
import { pointAt } from '../positions.ts';
import type { FoundCitation } from './find-citations.ts';

interface Parent extends Node {
  children: Node[];
}

/** A piece of a text node that keeps its place and its corrections. */
function slice(text: Text, from: number, to: number, starts: readonly number[]): Text {
  const { start } = spanOf(text);
  const span: Span = { start: start + from, end: start + to };
  const corrections = text.data?.corrections?.filter((own) => isInside(own.span, span)) ?? [];
  const { corrections: _, ...data } = text.data ?? {};
  return {
    ...text,
    value: text.value.slice(from, to),
    position: { start: pointAt(starts, span.start), end: pointAt(starts, span.end) },
    ...(Object.keys(data).length > 0 || corrections.length > 0
      ? { data: corrections.length > 0 ? { ...data, corrections } : data }
      : {}),
  };
}

/** An editor's correction that reaches over the border of a reference keeps it from being one. */
function cutsCorrection({ data, position }: Text, at: number): boolean {
  const offset = (position?.start.offset ?? 0) + at;
  return (data?.corrections ?? []).some(({ span }) => span.start < offset && offset < span.end);
}

/**
 * Wraps the references of a node's own text (offsets in `ownText`). One that other nodes interrupt stays text.
 *
 * @param starts offsets at which the raw text's lines start.
 */
export function wrapCitations(
  node: Node,
  citations: readonly FoundCitation[],
  starts: readonly number[],
): void {
  const parent = node as Parent;
  const children: Node[] = [];
  let offset = 0;
  let next = 0;
  let open: Citation | null = null;
  for (const child of parent.children) {
    if (child.type !== 'text') {
      children.push(child);
      continue;
    }
    const text = child as Text;
    const end = offset + text.value.length;
    let at = offset;
    while (at < end) {
      const citation = citations[next];
      if (!citation || citation.start >= end) break;
      if (open === null) {
        if (!isWhole(parent, citation)) {
          next++;
          continue;
        }
        if (citation.start > at)
          children.push(slice(text, at - offset, citation.start - offset, starts));
        at = citation.start;
        open = toCitation(citation);
        children.push(open);
      }
      const stop = Math.min(citation.end, end);
      open.children.push(slice(text, at - offset, stop - offset, starts));
      at = stop;
      if (stop === citation.end) {
        close(open);
        open = null;
        next++;
      }
    }
    if (at === offset) children.push(text);
    else if (at < end) children.push(slice(text, at - offset, end - offset, starts));
    offset = end;
  }
  parent.children = children;
}

/** Whether the reference's texts stand side by side and no correction reaches over its ends. */
function isWhole({ children }: Parent, { start, end }: FoundCitation): boolean {
  let offset = 0;
  let isOpen = false;
  for (const child of children) {
    if (child.type !== 'text') {
      if (isOpen) return false;
      continue;
    }
    const text = child as Text;
    const from = start - offset;
    const to = end - offset;
    offset += text.value.length;
    if (start >= offset) continue;
    if (from >= 0 && cutsCorrection(text, from)) return false;
    if (end <= offset) return !cutsCorrection(text, to);
    isOpen = true;
  }
  return false;
}

function toCitation({ kind, target, unresolved, lacking }: FoundCitation): Citation {
  return {
    type: 'citation',
    target,
    children: [],
    data: {
      reference: kind,
      ...(unresolved === undefined ? {} : { unresolved }),
      ...(lacking === undefined ? {} : { lacking }),
    },
  };
}

function close(citation: Citation): void {
  const first = citation.children[0]!.position!;
  citation.position = { start: first.start, end: citation.children.at(-1)!.position!.end };
}
