/** Two documents side by side: what stayed, changed, moved, was split, merged, added or removed. */
import { matchUnits, type Match } from './match.ts';
import type { CutUnit } from './units.ts';
import { weigh } from './weights.ts';

export type RowKind = 'unchanged' | 'changed' | 'split' | 'merged' | 'added' | 'removed';

export interface Row {
  kind: RowKind;
  /** Places of the units in their document, ascending; several on one side only, none where added or removed. */
  left: number[];
  right: number[];
  /** It stands elsewhere than the order of the others leads one to expect. */
  moved: boolean;
  /** That its units belong together is told by few words: an inference to be shown as one. */
  weak: boolean;
}

/**
 * Aligns two documents by their words; numbers and order decide only between units that fit equally well.
 *
 * @returns rows in the order of the right document, what only the left one has behind what it followed there; every
 *   unit of both is in exactly one. `align(right, left)` gives the same rows turned round, in the order of the left one.
 */
export function align(left: readonly CutUnit[], right: readonly CutUnit[]): Row[] {
  const isTurned = comesAfter(left, right);
  const [first, second] = isTurned ? [right, left] : [left, right];
  const weighing = weigh([...first, ...second].map(({ lines }) => lines));
  const matches = matchUnits(first, second, weighing);
  const inOrder = longestInOrder(matches);
  const rows = matches.map((match): Row => {
    const sides = {
      left: ascending(isTurned ? match.right : match.left),
      right: ascending(isTurned ? match.left : match.right),
    };
    const kind = kindOf(sides, left, right);
    return { kind, ...sides, moved: !inOrder.has(match), weak: match.weak === true };
  });
  return inRightOrder(rows, left.length, right.length);
}

/** A fixed order of any two texts, so that the result does not hang on which is called the left one. */
function comesAfter(left: readonly CutUnit[], right: readonly CutUnit[]): boolean {
  if (left.length !== right.length) return left.length > right.length;
  return textOf(left) > textOf(right);
}

const textOf = (units: readonly CutUnit[]) =>
  units
    .map(({ id, lines }) => `${id} ${lines.map((words) => words.join('')).join('\n')}`)
    .join('\n');

const ascending = (places: readonly number[]) => [...places].sort((a, b) => a - b);

function kindOf(
  { left, right }: Match,
  lefts: readonly CutUnit[],
  rights: readonly CutUnit[],
): RowKind {
  if (right.length > 1) return 'split';
  if (left.length > 1) return 'merged';
  const text = ({ lines }: CutUnit) => lines.map((words) => words.join('')).join('\n');
  return text(lefts[left[0]!]!) === text(rights[right[0]!]!) ? 'unchanged' : 'changed';
}

/** The longest series of matches that follow each other on both sides; the others have moved. */
function longestInOrder(matches: readonly Match[]): Set<Match> {
  const byRight = [...matches].sort((a, b) => Math.min(...a.right) - Math.min(...b.right));
  const begin = (match: Match) => Math.min(...match.left);
  /** For each length of a series the match that ends the one with the earliest end. */
  const ends: Match[] = [];
  const previous = new Map<Match, Match | undefined>();
  for (const match of byRight) {
    const after = ends.findIndex((end) => begin(end) > begin(match));
    const length = after === -1 ? ends.length : after;
    previous.set(match, ends[length - 1]);
    ends[length] = match;
  }
  const series = new Set<Match>();
  for (let match = ends.at(-1); match; match = previous.get(match)) series.add(match);
  return series;
}

const alone = { moved: false, weak: false };

function inRightOrder(matched: Row[], lefts: number, rights: number): Row[] {
  const rowOf = new Map(matched.flatMap((row) => row.left.map((at) => [at, row] as const)));
  const onRight = new Set(matched.flatMap(({ right }) => right));
  const rows = [...matched];
  for (let at = 0; at < rights; at++)
    if (!onRight.has(at)) rows.push({ kind: 'added', left: [], right: [at], ...alone });
  rows.sort((a, b) => a.right[0]! - b.right[0]!);
  // What was removed follows the row of the unit before it, moved rows aside.
  const followers = new Map<Row | null, Row[]>();
  let anchor: Row | null = null;
  for (let at = 0; at < lefts; at++) {
    const row = rowOf.get(at);
    if (row) {
      if (!row.moved) anchor = row;
      continue;
    }
    const removed: Row = { kind: 'removed', left: [at], right: [], ...alone };
    followers.set(anchor, [...(followers.get(anchor) ?? []), removed]);
  }
  return [null, ...rows].flatMap((row) => [
    ...(row === null ? [] : [row]),
    ...(followers.get(row) ?? []),
  ]);
}
