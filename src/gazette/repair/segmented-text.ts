/** Text made of several raw segments that still knows where each character stands. */
import type { Span, Text } from '../../model/tree.ts';

export class SegmentedText {
  readonly segments: readonly Span[];
  readonly value: string;
  readonly #raw: string;

  /** The segments' characters joined, without the white space at the joins. */
  constructor(raw: string, segments: readonly Span[]) {
    this.#raw = raw;
    this.segments = segments.filter(({ start, end }) => end > start);
    this.value = this.segments.map(({ start, end }) => raw.slice(start, end)).join('');
  }

  /** Raw spans of `value.slice(from, to)`; white space at their outer ends is left out. */
  spans(from: number, to: number = this.value.length): Span[] {
    const spans: Span[] = [];
    let offset = 0;
    for (const segment of this.segments) {
      const length = segment.end - segment.start;
      const first = Math.max(from - offset, 0);
      const last = Math.min(to - offset, length);
      if (first < last) spans.push({ start: segment.start + first, end: segment.start + last });
      offset += length;
    }
    return trim(this.#raw, spans);
  }

  /** Raw offset of the character at `index` of the value. */
  offsetAt(index: number): number {
    let rest = index;
    for (const { start, end } of this.segments) {
      if (rest < end - start) return start + rest;
      rest -= end - start;
    }
    return this.segments.at(-1)?.end ?? 0;
  }

  /** One text node for each raw segment of `value.slice(from, to)`. Positions are filled in later. */
  texts(from = 0, to: number = this.value.length): Text[] {
    return this.spans(from, to).map((span) => textNode(this.#raw, span));
  }

  slice(from: number, to: number = this.value.length): SegmentedText {
    return new SegmentedText(this.#raw, this.spans(from, to));
  }
}

function trim(raw: string, spans: Span[]): Span[] {
  return spans
    .map(({ start, end }, index) => {
      if (index === 0) while (start < end && /\s/.test(raw[start]!)) start++;
      if (index === spans.length - 1) while (end > start && /\s/.test(raw[end - 1]!)) end--;
      return { start, end };
    })
    .filter(({ start, end }) => end > start);
}

/** A text node over one raw span; its position holds offsets only until lines and columns are added. */
export function textNode(raw: string, { start, end }: Span): Text {
  return { type: 'text', value: raw.slice(start, end), position: offsets(start, end) };
}

/** A position that knows offsets only; `transform/positions.ts` adds line and column. */
export function offsets(start: number, end: number): NonNullable<Text['position']> {
  return {
    start: { line: 0, column: 0, offset: start },
    end: { line: 0, column: 0, offset: end },
  };
}
