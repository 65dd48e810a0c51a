/** The portal's own documents, parsed, and cut into words as their files are. */
import { expect } from 'vitest';
import { readContent, readText } from '../../scripts/content.ts';
import { unitsOf, type CutUnit } from '../../src/compare/units.ts';
import { readUnits, writeWordsFile } from '../../src/compare/words-file.ts';
import { parse } from '../../src/gazette/processor.ts';
import type { DocumentRecord } from '../../src/model/output.ts';
import { cutLine, dictionaryWords, loadDictionary } from '../../src/search/build/words.ts';
import { nameClauses } from '../../src/site/clause-names.ts';
import { linesOf } from './texts.ts';

/** Parses all issues and loads the dictionary of words; documents by id. */
export async function parsePortal(): Promise<Map<string, DocumentRecord>> {
  const documents = new Map<string, DocumentRecord>();
  const { issues, series } = await readContent('content');
  for (const issue of issues) {
    const { codes } = issue.series;
    const output = parse(await readText(issue.path), { issueId: issue.id, codes });
    for (const record of output.documents) documents.set(record.id, record);
  }
  const titles = [...documents.values()].map(({ title }) => title);
  loadDictionary(dictionaryWords(series, titles));
  return documents;
}

/** The units of a document, as they come out of its file. */
export function cutUnits(record: DocumentRecord): CutUnit[] {
  const { id, title, docNumber, date } = record;
  const units = unitsOf(record, nameClauses(record));
  const read = readUnits(writeWordsFile({ id, title, docNumber, date, issue: '' }, units, cutLine));
  expect(linesOf(read)).toEqual(units.flatMap(({ lines }) => lines));
  return read;
}
