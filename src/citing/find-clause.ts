/**
 * From the steps of a reference to the clauses of one document, and what is there where a step leads nowhere:
 * 第十三条有2款，没有第三款. The clauses are those of `documents/<id>.clauses.json`.
 */
import { fold } from '../language/text.ts';
import { readAttachmentLabel } from '../language/standing-forms.ts';
import { stepForms, type Step } from './clause-steps.ts';
import type { TypedClause } from './read-clause.ts';

/** What must be known of a clause: an entry of `documents/<id>.clauses.json`. */
export interface CitableClause {
  id: string;
  /** Printed label: 第十三条, 附件1; '' where none is. */
  label: string;
  /** 第十三条第一款第（二）项 */
  name: string;
  text: string;
  /** How many of the clauses after it lie below it. */
  below: number;
}

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

/** The clause whose id was typed; null where the document has none of it. */
export function findById(clauses: readonly CitableClause[], id: string): number | null {
  const at = clauses.findIndex((clause) => clause.id === id);
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

/** Whether a place lies in a clause. */
const isIn = (clauses: readonly CitableClause[], place: number, above: number) =>
  place > above && place <= above + clauses[above]!.below;

/** 第七条 and its only 款 have the same name: the outer one is meant. */
function withoutInner(clauses: readonly CitableClause[], places: number[]): number[] {
  return places.filter((place) => !places.some((other) => isIn(clauses, place, other)));
}

/** A text of its own inside the document: the notice, an attachment, a second text. */
const isPart = ({ id }: CitableClause) => /^(?:n|t\d+|att_[^_]+)$/.test(id);

/** Places of a text: all below its part; the main text is what lies in no part. */
function placesOf(clauses: readonly CitableClause[], part: number): number[] {
  if (part !== -1) return range(part + 1, clauses[part]!.below);
  const places: number[] = [];
  for (let at = 0; at < clauses.length; at++) {
    if (isPart(clauses[at]!)) at += clauses[at]!.below;
    else places.push(at);
  }
  return places;
}

const range = (start: number, length: number) =>
  Array.from({ length }, (_, index) => start + index);

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
      const from = reached[0]!;
      const missing = describeMissing(clauses, step, from);
      return { places: [], note: '', ...missing };
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
  const depths = fitting.map((at) => inside.filter((other) => isIn(clauses, at, other)).length);
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

const lastSegment = ({ id }: CitableClause) =>
  id.slice(id.lastIndexOf('__') + 1).replace(/^_+/, '');

function isStep(clause: CitableClause, { kind, number }: Step): boolean {
  // Rows without a printed number are counted; only their names say so.
  if (kind === 'row') return new RegExp(`(?:^| )第${number}行$`).test(clause.name);
  const segment = lastSegment(clause);
  // A label printed twice has a letter: item_3, item_3b.
  return stepForms[kind].ids.some(
    (id) => segment === `${id}_${number}` || new RegExp(`^${id}_${number}[b-z]$`).test(segment),
  );
}

const isAttachment = (clause: CitableClause) =>
  isPart(clause) && (/^att_/.test(clause.id) || readAttachmentLabel(clause.label) !== null);

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

function sayMissing(clauses: readonly CitableClause[], step: Step, above: number): string {
  const form = stepForms[step.kind];
  const asked = form.write(step.number);
  const place = above === -1 ? '本文' : clauses[above]!.name || '本文';
  const siblings = siblingsOf(clauses, step, above);
  if (siblings.length === 0) {
    if (step.kind === 'attachment') return '本文没有附件。';
    const none = {
      article: '不分条',
      chapter: '不分章',
      item: '没有分项',
      table: '没有表',
    } as Partial<Record<Step['kind'], string>>;
    return `${place}${none[step.kind] ?? `没有${asked}`}。`;
  }
  if (siblings.length === 1 && step.kind === 'paragraph') return `${place}只有一款，没有${asked}。`;
  const [first, last] = [siblings[0]!, siblings.at(-1)!].map((at) =>
    ownName(clauses[at]!, step, place),
  );
  const extent = siblings.length === 1 ? `（${first!}）` : `（${first!}至${last!}）`;
  const counted = `${String(siblings.length)}${form.unit}`;
  return `${place}共${counted}${step.kind === 'paragraph' ? '' : extent}，没有${asked}。`;
}

/** Clauses of the same kind that the clause above has. */
function siblingsOf(clauses: readonly CitableClause[], { kind }: Step, above: number): number[] {
  if (kind === 'attachment')
    return above === -1 ? clauses.flatMap((clause, at) => (isAttachment(clause) ? [at] : [])) : [];
  const inside = placesOf(clauses, above);
  for (const id of stepForms[kind].ids) {
    const own = inside.filter((at) => lastSegment(clauses[at]!).startsWith(`${id}_`));
    const depths = own.map((at) => inside.filter((other) => isIn(clauses, at, other)).length);
    const near =
      kind === 'article' ? own : own.filter((_, at) => depths[at] === Math.min(...depths));
    if (near.length > 0) return near;
  }
  return [];
}

/** 第四十条 of a text, 第（二）项 of 第七条: the last step of a name. */
function ownName({ name, label, id }: CitableClause, { kind }: Step, place: string): string {
  if (kind === 'attachment' || place === '本文') return label || name || id;
  return label || (name.startsWith(place) ? name.slice(place.length).trim() : name);
}
