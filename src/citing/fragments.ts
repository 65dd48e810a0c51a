/**
 * Fragments that are no id of the document: aliases (art_7__item_2 where 第七条 has one 款), references in Chinese
 * (#第十三条第二款), and ids of which only a clause above is there (art_13__para_9).
 */
import { stepsOfId } from './clause-steps.ts';
import type { CitableClause } from './clause-tree.ts';
import { findById, findByName, findSteps, type ClauseSearch } from './find-clause.ts';
import { findClause } from './read-clause.ts';
import { normaliseTyped } from './typed-text.ts';

const found = (places: number[]): ClauseSearch => ({ places, reached: -1, missing: '', note: '' });

/**
 * The clauses that a fragment means, as places in the list; null where it cannot be read at all.
 *
 * @param fragment decoded, without #.
 */
export function findFragment(
  fragment: string,
  clauses: readonly CitableClause[],
): ClauseSearch | null {
  const wanted = fragment.normalize('NFC').trim();
  const id = findById(clauses, wanted) ?? findById(clauses, wanted.toLowerCase());
  if (id !== null) return found([id]);
  return /^[\w-]+$/u.test(wanted)
    ? findAlias(wanted.toLowerCase(), clauses)
    : findReference(wanted, clauses);
}

function findAlias(wanted: string, clauses: readonly CitableClause[]): ClauseSearch | null {
  const [, part = '', rest = ''] = /^(?:(n|t\d+|att_[\d-]+)__)?(.*)$/u.exec(wanted)!;
  const isHeld = part === '' || findById(clauses, part) !== null;
  const steps = stepsOfId(isHeld ? rest : wanted);
  return steps && findSteps(clauses, { steps, through: null }, isHeld ? part : '');
}

/** A clause's own name, or a reference that is nothing else. */
function findReference(wanted: string, clauses: readonly CitableClause[]): ClauseSearch | null {
  const named = findByName(clauses, wanted);
  if (named.length > 0) return found(named);
  const text = normaliseTyped(wanted);
  const read = findClause(text);
  return read?.start === 0 ? findSteps(clauses, read.clause) : null;
}
