/**
 * What a reading means in this library: one place for certain, several to choose from, or nothing, with what there is.
 * Only certainty lands: an id, a whole 发文字号, a title that no other is like.
 */
import type { CitableClause } from './clause-tree.ts';
import { findById, findByName, findSteps, type ClauseSearch } from './find-clause.ts';
import type { CitableDocument, CitationIndex } from './find-documents.ts';
import { findDocuments, isWholeTitle, type Named } from './named-documents.ts';
import { namesDocument, type Reading } from './read-reference.ts';
import { choose, shown, toTarget, type LoadClauses, type Resolution } from './resolution.ts';
import { resolveWithoutDocument } from './resolve-issue.ts';

/** Documents whose clauses are fetched for one reference. */
const opened = 6;

/** Finds what a reading means. Rejects only where `load` does. */
export async function resolveReference<Document extends CitableDocument>(
  reading: Reading,
  index: CitationIndex<Document>,
  load: LoadClauses,
): Promise<Resolution<Document>> {
  if (!namesDocument(reading)) return resolveWithoutDocument(reading, index);
  const named = findDocuments(reading, index);
  const { found, certain, reason, similar } = named;
  if (found.length === 0)
    return {
      kind: 'missing',
      reason,
      exists: similar.slice(0, shown).map((one) => toTarget(one)),
      issues: [],
    };
  const isTitle = isWholeTitle(reading, index);
  const isWhole = reading.clause === null && reading.clauseId === null && !mayNamePart(reading);
  if ((isTitle || isWhole) && found.every(({ part }) => part === ''))
    return certain
      ? { kind: 'landed', target: toTarget(found[0]!), note: '' }
      : choose(
          found.map((one) => toTarget(one)),
          reason,
        );
  const asked = isTitle ? { ...reading, clause: null, name: '' } : reading;
  return resolveClause(asked, named, load);
}

/** After a number or a title, other words may be the name of a part: （文号）附注. */
const mayNamePart = ({ ids, numbers, titles, words }: Reading) =>
  words !== '' && ids.length + numbers.length + titles.length > 0;

/** The clause in each of the documents found. */
async function resolveClause<Document extends CitableDocument>(
  reading: Reading,
  named: Named<Document>,
  load: LoadClauses,
): Promise<Resolution<Document>> {
  const { found, certain, reason } = named;
  const read = await Promise.all(
    found.slice(0, opened).map(async (one) => {
      const clauses = await load(one.document.id);
      const search = searchClauses(reading, clauses, one.part);
      const targets = search.places.map((place) => toTarget(one, clauses, place));
      return { one, clauses, search, targets };
    }),
  );
  const targets = read.flatMap((one) => one.targets);
  const [{ one, clauses, search }] = read as [(typeof read)[number]];
  if (targets.length === 1 && certain)
    return { kind: 'landed', target: targets[0]!, note: search.note };
  const scope = found.length > opened ? `先查的${String(opened)}件中` : '其中';
  if (targets.length > 0) {
    if (certain) return choose(targets, sayCount(reading, targets.length));
    const having = read.filter((each) => each.targets.length > 0).length;
    return choose(
      targets,
      having < found.length ? `${reason}${scope}${String(having)}件有这一条款。` : reason,
    );
  }
  if (read.length > 1)
    return {
      kind: 'missing',
      reason: `${reason}${scope}没有一件有所写的条款。`,
      exists: read.map((each) => toTarget(each.one)),
      issues: [],
    };
  return {
    kind: 'missing',
    reason: certain ? search.missing : reason + search.missing,
    exists: [toTarget(one, clauses, search.reached)],
    issues: [],
  };
}

function sayCount({ clause }: Reading, count: number): string {
  return clause?.also.length ? `写了${String(count)}处条款。` : `有${String(count)}处相符。`;
}

function searchClauses(
  { clauseId, clause, words, name }: Reading,
  clauses: readonly CitableClause[],
  part: string,
): ClauseSearch {
  const none: ClauseSearch = { places: [], reached: -1, missing: '', note: '' };
  const exact = clauseId === null ? null : findById(clauses, clauseId);
  if (exact !== null) return { ...none, places: [exact] };
  const named = part === '' ? findByName(clauses, name) : [];
  if (named.length > 0) return { ...none, places: named };
  if (clause === null)
    return clauseId === null
      ? // Words beside a number that name no part say something of the document.
        { ...none, places: [part === '' ? -1 : (findById(clauses, part) ?? -1)] }
      : { ...none, missing: `本文没有地址为#${clauseId}的条款。` };
  // 通知 第二段: the words name the part.
  const inside = findByName(clauses, words).map((at) => clauses[at]!.id);
  const own = inside.length === 1 ? inside[0]! : part;
  const searches = [clause.steps, ...clause.also].map((steps) =>
    findSteps(clauses, { steps, through: clause.through }, own),
  );
  const [first] = searches as [ClauseSearch];
  return { ...first, places: [...new Set(searches.flatMap(({ places }) => places))] };
}
