/** What a query names: documents, clauses of them, issues. References are read first, as 引用定位 reads them. */
import { indexDocuments } from '../../citing/find-documents.ts';
import type { CitableIssue } from '../../citing/find-issues.ts';
import { readReference, type Reading } from '../../citing/read-reference.ts';
import type { DocumentTarget, LoadClauses, Resolution } from '../../citing/resolution.ts';
import { resolveReference } from '../../citing/resolve-reference.ts';
import type { ListedDocument } from '../documents.ts';
import { createFinder, type Recognised } from '../finder.ts';
import { within } from './loading.ts';

export interface Naming {
  recognised: Recognised[];
  issues: CitableIssue[];
}

/** Clauses are worth a short wait, since the hits are shown with them. */
const patience = 2000;
const shown = 5;

/**
 * Makes the recognition over a table of documents. It never rejects: where the clauses cannot be had, the documents are
 * recognised alone.
 */
export function createRecogniser(
  documents: ListedDocument[],
  load?: LoadClauses,
): (input: string) => Promise<Naming> {
  const finder = createFinder(documents);
  const index = indexDocuments(documents);
  return async (input) => {
    const reading = readReference(input);
    const alone = finder.find(input);
    if (!isReference(reading)) return { recognised: alone, issues: [] };
    const work = resolveReference(reading, index, load ?? refuse);
    const resolution = await within(work, patience, () => null).catch(() => null);
    const cited = resolution === null ? [] : targetsOf(resolution).map(toRecognised);
    const issues = resolution === null ? [] : issuesOf(resolution);
    const isFound = cited.length + issues.length > 0;
    const named = isFound || alone.length > 0 ? alone : finder.find(nameIn(reading));
    const ids = new Set(cited.map(({ document }) => document.id));
    // Beside what a reference means, a title that is only like it says nothing.
    const others = named.filter(
      ({ document, by }) => !ids.has(document.id) && !(isFound && by === 'similar'),
    );
    return { recognised: [...cited, ...others].slice(0, Math.max(shown, cited.length)), issues };
  };
}

/** Plain words and parts of numbers are for the finder, which knows them as well. */
function isReference({ ids, numbers, clause, clauseId, issue }: Reading): boolean {
  const isWhole = numbers.some(
    ({ prefix, year, order }) => prefix !== null && (order || year !== null),
  );
  return isWhole || ids.length > 0 || clause !== null || clauseId !== null || issue !== null;
}

/** The document a reference names, without the clause. */
function nameIn({ numbers, titles, words }: Reading): string {
  const [number] = numbers;
  if (number)
    return `${number.prefix ?? ''}${number.year === null ? '' : `〔${String(number.year)}〕`}${String(number.number)}号`;
  return titles[0] ?? words;
}

const refuse: LoadClauses = () => Promise.reject(new Error('No clauses are at hand'));

type Target = DocumentTarget<ListedDocument>;

function targetsOf(resolution: Resolution<ListedDocument>): Target[] {
  if (resolution.kind === 'landed') return [resolution.target];
  return resolution.kind === 'candidates' ? resolution.candidates.slice(0, shown) : [];
}

function issuesOf(resolution: Resolution<ListedDocument>): CitableIssue[] {
  if (resolution.kind === 'issue') return [resolution.issue];
  return resolution.kind === 'candidates' ? resolution.issues : [];
}

function toRecognised(target: Target): Recognised {
  const { document, clause } = target;
  const found: Recognised = { document, by: byOf(target) };
  if (clause) found.clause = { id: clause.id, label: clause.name, text: clause.text };
  return found;
}

function byOf({ by }: Target): Recognised['by'] {
  if (by === 'id' || by === 'number') return 'number';
  if (by === 'whole') return 'title';
  return by === 'similar' || by === 'near' ? 'similar' : 'words';
}
