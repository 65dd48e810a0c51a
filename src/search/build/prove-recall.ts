/**
 * 检索完备率: phrases that were cut from the clauses are looked for in the written index, by the code that answers readers.
 * Each must be found in the very clause it was cut from.
 */
import { hitOf, readNext, startCheck } from '../browser/check.ts';
import type { PassageIndex } from '../browser/passage-index.ts';
import { proposeDocuments } from '../browser/propose.ts';
import { readQuery } from '../query.ts';
import type { PassageTable } from '../table.ts';
import type { Sample, SampledPhrase } from './sample-phrases.ts';

/** What was looked for and what was missed, in numbers. */
export interface RecallProof {
  /** Clauses a phrase was cut from, and all there are. */
  sampled: number;
  clauses: number;
  /** Phrases looked for in the index as written, and others looked for by the code that runs in the browser. */
  phrases: number;
  searched: number;
  /** Of `phrases` those that cross the edge of a word, and those with marks or digits. */
  straddling: number;
  mixed: number;
  missed: number;
}

/** The proof by two samples of the same clauses. */
export function countProof(
  written: Sample,
  searched: Pick<Sample, 'phrases'>,
  missed: SampledPhrase[],
): RecallProof {
  const { phrases, sampled, clauses } = written;
  return {
    sampled,
    clauses,
    phrases: phrases.length,
    searched: searched.phrases.length,
    straddling: phrases.filter(({ straddles }) => straddles).length,
    mixed: phrases.filter(({ phrase }) => /[^\p{Script=Han}]/u.test(phrase)).length,
    missed: missed.length,
  };
}

/** The phrases that are not found in their clause. */
export async function findMissed(
  phrases: SampledPhrase[],
  index: PassageIndex,
  table: PassageTable,
): Promise<SampledPhrase[]> {
  const missed: SampledPhrase[] = [];
  for (const sampled of phrases) {
    if (!(await isFound(sampled, index, table))) missed.push(sampled);
  }
  return missed;
}

async function isFound(
  { phrase, document, clause }: SampledPhrase,
  index: PassageIndex,
  table: PassageTable,
): Promise<boolean> {
  const query = readQuery(`"${phrase}"`);
  const phrases = query.phrases.map(({ folded }) => folded);
  const candidates = await proposeDocuments(index, table, phrases);
  const candidate = candidates.find((one) => one.document === document);
  if (!candidate) return false;
  const checked = startCheck(candidate, query);
  await readNext(checked, Infinity, query, index);
  const found = hitOf(checked, query)?.clauses ?? [];
  return found.some(
    ({ id, label, text }) => id === clause.id && label === clause.label && text === clause.text,
  );
}
