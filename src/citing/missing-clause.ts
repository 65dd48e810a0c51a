/** What there is where a step leads nowhere: 第十三条共2款，没有第三款. */
import { stepForms, type Step } from './clause-steps.ts';
import {
  depthsOf,
  isAttachment,
  lastSegment,
  placesOf,
  type CitableClause,
} from './clause-tree.ts';

/**
 * Says why a clause has no such step, and what it has.
 *
 * @param above its place, -1 for the text.
 */
export function sayMissing(clauses: readonly CitableClause[], step: Step, above: number): string {
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
    const depths = depthsOf(clauses, own, inside);
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
