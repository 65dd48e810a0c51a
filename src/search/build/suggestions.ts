/** The side files of suggestions: `suggestions.json`, `agencies.json`. */
import type { Series } from '../../model/content.ts';
import type { SuggestionData } from '../suggest.ts';
import type { AgencyNames } from '../suggest/agencies.ts';
import { writeReadings } from '../suggest/readings.ts';
import { writeTraditional } from '../suggest/traditional.ts';
import { wordPattern, writeWords } from '../suggest/words.ts';
import { findAgencyNames } from './agency-names.ts';
import { charactersOf, commonCharacters, readingsOf, traditionalOf } from './characters.ts';
import { countPhrases } from './phrases.ts';

/** What suggestions need of the corpus. The dictionary of words has to be loaded (`loadDictionary`). */
export function makeSuggestions(
  series: Pick<Series, 'agencies' | 'place'>[],
  documents: { issuers: string[]; clauses: { text: string }[] }[],
): { suggestions: SuggestionData; agencies: AgencyNames } {
  const agencies = findAgencyNames(series, documents);
  const characters = charactersOf(
    documents.flatMap(({ clauses }) => clauses.map(({ text }) => text)),
  );
  const words = new Map(countPhrases(documents));
  // A name of a series' file need not be written anywhere.
  const isWritten = (name: string) =>
    documents.some(({ clauses }) => clauses.some(({ text }) => text.includes(name)));
  for (const name of agencies.names.map((cut) => cut.replaceAll(' ', ''))) {
    if (wordPattern.test(name) && !words.has(name) && isWritten(name)) words.set(name, 1);
  }
  return {
    suggestions: {
      words: writeWords(words),
      readings: writeReadings(
        readingsOf([...new Set([...characters, ...commonCharacters()])].sort()),
      ),
      traditional: writeTraditional(traditionalOf(characters)),
    },
    agencies,
  };
}
