/** Which units of two documents hold the same provision, told by their words alone. */
import { assign } from './assign.ts';
import type { CutUnit } from './units.ts';
import { bagOf, likeness, shared, sharedGrid, together, type Bag, type Weighing } from './weights.ts';

/** Units that belong together: one of each side, or one that several of the other side make up. */
export interface Match {
  left: number[];
  right: number[];
  /** They have few words in common, but more than either has with anything else left over. */
  weak?: true;
}

type Side = 'left' | 'right';

/** From here on two units are one provision in other words. */
const alike = 0.2;
/** The least likeness of two units that are left over, where neither is nearly as much like another one left over. */
const kindred = 0.12;
const clearly = 1.25;
/**
 * A unit was taken into another one that holds this share of its words, or that is as much like it, all that comes from
 * other units aside.
 */
const taken = 0.6;
const takenAlike = 0.4;
/** Titles are short: one word in common says little. */
const titlesAlike = 0.5;
/** A pair less alike than this is given up where one of the two was taken in elsewhere. */
const firm = 0.4;
/** What number and place can add to a likeness: they decide between units that fit equally well. */
const tie = 0.01;

/** Matches the units of two documents; a unit is in one match at most. */
export function matchUnits(
  left: readonly CutUnit[],
  right: readonly CutUnit[],
  weighing: Weighing,
): Match[] {
  const bags = {
    left: left.map(({ lines }) => bagOf(lines, weighing)),
    right: right.map(({ lines }) => bagOf(lines, weighing)),
  };
  const grid = sharedGrid(bags.left, bags.right, weighing);
  const alikeness = (a: number, b: number) => {
    const [x, y] = [left[a]!, right[b]!];
    const sum = bags.left[a]!.weight + bags.right[b]!.weight;
    const found = x.kind !== y.kind || sum === 0 ? 0 : (2 * grid[a * right.length + b]!) / sum;
    return x.kind === 'title' && found < titlesAlike ? 0 : found;
  };
  const pairs = left.flatMap((_, a) =>
    right.flatMap((__, b) => {
      const gain = alikeness(a, b);
      return gain < alike ? [] : [{ left: a, right: b, gain: gain + tieOf(left, a, right, b) }];
    }),
  );
  const matches = assign(pairs).map((pair): Match => ({ left: [pair.left], right: [pair.right] }));
  takeIn(matches, { left, right }, bags, weighing);
  return [...matches, ...weakMatches(matches, left.length, right.length, alikeness)];
}

/** Between 0 and `tie`: the same number, and the same place in the whole; the square keeps equal units in order. */
function tieOf(left: readonly CutUnit[], a: number, right: readonly CutUnit[], b: number): number {
  const apart = a / left.length - b / right.length;
  const sameName = left[a]!.name === right[b]!.name ? 1 : 0;
  return (tie * (sameName + 1 - apart * apart)) / 2;
}

/** Finds what was split or merged: a unit whose words stand, beside those of its match, in a unit of the other side. */
function takeIn(
  matches: Match[],
  units: Record<Side, readonly CutUnit[]>,
  bags: Record<Side, Bag[]>,
  weighing: Weighing,
): void {
  const matchOf = { left: new Map<number, Match>(), right: new Map<number, Match>() };
  for (const match of matches) {
    matchOf.left.set(match.left[0]!, match);
    matchOf.right.set(match.right[0]!, match);
  }
  const weightless = (side: Side, at: number) => bags[side][at]!.weight === 0;
  const isSettled = (side: Side, at: number) => {
    const match = matchOf[side].get(at);
    if (!match) return false;
    if (match.left.length + match.right.length > 2) return true;
    return likeness(bags.left[match.left[0]!]!, bags.right[match.right[0]!]!, weighing) >= firm;
  };
  /** Whether a unit was taken in: at least 1 where it was, the more the surer. */
  const coverage = (side: Side, at: number, match: Match) => {
    const other = side === 'left' ? 'right' : 'left';
    const whole = match[other];
    const unit = bags[side][at]!;
    if (whole.length !== 1 || units[side][at]!.kind !== units[other][whole[0]!]!.kind) return 0;
    const own = match[side].map((member) => bags[side][member]!).reduce(together);
    const target = bags[other][whole[0]!]!;
    const before = shared(own, target, weighing);
    const gained = shared(together(own, unit), target, weighing) - before;
    return Math.max(
      gained / unit.weight / taken,
      (2 * gained) / (unit.weight + target.weight - before) / takenAlike,
    );
  };
  const found = (['left', 'right'] as const).flatMap((side) =>
    units[side].flatMap((_, at) => {
      if (weightless(side, at) || isSettled(side, at)) return [];
      return matches
        .filter((match) => matchOf[side].get(at) !== match)
        .map((match) => ({ side, at, match, covered: coverage(side, at, match) }))
        .filter(({ covered }) => covered >= 1);
    }),
  );
  found.sort((a, b) => b.covered - a.covered);
  for (const { side, at, match } of found) {
    if (!matches.includes(match) || isSettled(side, at)) continue;
    if (coverage(side, at, match) < 1) continue;
    const before = matchOf[side].get(at);
    if (before) {
      matches.splice(matches.indexOf(before), 1);
      matchOf.left.delete(before.left[0]!);
      matchOf.right.delete(before.right[0]!);
    }
    match[side].push(at);
    matchOf[side].set(at, match);
  }
}

/** Pairs of what is left over: little alike, but clearly more than either is like anything else left over. */
function weakMatches(
  matches: readonly Match[],
  lefts: number,
  rights: number,
  alikeness: (a: number, b: number) => number,
): Match[] {
  const free = (side: Side, count: number) => {
    const used = new Set(matches.flatMap((match) => match[side]));
    return Array.from({ length: count }, (_, at) => at).filter((at) => !used.has(at));
  };
  const [freeLeft, freeRight] = [free('left', lefts), free('right', rights)];
  return freeLeft.flatMap((a) => {
    const [best, next = 0] = freeRight
      .map((b) => alikeness(a, b))
      .sort((x, y) => y - x);
    if (best === undefined || best < kindred || best < clearly * next) return [];
    const b = freeRight.find((at) => alikeness(a, at) === best)!;
    const isRivalled = freeLeft.some((at) => at !== a && best < clearly * alikeness(at, b));
    return isRivalled ? [] : [{ left: [a], right: [b], weak: true }];
  });
}
