/** The clauses of a document as a tree: the list of `documents/<id>.clauses.json`, where each says how many lie below it. */
import { readAttachmentLabel } from '../language/standing-forms.ts';

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
  /** Ids that lead to it since its text stands here. */
  former?: string[];
}

/** Whether a place lies in a clause. */
export const isIn = (clauses: readonly CitableClause[], place: number, above: number) =>
  place > above && place <= above + clauses[above]!.below;

/** A text of its own inside the document: the notice, an attachment, a second text. */
export const isPart = ({ id }: CitableClause) => /^(?:n|t\d+|att_[^_]+)$/.test(id);

/** Places below a clause; for -1 those of the main text, which is what lies in no part. */
export function placesOf(clauses: readonly CitableClause[], part: number): number[] {
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

/** How deep each place lies among others: how many of them it lies in. */
export function depthsOf(
  clauses: readonly CitableClause[],
  places: readonly number[],
  inside: readonly number[],
): number[] {
  return places.map((at) => inside.filter((other) => isIn(clauses, at, other)).length);
}

/** Last step of an id: item_2. */
export const lastSegment = ({ id }: CitableClause) =>
  id.slice(id.lastIndexOf('__') + 1).replace(/^_+/, '');

/** An attachment, or a second text printed as one. */
export const isAttachment = (clause: CitableClause) =>
  isPart(clause) && (/^att_/.test(clause.id) || readAttachmentLabel(clause.label) !== null);
