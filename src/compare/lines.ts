/** Which paragraphs, items and rows of two matched units belong together, in the order of both. */
import { bagOf, shared, sharedGrid, together, type Bag, type Weighing } from './weights.ts';

type Line = readonly string[];

/** Lines that belong together: usually one of each side; where one side has none, added or removed. */
export interface LineGroup {
  left: Line[];
  right: Line[];
}

/** Lines less alike than this are shown as one removed and one added. */
const alike = 0.3;
/** The share of a line's words that the one line of the other side must hold for several to be one there. */
const held = 0.4;
const most = 3;

/**
 * Aligns lines so that what matched lines have in common is the most, as sentences are aligned between translations
 * (Gale and Church 1993): one to one, one to several, several to one, or alone.
 */
export function alignLines(
  left: readonly Line[],
  right: readonly Line[],
  weighing: Weighing,
): LineGroup[] {
  const isSame = (a: Line | undefined, b: Line | undefined) =>
    a !== undefined && b !== undefined && a.join('') === b.join('');
  // Two paragraphs that are all there is belong together, however much was rewritten.
  if (left.length === 1 && right.length === 1) return [{ left: [left[0]!], right: [right[0]!] }];
  let begin = 0;
  while (isSame(left[begin], right[begin])) begin++;
  let end = 0;
  const inside = Math.min(left.length, right.length) - begin;
  while (end < inside && isSame(left.at(-1 - end), right.at(-1 - end))) end++;
  const pair = (a: Line, b: Line | undefined): LineGroup => ({ left: [a], right: [b!] });
  return [
    ...left.slice(0, begin).map((line, at) => pair(line, right[at])),
    ...alignInside(
      left.slice(begin, left.length - end),
      right.slice(begin, right.length - end),
      weighing,
    ),
    ...left.slice(left.length - end).map((line, at) => pair(line, right[right.length - end + at])),
  ];
}

function alignInside(left: Line[], right: Line[], weighing: Weighing): LineGroup[] {
  const bags = {
    left: left.map((line) => bagOf([line], weighing)),
    right: right.map((line) => bagOf([line], weighing)),
  };
  const grid = sharedGrid(bags.left, bags.right, weighing);
  const width = right.length + 1;
  const best = new Float64Array((left.length + 1) * width);
  const step = new Uint8Array(best.length);
  const common = (a: number, b: number) => grid[a * right.length + b]!;
  const worth = (inCommon: number, a: number, b: number) => 2 * inCommon - alike * (a + b);

  /** What is won where the `down` lines up to `a` belong to the `across` lines up to `b`; null where they do not. */
  const gain = (a: number, down: number, b: number, across: number): number | null => {
    if (down === 1 && across === 1) {
      const [x, y] = [bags.left[a]!, bags.right[b]!];
      // Lines of marks alone weigh nothing.
      const isEqual = left[a]!.join('') === right[b]!.join('');
      return worth(common(a, b), x.weight, y.weight) + (isEqual ? 0.01 : 0);
    }
    const lefts = range(a - down + 1, down);
    const rights = range(b - across + 1, across);
    const isHeld =
      down > 1
        ? lefts.every((at) => common(at, b) >= held * bags.left[at]!.weight)
        : rights.every((at) => common(a, at) >= held * bags.right[at]!.weight);
    if (!isHeld) return null;
    const x = joined(lefts.map((at) => bags.left[at]!));
    const y = joined(rights.map((at) => bags.right[at]!));
    return worth(shared(x, y, weighing), x.weight, y.weight);
  };

  for (let a = 0; a <= left.length; a++) {
    for (let b = 0; b <= right.length; b++) {
      const at = a * width + b;
      if (at === 0) continue;
      best[at] = -Infinity;
      for (const [code, [down, across]] of steps.entries()) {
        if (down > a || across > b) continue;
        const own = down === 0 || across === 0 ? 0 : gain(a - 1, down, b - 1, across);
        if (own === null) continue;
        const sum = best[at - down * width - across]! + own;
        if (sum > best[at]! + 1e-9) {
          best[at] = sum;
          step[at] = code;
        }
      }
    }
  }
  const groups: LineGroup[] = [];
  for (let a = left.length, b = right.length; a > 0 || b > 0;) {
    const [down, across] = steps[step[a * width + b]!]!;
    groups.push({ left: left.slice(a - down, a), right: right.slice(b - across, b) });
    a -= down;
    b -= across;
  }
  return groups.reverse();
}

/** Lines of the left and of the right side that make up a group; what is added comes last, so that it is shown last. */
const steps: [down: number, across: number][] = [
  [0, 1],
  [1, 0],
  [1, 1],
  ...range(2, most - 1).flatMap((many): [number, number][] => [
    [1, many],
    [many, 1],
  ]),
];

function range(start: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => start + at);
}

const joined = (bags: Bag[]) => bags.reduce(together);
