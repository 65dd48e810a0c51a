/**
 * Builds the search index of the site from the parsed issues: Pagefind's in `dist/pagefind/`, the side files in
 * `dist/search/`. The same input gives the same bytes.
 *
 * `node scripts/index-search.ts [--from FOLDER] [--to FOLDER]` (`.gongbao`, `dist`).
 */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findCommon } from '../src/search/build/commonness.ts';
import { readCorpus, type SearchedDocument } from '../src/search/build/corpus.ts';
import { openWrittenIndex, readWrittenIndex } from '../src/search/build/open-index.ts';
import { pack } from '../src/search/build/pack.ts';
import { proveRecall } from '../src/search/build/prove-recall.ts';
import { publishProof, type IndexProof } from '../src/search/build/publish-proof.ts';
import { makeSuggestions } from '../src/search/build/suggestions.ts';
import { dictionaryWords, loadDictionary } from '../src/search/build/words.ts';
import { writeIndex } from '../src/search/build/write-index.ts';
import { cutPassages, passageLength } from '../src/search/passages.ts';
import { readTable, writeTable, type PassageTable, type StoredTable } from '../src/search/table.ts';

export interface IndexReport {
  documents: number;
  passages: number;
  clauses: number;
  /** UTF-8 bytes of the clauses. */
  textBytes: number;
  /** Bytes of `pagefind/` by folder; '' holds the files beside them. */
  bytes: Record<string, number>;
  sideBytes: Record<string, number>;
  proof: IndexProof;
}

/** Builds the index of the parsed issues under `from` into the site under `to`; throws where a phrase is not found in it. */
export async function indexSearch(from: string, to: string): Promise<IndexReport> {
  const { series, documents } = readCorpus(from, { effects: true });
  if (documents.length === 0) throw new Error(`${from} holds no documents to index`);

  const target = join(to, 'pagefind');
  rmSync(target, { recursive: true, force: true });
  const table = await writePassages(documents, target);

  loadDictionary(
    dictionaryWords(
      series,
      documents.map(({ listed }) => listed.title),
    ),
  );
  const counted = documents.map(({ listed, clauses }) => ({ ...listed, clauses }));
  const { suggestions, agencies } = makeSuggestions(series, counted);
  const sideBytes = writeSideFiles(join(to, 'search'), {
    'documents.json': JSON.stringify(documents.map(({ listed }) => listed)),
    'table.gz': pack(JSON.stringify(table)),
    'suggestions.json': JSON.stringify(suggestions),
    'agencies.json': JSON.stringify(agencies),
  });
  const proof = await proveIndex(target, readTable(table), documents);
  publishProof(proof, to);
  const texts = documents.flatMap(({ clauses }) => clauses.map(({ text }) => text));
  return {
    documents: documents.length,
    passages: table.passages.reduce((sum, count) => sum + count, 0),
    clauses: texts.length,
    textBytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    bytes: measure(target),
    sideBytes,
    proof,
  };
}

async function writePassages(documents: SearchedDocument[], target: string): Promise<StoredTable> {
  const characters = documents.flatMap(({ clauses }) => clauses.map(({ text }) => text.length));
  const length = passageLength(characters.reduce((sum, count) => sum + count, 0));
  const cut = documents.map(({ listed, clauses }) => ({
    listed,
    passages: cutPassages(clauses, length),
  }));
  const common = findCommon(cut.flatMap(({ passages }) => passages));
  const passages = cut.flatMap(({ listed, passages }) =>
    passages.map((clauses, at) => ({ document: listed, at, clauses })),
  );
  const sets = { pairs: new Set(common.pairs), characters: new Set(common.characters) };
  const index = await writeIndex(passages, sets, target);
  return writeTable(
    cut.map(({ listed, passages }) => ({ listed, passages: passages.length })),
    { index, length, ...common },
  );
}

/** Throws where a phrase is missed: by the index as it is written, or as the browser's code reads it. */
async function proveIndex(
  folder: string,
  table: PassageTable,
  documents: SearchedDocument[],
): Promise<IndexProof> {
  const texts = documents.map(({ clauses }) => clauses);
  const written = await proveRecall(readWrittenIndex(folder), table, texts, inWriting);
  const searched = await proveRecall(await openWrittenIndex(folder), table, texts, bySearching);
  const missed = [...written.missed, ...searched.missed];
  if (missed.length > 0) {
    const lines = missed.slice(0, 10).map(({ document, label, phrase }) => {
      return `  ${documents[document]!.listed.id}, ${label}: ${phrase}`;
    });
    throw new Error(`The index misses ${String(missed.length)} phrases:\n${lines.join('\n')}`);
  }
  return { ...written, searched: searched.phrases };
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
    },
  });
  try {
    if (!existsSync(values.to))
      throw new Error(`There is no site in ${values.to}. Build the pages first`);
    const report = await indexSearch(values.from, values.to);
    const sum = (bytes: Record<string, number>) => Object.values(bytes).reduce((a, b) => a + b, 0);
    console.log(
      `search: ${String(report.documents)} documents, ${String(report.passages)} passages, ${String(report.clauses)} clauses, ` +
        `text ${kilobytes(report.textBytes)}, index ${kilobytes(sum(report.bytes))}, side files ${kilobytes(sum(report.sideBytes))}`,
    );
    const { phrases, searched, sampled, straddling } = report.proof;
    console.log(
      `search: ${String(phrases + searched)} phrases looked for, none missed; ` +
        `${String(phrases)} from ${String(sampled)} clauses in the files, ${String(straddling)} of them across words`,
    );
  } catch (error) {
    console.error(`search: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KB`;
}
