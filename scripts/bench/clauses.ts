/** What is searched, and what a plain scan of it finds: the measure of everything else. */
import { readCorpus, type SearchedDocument } from '../../src/search/build/corpus.ts';
import { dictionaryWords, loadDictionary } from '../../src/search/build/words.ts';
import { foldPhrase } from '../../src/search/fold.ts';
import { isWhole } from '../../src/search/numbers.ts';
import type { Series } from '../../src/model/content.ts';

export interface ScannedClause {
  /** Document, clause and text: what a hit is known by. */
  key: string;
  document: string;
  id: string;
  label: string;
  text: string;
  /** Without white space. */
  close: string;
  folded: string;
}

export interface Scanned {
  series: Series[];
  documents: SearchedDocument[];
  clauses: ScannedClause[];
}

/** Reads the parsed issues under `from` and gives nodejieba their words. */
export function readScanned(from: string): Scanned {
  const { series, documents } = readCorpus(from);
  const titles = documents.map(({ listed }) => listed.title);
  loadDictionary(dictionaryWords(series, titles));
  const clauses = documents.flatMap(({ listed, clauses: own }) =>
    own.map(({ id, label, text }) => ({
      key: keyOf(listed.id, id, text),
      document: listed.id,
      id,
      label,
      text,
      close: text.replace(/\s/g, ''),
      folded: foldPhrase(text),
    })),
  );
  return { series, documents, clauses };
}

export function keyOf(document: string, id: string, text: string): string {
  return `${document}\n${id}\n${text}`;
}

/**
 * What counts as a hit. `han`: the characters stand in the clause, white space aside (nothing of the engine is used).
 * `folded`: they stand there once width, brackets, dashes, quotes and case are one. `whole`: and on whole numbers.
 */
export type Sense = 'han' | 'folded' | 'whole';

/** Keys of the clauses that hold the phrase. */
export function scan(clauses: ScannedClause[], query: string, sense: Sense): Set<string> {
  return new Set(clauses.filter((clause) => holds(clause, query, sense)).map(({ key }) => key));
}

/** Whether a clause holds the phrase. */
export function holds(clause: ScannedClause, query: string, sense: Sense): boolean {
  if (sense === 'han') return clause.close.includes(query);
  const phrase = trimmed(query);
  const { folded } = clause;
  for (let at = folded.indexOf(phrase); at !== -1; at = folded.indexOf(phrase, at + 1)) {
    if (sense === 'folded' || isWhole(folded, at, at + phrase.length)) return true;
  }
  return false;
}

/** Marks around a phrase are no part of it (src/search/query.ts). */
function trimmed(query: string): string {
  return foldPhrase(query).replace(/^[\s,.;:!?、。]+|[\s,;:!?、。]+$/gu, '');
}
