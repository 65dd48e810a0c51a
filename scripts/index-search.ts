/**
 * Builds the search index of the site from the parsed issues: Pagefind's in `dist/pagefind/`, the side files in
 * `dist/search/`. The same input gives the same bytes.
 *
 * `node scripts/index-search.ts [--from FOLDER] [--to FOLDER] [--json]` (`.gongbao`, `dist`). With `--json` the report is
 * printed as JSON.
 */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findCommon } from '../src/search/build/commonness.ts';
import { readCorpus, type SearchedDocument } from '../src/search/build/corpus.ts';
import { readWrittenIndex } from '../src/search/build/open-index.ts';
import { pack } from '../src/search/build/pack.ts';
import { preloadStart } from '../src/search/build/preload-start.ts';
import { countProof, findMissed, type RecallProof } from '../src/search/build/prove-recall.ts';
import { publishProof } from '../src/search/build/publish-proof.ts';
import { samplePhrases, type Sample } from '../src/search/build/sample-phrases.ts';
import { findMissedInThread } from '../src/search/build/search-in-thread.ts';
import { makeSuggestions } from '../src/search/build/suggestions.ts';
import { dictionaryWords, loadDictionary } from '../src/search/build/words.ts';
import { writeIndex } from '../src/search/build/write-index.ts';
import { cutPassages, passageLength } from '../src/search/passages.ts';
import { readTable, writeTable, type StoredTable } from '../src/search/table.ts';

export interface IndexReport {
  documents: number;
  passages: number;
  clauses: number;
  /** UTF-8 bytes of the clauses. */
  textBytes: number;
  /** Bytes of `pagefind/` by folder; '' holds the files beside them. */
  bytes: Record<string, number>;
  sideBytes: Record<string, number>;
  /** From the start of the process until all files were written, and until the proof was done. */
  seconds: { indexed: number; proved: number };
  proof: RecallProof;
}

/** Builds the index of the parsed issues under `from` into the site under `to`; throws where a phrase is not found in it. */
export async function indexSearch(from: string, to: string): Promise<IndexReport> {
  const { series, documents } = readCorpus(from, { effects: true });
  if (documents.length === 0) throw new Error(`${from} holds no documents to index`);
  const texts = documents.map(({ clauses }) => clauses);

  const target = join(to, 'pagefind');
  const { table, meanwhile } = await writePassages(documents, target, () => {
    loadDictionary(
      dictionaryWords(
        series,
        documents.map(({ listed }) => listed.title),
      ),
    );
    const counted = documents.map(({ listed, clauses }) => ({ ...listed, clauses }));
    return {
      ...makeSuggestions(series, counted),
      samples: {
        written: samplePhrases(texts, inWriting),
        searched: samplePhrases(texts, bySearching),
      },
    };
  });
  const { suggestions, agencies, samples } = meanwhile;
  const sideBytes = writeSideFiles(join(to, 'search'), {
    'documents.json': JSON.stringify(documents.map(({ listed }) => listed)),
    'table.gz': pack(JSON.stringify(table)),
    'suggestions.json': JSON.stringify(suggestions),
    'agencies.json': JSON.stringify(agencies),
  });
  const indexed = performance.now() / 1000;
  const proof = await proveIndex(target, table, samples, documents);
  publishProof(proof, to);
  await preloadStart(table.index, to);
  return {
    documents: documents.length,
    passages: table.passages.reduce((sum, count) => sum + count, 0),
    clauses: proof.clauses,
    textBytes: texts.flat().reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
    bytes: measure(target),
    sideBytes,
    seconds: { indexed, proved: performance.now() / 1000 },
    proof,
  };
}

async function writePassages<Value>(
  documents: SearchedDocument[],
  target: string,
  whileIndexing: () => Value,
): Promise<{ table: StoredTable; meanwhile: Value }> {
  const length = passageLength(
    documents.reduce(
      (sum, { clauses }) => sum + clauses.reduce((own, { text }) => own + text.length, 0),
      0,
    ),
  );
  const cut = documents.map(({ listed, clauses }) => ({
    listed,
    passages: cutPassages(clauses, length),
  }));
  const common = findCommon(cut.flatMap(({ passages }) => passages));
  const passages = cut.flatMap(({ listed, passages }) =>
    passages.map((clauses, at) => ({ document: listed, at, clauses })),
  );
  const sets = { pairs: new Set(common.pairs), characters: new Set(common.characters) };
  const { hash, meanwhile } = await writeIndex(passages, sets, target, whileIndexing);
  const table = writeTable(
    cut.map(({ listed, passages }) => ({ listed, passages: passages.length })),
    { index: hash, length, ...common },
  );
  return { table, meanwhile };
}

/** Throws where a phrase is missed: by the index as it is written, or as the browser's code reads it. */
async function proveIndex(
  folder: string,
  table: StoredTable,
  { written, searched }: Record<'written' | 'searched', Sample>,
  documents: SearchedDocument[],
): Promise<RecallProof> {
  const searching = findMissedInThread({ folder, table, phrases: searched.phrases });
  const missed = await findMissed(written.phrases, readWrittenIndex(folder), readTable(table));
  missed.push(...(await searching));
  if (missed.length > 0) {
    const lines = missed.slice(0, 10).map(({ document, clause, phrase }) => {
      return `  ${documents[document]!.listed.id}, ${clause.label}: ${phrase}`;
    });
    throw new Error(`The index misses ${String(missed.length)} phrases:\n${lines.join('\n')}`);
  }
  return countProof(written, searched, missed);
}

/** Phrases looked for in the index as it is written; a larger corpus gives fewer a clause, then fewer clauses. */
const inWriting = { most: 15_000, seed: 1 };
/** Phrases looked for as a browser does, which takes some milliseconds each. */
const bySearching = { most: 500, seed: 2 };

function writeSideFiles(
  folder: string,
  files: Record<string, string | Uint8Array>,
): Record<string, number> {
  // The search page stands in the same folder.
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, Buffer.byteLength(content)]),
  );
}

function measure(folder: string): Record<string, number> {
  const bytes: Record<string, number> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const name = entry.parentPath.slice(folder.length + 1);
    bytes[name] = (bytes[name] ?? 0) + statSync(join(entry.parentPath, entry.name)).size;
  }
  return bytes;
}

if (import.meta.main) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const { values } = parseArgs({
    options: {
      from: { type: 'string', default: join(root, '.gongbao') },
      to: { type: 'string', default: join(root, 'dist') },
      json: { type: 'boolean', default: false },
    },
  });
  try {
    if (!existsSync(values.to))
      throw new Error(`There is no site in ${values.to}. Build the pages first`);
    const report = await indexSearch(values.from, values.to);
    console.log(values.json ? JSON.stringify(report) : describe(report));
  } catch (error) {
    console.error(`search: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

function describe({ documents, passages, clauses, ...report }: IndexReport): string {
  const sum = (bytes: Record<string, number>) => Object.values(bytes).reduce((a, b) => a + b, 0);
  const { phrases, searched, sampled, straddling } = report.proof;
  return (
    `search: ${String(documents)} documents, ${String(passages)} passages, ${String(clauses)} clauses, ` +
    `text ${kilobytes(report.textBytes)}, index ${kilobytes(sum(report.bytes))}, side files ${kilobytes(sum(report.sideBytes))}\n` +
    `search: ${String(phrases + searched)} phrases looked for, none missed; ` +
    `${String(phrases)} from ${String(sampled)} clauses in the files, ${String(straddling)} of them across words`
  );
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KB`;
}
