/** Lines of the raw text and places on them. */
import type { Point } from 'unist';

/** Offsets at which the lines of the raw text start. */
export function lineStarts(raw: string): number[] {
  const starts = [0];
  const pattern = /\r\n|\r|\n/g;
  while (pattern.exec(raw)) starts.push(pattern.lastIndex);
  return starts;
}

/** 1-based line and column of an offset. */
export function pointAt(starts: readonly number[], offset: number): Required<Point> {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - starts[low]! + 1, offset };
}
