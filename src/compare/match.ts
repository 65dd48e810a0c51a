/** Which units of two documents hold the same provision, told by their words alone. */
import { assign } from './assign.ts';
import type { CutUnit } from './units.ts';
import {
  bagOf,
  shared,
  sharedBeyond,
  sharedGrid,
  together,
  type Bag,
  type Weighing,
} from './weights.ts';

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
const taken = 0.4;
const takenAlike = 0.35;
/** Titles are short: one word in common says little. */
const titlesAlike = 0.5;
/** A pair less alike than this is given up where one of the two was taken in elsewhere by far more than that asks. */
const firm = 0.4;
const byFar = 1.5;
/** What number and place can add to a likeness: they decide between units that fit equally well. */
const tie = 0.01;

/** Two documents with what their units have in common. */
interface Field {
  units: Record<Side, readonly CutUnit[]>;
  bags: Record<Side, Bag[]>;
  weighing: Weighing;
  /** The weight of what two units share. */
  common: (left: number, right: number) => number;
  /** How alike two units are, 0 to 1. */
  alikeness: (left: number, right: number) => number;
}

/** Matches the units of two documents; a unit is in one match at most. */
export function matchUnits(
  left: readonly CutUnit[],
  right: readonly CutUnit[],
  weighing: Weighing,
): Match[] {
  const field = makeField(left, right, weighing);
  const pairs = left.flatMap((_, a) =>
    right.flatMap((__, b) => {
      const gain = field.alikeness(a, b);
      return gain < alike ? [] : [{ left: a, right: b, gain: gain + tieOf(left, a, right, b) }];
    }),
  );
  const sure = assign(pairs).map((pair): Match => ({ left: [pair.left], right: [pair.right] }));
  const matches = takeIn(sure, field);
  return [...matches, ...weakMatches(matches, field)];
}

function makeField(left: readonly CutUnit[], right: readonly CutUnit[], weighing: Weighing): Field {
  const bags = {
    left: left.map(({ lines }) => bagOf(lines, weighing)),
    right: right.map(({ lines }) => bagOf(lines, weighing)),
  };
  const grid = sharedGrid(bags.left, bags.right, weighing);
  const common = (a: number, b: number) => grid[a * right.length + b]!;
  const alikeness = (a: number, b: number) => {
    const sum = bags.left[a]!.weight + bags.right[b]!.weight;
    if (left[a]!.kind !== right[b]!.kind || sum === 0) return 0;
    const found = (2 * common(a, b)) / sum;
    return left[a]!.kind === 'title' && found < titlesAlike ? 0 : found;
  };
  return { units: { left, right }, bags, weighing, common, alikeness };
}

/** Between 0 and `tie`: the same number, and the same place in the whole; the square keeps equal units in order. */
function tieOf(left: readonly CutUnit[], a: number, right: readonly CutUnit[], b: number): number {
  const apart = a / left.length - b / right.length;
  const sameName = left[a]!.name === right[b]!.name ? 1 : 0;
  return (tie * (sameName + 1 - apart * apart)) / 2;
}

const otherSide = { left: 'right', right: 'left' } as const;

/** Finds what was split or merged: units whose words stand, beside those of its match, in a unit of the other side. */
function takeIn(sure: readonly Match[], field: Field): Match[] {
  const matches = new Set(sure);
  const matchOf = { left: new Map<number, Match>(), right: new Map<number, Match>() };
  for (const match of sure) {
    matchOf.left.set(match.left[0]!, match);
    matchOf.right.set(match.right[0]!, match);
  }
  const isSettled = (side: Side, at: number) => {
    const match = matchOf[side].get(at);
    if (!match) return false;
    if (match.left.length + match.right.length > 2) return true;
    return field.alikeness(match.left[0]!, match.right[0]!) >= firm;
  };
  const found = (['left', 'right'] as const).flatMap((side) =>
    field.units[side].flatMap((_, at) => {
      if (isSettled(side, at)) return [];
      return sure
        .filter((match) => matchOf[side].get(at) !== match)
        .map((match) => ({ side, at, match, covered: coverage(side, at, match, field) }))
        .filter(({ covered }) => covered >= (matchOf[side].has(at) ? byFar : 1));
    }),
  );
  found.sort((a, b) => b.covered - a.covered);
  for (const { side, at, match } of found) {
    if (!matches.has(match) || isSettled(side, at)) continue;
    if (coverage(side, at, match, field) < 1) continue;
    const before = matchOf[side].get(at);
    if (before) {
      matches.delete(before);
      matchOf.left.delete(before.left[0]!);
      matchOf.right.delete(before.right[0]!);
    }
    match[side].push(at);
    matchOf[side].set(at, match);
  }
  return [...matches];
}

/** Whether a unit was taken in by the one unit of the other side of a match: 1 or more where it was, the more the surer. */
function coverage(side: Side, at: number, match: Match, field: Field): number {
  const { units, bags, weighing, common } = field;
  const other = otherSide[side];
  const whole = match[other][0]!;
  const [unit, target] = [bags[side][at]!, bags[other][whole]!];
  if (match[other].length !== 1 || unit.weight === 0) return 0;
  if (units[side][at]!.kind !== units[other][whole]!.kind) return 0;
  const inCommon = (member: number) =>
    side === 'left' ? common(member, whole) : common(whole, member);
  const own = match[side].map((member) => bags[side][member]!).reduce(together);
  const isPair = match[side].length === 1;
  const rest = target.weight - (isPair ? inCommon(match[side][0]!) : shared(own, target, weighing));
  const rate = (gained: number) =>
    Math.max(gained / unit.weight / taken, (2 * gained) / (unit.weight + rest) / takenAlike);
  // It can gain no more than it has in common; most units are told by that.
  return rate(inCommon(at)) < 1 ? 0 : rate(sharedBeyond(unit, target, own, weighing));
}

/** Pairs of what is left over: little alike, but clearly more than either is like anything else left over. */
function weakMatches(matches: readonly Match[], { units, alikeness }: Field): Match[] {
  const free = (side: Side) => {
    const used = new Set(matches.flatMap((match) => match[side]));
    return [...units[side].keys()].filter((at) => !used.has(at));
  };
  const [lefts, rights] = [free('left'), free('right')];
  // A note on attachments that has a word in common with an article is not that article.
  const fit = (a: number, b: number) =>
    units.left[a]!.article === units.right[b]!.article ? alikeness(a, b) : 0;
  return lefts.flatMap((a) => {
    const [best = 0, next = 0] = rights.map((b) => fit(a, b)).sort((x, y) => y - x);
    if (best < kindred || best < clearly * next) return [];
    const b = rights.find((at) => fit(a, at) === best)!;
    const isRivalled = lefts.some((at) => at !== a && best < clearly * fit(at, b));
    return isRivalled ? [] : [{ left: [a], right: [b], weak: true as const }];
  });
}
