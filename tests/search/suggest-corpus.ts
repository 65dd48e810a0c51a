/** Suggestions over the portal's own library, confirmed as the search does: by exact hits. */
import { dictionaryWords, loadDictionary } from '../../src/search/build/words.ts';
import { makeSuggestions } from '../../src/search/build/suggestions.ts';
import { foldPhrase } from '../../src/search/fold.ts';
import { readQuery } from '../../src/search/query.ts';
import { createSuggester } from '../../src/search/suggest.ts';
import { addsTo, type Suggestion } from '../../src/search/suggest/suggestion.ts';
import { readLibrary } from '../citing/library.ts';

/** As many are tried and shown as by the search (`browser/engine.ts`). */
const tried = 16;
const shown = 3;

export async function readSuggestions() {
  const { corpus } = await readLibrary();
  const { series, documents } = corpus;
  loadDictionary(
    dictionaryWords(
      series,
      documents.map(({ listed }) => listed.title),
    ),
  );
  const counted = documents.map(({ listed, clauses }) => ({ ...listed, clauses }));
  const { suggestions, agencies } = makeSuggestions(series, counted);
  const suggester = createSuggester(suggestions, agencies);
  const whole = documents
    .map(({ clauses }) => clauses.map(({ text }) => foldPhrase(text)).join('\n'))
    .join('\n');
  const texts = documents.map(({ clauses }) =>
    clauses.map(({ text }) => foldPhrase(text)).join('\n'),
  );
  const known = new Map<string, boolean>();

  /** Whether a document holds every phrase. */
  function hasHits(input: string): boolean {
    let has = known.get(input);
    if (has === undefined) {
      const { phrases } = readQuery(input);
      has =
        phrases.length > 0 &&
        phrases.every(({ folded }) => whole.includes(folded)) &&
        texts.some((text) => phrases.every(({ folded }) => text.includes(folded)));
      known.set(input, has);
    }
    return has;
  }

  /** Those of the suggestions that are shown. */
  function confirm(suggestions: Suggestion[]): Suggestion[] {
    const found: Suggestion[] = [];
    for (const suggestion of suggestions.slice(0, tried)) {
      if (addsTo(found, suggestion) && hasHits(suggestion.text)) found.push(suggestion);
      if (found.length === shown) break;
    }
    return found;
  }

  /** What is shown for an input. */
  const suggest = (input: string) => confirm(suggester.suggest(input));

  return {
    series,
    documents: counted,
    suggestions,
    agencies,
    suggester,
    hasHits,
    confirm,
    suggest,
  };
}
