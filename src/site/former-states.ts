/** What a document said before the decisions of its anchor ledger: they are undone one after another. */
import type { Decision } from '../model/anchors.ts';
import type { ClauseText } from '../model/clause-texts.ts';

export interface FormerState {
  /** The clauses then, in reading order. */
  texts: ClauseText[];
  /** Ids of clauses whose words then were not kept, in them or in what lay below them. */
  unknown: Set<string>;
  /** What changed it. */
  decisions: Decision[];
}

type Placed = Omit<ClauseText, 'below'> & { depth: number };

/** The states of a document before its present one, the latest first. */
export function formerStates(
  texts: readonly ClauseText[],
  decisions: readonly Decision[],
): FormerState[] {
  let placed = withDepth(texts);
  const unkept = new Set<string>();
  return stepsOf(decisions).map((step) => {
    placed = undo(placed, step, unkept);
    const then = withBelow(placed);
    return { texts: then, unknown: withThoseAbove(then, unkept), decisions: step };
  });
}

/** Decisions about clauses made together: on one day, none of them about what another is about. The latest first. */
function stepsOf(decisions: readonly Decision[]): Decision[][] {
  const steps: Decision[][] = [];
  for (const decision of decisions.toReversed()) {
    if (decision.clause === null) continue;
    const step = steps.at(-1);
    const isOfStep =
      step?.[0]?.date === decision.date && step.every(({ clause }) => clause !== decision.clause);
    if (isOfStep) step.push(decision);
    else steps.push([decision]);
  }
  return steps;
}

function undo(now: readonly Placed[], step: readonly Decision[], unkept: Set<string>): Placed[] {
  const added = new Set(step.flatMap(({ added = [] }) => added));
  const then = now.filter(({ id }) => !added.has(id));
  let lost: Decision[] = [];
  for (const decision of step) {
    const at = then.findIndex(({ id }) => id === decision.clause);
    if (at === -1) lost.push(decision);
    else if (decision.former === null) unkept.add(then[at]!.id);
    else then[at] = { ...then[at]!, label: decision.former.label, text: decision.former.text };
  }
  // One may stand after another.
  for (let before = Infinity; lost.length < before;) {
    before = lost.length;
    lost = lost.filter((decision) => !putBack(then, decision));
  }
  for (const { clause } of lost) {
    const above = then.findLast(({ id }) => clause!.startsWith(`${id}__`));
    if (above) unkept.add(above.id);
  }
  return then;
}

/** Puts a clause that is gone where it stood; false where that cannot be told. */
function putBack(then: Placed[], { clause, former }: Decision): boolean {
  if (former === null) return false;
  const { label, text, depth, after } = former;
  const before = then.findIndex(({ id }) => id === after);
  if (after !== null && before === -1) return false;
  then.splice(before + 1, 0, { id: clause!, label, text, depth });
  return true;
}

function withDepth(texts: readonly ClauseText[]): Placed[] {
  const ends: number[] = [];
  return texts.map(({ id, label, text, below }, at) => {
    while (ends.length > 0 && ends.at(-1)! < at) ends.pop();
    ends.push(at + below);
    return { id, label, text, depth: ends.length - 1 };
  });
}

function withBelow(placed: readonly Placed[]): ClauseText[] {
  return placed.map(({ id, label, text, depth }, at) => {
    const next = placed.findIndex((other, index) => index > at && other.depth <= depth);
    return { id, label, text, below: (next === -1 ? placed.length : next) - at - 1 };
  });
}

function withThoseAbove(texts: readonly ClauseText[], ids: ReadonlySet<string>): Set<string> {
  return new Set(
    texts.flatMap(({ id, below }, at) =>
      texts.slice(at, at + below + 1).some((own) => ids.has(own.id)) ? [id] : [],
    ),
  );
}
