/** From the steps of a reference to the clauses of one document. */
import { readAttachmentLabel } from '../language/standing-forms.ts';
import { fold } from '../language/text.ts';
import { stepForms, type Step } from './clause-steps.ts';
import {
  depthsOf,
  isAttachment,
  isIn,
  isPart,
  lastSegment,
  placesOf,
  type CitableClause,
} from './clause-tree.ts';
import { sayMissing } from './missing-clause.ts';
import type { TypedClause } from './read-clause.ts';

/** Places in the list of clauses; -1 is the text as a whole. */
export interface ClauseSearch {
  /** Where the reference leads: one place, or several that fit equally. */
  places: number[];
  /** The nearest clause above that is there. */
  reached: number;
  /** Why there is none, in Chinese; '' where there is. */
  missing: string;
  /** The last clause of a range is not there, in Chinese; '' where it is. */
  note: string;
}

/** The clause whose id, of now or before, was typed; null where the document has none of it. */
export function findById(clauses: readonly CitableClause[], id: string): number | null {
  const own = clauses.findIndex((clause) => clause.id === id);
  const at = own === -1 ? clauses.findIndex(({ former }) => former?.includes(id)) : own;
  return at === -1 ? null : at;
}

/** Clauses with exactly this name: 通知 附注. */
export function findByName(clauses: readonly CitableClause[], name: string): number[] {
  const asked = fold(name);
  if (asked === '') return [];
  return withoutInner(
    clauses,
    clauses.flatMap((clause, at) => (fold(clause.name) === asked ? [at] : [])),
  );
}

/** 第七条 and its only 款 have the same name: the outer one is meant. */
function withoutInner(clauses: readonly CitableClause[], places: number[]): number[] {
  return places.filter((place) => !places.some((other) => isIn(clauses, place, other)));
}

/**
 * Finds the clauses of a typed reference.
 *
 * @param part id of the text the reference is to (att_1), '' for the main text.
 */
export function findSteps(
  clauses: readonly CitableClause[],
  { steps, through }: Pick<TypedClause, 'steps' | 'through'>,
  part = '',
): ClauseSearch {
  const start = part === '' ? -1 : (findById(clauses, part) ?? -1);
  const found = walk(clauses, steps, start);
  if (found.places.length === 0 && start === -1 && steps[0]!.kind !== 'attachment') {
    // 表1第3行 of a text whose only table is in its attachment.
    const elsewhere = clauses.flatMap((clause, at) =>
      isPart(clause) && clause.id !== 'n' ? walk(clauses, steps, at).places : [],
    );
    if (elsewhere.length > 0) return { ...found, places: elsewhere, missing: '' };
  }
  if (through !== null && found.places.length === 1) {
    const last = walk(clauses, [...steps.slice(0, -1), through], start);
    const name = stepForms[through.kind].write(through.number);
    return {
      ...found,
      note: last.places.length > 0 ? `所引至${name}，从这里开始。` : last.missing,
    };
  }
  return found;
}

function walk(
  clauses: readonly CitableClause[],
  steps: readonly Step[],
  start: number,
): ClauseSearch {
  let reached = [start];
  for (const [index, step] of steps.entries()) {
    if (index === 0 && start === -1 && isMainText(clauses, step)) continue;
    const next = withoutInner(clauses, [
      ...new Set(reached.flatMap((place) => findStep(clauses, step, place))),
    ]);
    if (next.length === 0) {
      return { places: [], note: '', ...describeMissing(clauses, step, reached[0]!) };
    }
    reached = next;
  }
  return { places: reached, reached: reached[0]!, missing: '', note: '' };
}

/** Places of a step in a clause, those nearest to it; -1 for the main text. */
function findStep(clauses: readonly CitableClause[], step: Step, above: number): number[] {
  if (step.kind === 'attachment') return findAttachment(clauses, step, above);
  const inside = placesOf(clauses, above);
  const fitting = inside.filter((at) => isStep(clauses[at]!, step));
  const depths = depthsOf(clauses, fitting, inside);
  // Rows stand in tables and articles in chapters, both of which may be left out, at any depth.
  if (step.kind === 'row' || step.kind === 'article') return fitting;
  // 第二段 is said of the text or heading it stands in directly.
  if (step.kind === 'passage' || step.kind === 'paragraph')
    return fitting.filter((_, index) => depths[index] === 0);
  const nearest = Math.min(...depths);
  const near = fitting.filter((_, index) => depths[index] === nearest);
  for (const id of stepForms[step.kind].ids) {
    const own = near.filter((at) => lastSegment(clauses[at]!).startsWith(`${id}_`));
    if (own.length > 0) return own;
  }
  return near;
}

function isStep(clause: CitableClause, { kind, number }: Step): boolean {
  // Rows without a printed number are counted; only their names say so.
  if (kind === 'row') return new RegExp(`(?:^| )第${number}行$`).test(clause.name);
  const segment = lastSegment(clause);
  // A label printed twice has a letter: item_3, item_3b.
  return stepForms[kind].ids.some(
    (id) => segment === `${id}_${number}` || new RegExp(`^${id}_${number}[b-z]$`).test(segment),
  );
}

/** Where a second text is printed as 附件2, 附件1 is the main text, whose label is no clause. */
function isMainText(clauses: readonly CitableClause[], step: Step): boolean {
  return (
    step.kind === 'attachment' &&
    step.number === '1' &&
    findAttachment(clauses, step, -1).length === 0 &&
    clauses.some(({ id, label }) => /^t\d+$/.test(id) && readAttachmentLabel(label)?.number === 2)
  );
}

function findAttachment(
  clauses: readonly CitableClause[],
  { number }: Step,
  above: number,
): number[] {
  if (above !== -1) return [];
  const parts = clauses.flatMap((clause, at) => (isAttachment(clause) ? [at] : []));
  if (number === '') return parts;
  return parts.filter((at) => {
    const { id, label } = clauses[at]!;
    const printed = readAttachmentLabel(label);
    if (printed?.number != null)
      return number === [printed.number, printed.branch].filter((one) => one !== null).join('-');
    return id === `att_${number}`;
  });
}

/** 第十三条有2款，没有第三款. */
function describeMissing(
  clauses: readonly CitableClause[],
  step: Step,
  above: number,
): Pick<ClauseSearch, 'missing' | 'reached'> {
  const elsewhere = step.kind === 'article' && above !== -1 ? findStep(clauses, step, -1) : [];
  if (elsewhere.length > 0) {
    const asked = stepForms.article.write(step.number);
    return { missing: `${asked}不在${clauses[above]!.name}，在别处。`, reached: elsewhere[0]! };
  }
  return { missing: sayMissing(clauses, step, above), reached: above };
}
