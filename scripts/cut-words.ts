/**
 * Writes `documents/<id>.words.json` of every document into the site: its units with their lines cut into words by
 * nodejieba, for the comparison page.
 *
 * `node scripts/cut-words.ts [--from FOLDER] [--to FOLDER]` (the project's folder, `dist`).
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { unitsOf } from '../src/compare/units.ts';
import { writeWordsFile } from '../src/compare/words-file.ts';
import { cutLine, dictionaryWords, loadDictionary } from '../src/search/build/words.ts';
import { nameClauses } from '../src/site/clause-names.ts';
import { readIssues, readSeries } from '../src/site/parsed-files.ts';

/** Writes the files of the parsed issues under `from` (`.gongbao` in it) into the site under `to`. */
export function cutWords(from: string, to: string): { documents: number; bytes: number } {
  const series = readSeries(from);
  const documents = series.flatMap(({ id, title }) =>
    readIssues(from, id).flatMap((issue) =>
      issue.output.documents.map((record) => ({
        record,
        issue: series.length === 1 ? issue.label : `${title} ${issue.label}`,
      })),
    ),
  );
  loadDictionary(
    dictionaryWords(
      series,
      documents.map(({ record }) => record.title),
    ),
  );
  const folder = join(to, 'documents');
  mkdirSync(folder, { recursive: true });
  let bytes = 0;
  for (const { record, issue } of documents) {
    const { id, title, docNumber, date } = record;
    const units = unitsOf(record, nameClauses(record));
    const file = writeWordsFile({ id, title, docNumber, date, issue }, units, cutLine);
    const text = JSON.stringify(file);
    writeFileSync(join(folder, `${id}.words.json`), text);
    bytes += Buffer.byteLength(text);
  }
  return { documents: documents.length, bytes };
}

if (import.meta.main) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const { values } = parseArgs({
    options: {
      from: { type: 'string', default: root },
      to: { type: 'string', default: join(root, 'dist') },
    },
  });
  try {
    if (!existsSync(values.to))
      throw new Error(`There is no site in ${values.to}. Build the pages first`);
    const { documents, bytes } = cutWords(values.from, values.to);
    console.log(`words: ${String(documents)} documents, ${(bytes / 1024).toFixed(0)} KB`);
  } catch (error) {
    console.error(`words: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
