/** Places of nodes in the raw text. */
import type { Node } from 'unist';
import type { PrintedSpan, Span } from './tree.ts';

/** The node's raw span, or null for a node that is not in the raw text. */
export function placeOf({ position }: Node): Span | null {
  if (position?.start.offset === undefined || position.end.offset === undefined) return null;
  return { start: position.start.offset, end: position.end.offset };
}

/**
 * The raw span of a node that has one.
 *
 * @throws Error for a node without offsets, which is a mistake in the parser.
 */
export function spanOf(node: Node): Span {
  const place = placeOf(node);
  if (!place) throw new Error(`Expected a place in the raw text for \`${node.type}\``);
  return place;
}

/** Whether the first span lies inside the second. */
export function isInside(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** From the first of the spans to the end of the last; null for none. */
export function hull(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null;
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

/** The span with its characters. */
export function printed<Place extends Span>(raw: string, span: Place): Place & PrintedSpan {
  return { ...span, text: raw.slice(span.start, span.end) };
}
