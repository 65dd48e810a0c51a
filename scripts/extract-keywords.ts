/**
 * Writes the keywords of every document, by nodejieba, into `.gongbao/keywords.json`: `{"<document id>": ["热线", …]}`.
 * The pages read it, so it comes after `npm run parse` and before the pages are built.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCorpus } from '../src/search/build/corpus.ts';
import { findKeywords } from '../src/search/build/keywords.ts';
import { dictionaryWords, loadDictionary } from '../src/search/build/words.ts';

/** Extracts the keywords of the parsed issues under `folder` and returns the number of documents. */
export function extractKeywords(folder: string): number {
  const { series, documents } = readCorpus(folder);
  const titles = documents.map(({ listed }) => listed.title);
  loadDictionary(dictionaryWords(series, titles));
  const keywords = findKeywords(documents.map(({ listed, clauses }) => ({ ...listed, clauses })));
  writeFileSync(join(folder, 'keywords.json'), `${JSON.stringify(keywords, null, 1)}\n`);
  return documents.length;
}

if (import.meta.main) {
  const folder = process.argv[2] ?? fileURLToPath(new URL('../.gongbao', import.meta.url));
  try {
    console.log(`keywords: ${String(extractKeywords(folder))} documents`);
  } catch (error) {
    console.error(`keywords: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
