/**
 * Builds the search index of the site from the parsed issues: Pagefind's in `dist/pagefind/`, the side files in
 * `dist/search/`. The same input gives the same bytes.
 *
 * `node scripts/index-search.ts [--from FOLDER] [--to FOLDER]` (`.gongbao`, `dist`).
 */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { readCorpus, type SearchedDocument } from '../src/search/build/corpus.ts';
import { findCommonPairs, makeVocabulary } from '../src/search/build/vocabulary.ts';
import { dictionaryWords, loadDictionary } from '../src/search/build/words.ts';
import {
  readFragment,
  readFragmentId,
  recordUrl,
  writeRecord,
  type Fragment,
} from '../src/search/record.ts';

export interface IndexReport {
  documents: number;
  clauses: number;
  /** UTF-8 bytes of the clauses. */
  textBytes: number;
  /** Bytes of `pagefind/` by folder; '' holds the files beside them. */
  bytes: Record<string, number>;
  sideBytes: Record<string, number>;
}

/** Of the files Pagefind writes the portal uses its engine, not its user interfaces. */
const unused = /^pagefind-(?:component-ui|modular-ui|ui|highlight|worker)\./;

/**
 * Small index files: a query loads few words that it did not ask for. At five issues 2500 fetches half of what 5000
 * does for a query (and a third of 12000), and costs 1 KB more of start-up; the larger the corpus, the larger the best size.
 */
const chunkSize = '2500';

/** Builds the index of the parsed issues under `from` into the site under `to`; throws where a record is refused. */
export async function indexSearch(from: string, to: string): Promise<IndexReport> {
  const { series, documents } = readCorpus(from, { effects: true });
  if (documents.length === 0) throw new Error(`${from} holds no documents to index`);

  const target = join(to, 'pagefind');
  rmSync(target, { recursive: true, force: true });
  await writePagefind(documents, target);
  checkFragments(documents, target);

  loadDictionary(
    dictionaryWords(
      series,
      documents.map(({ listed }) => listed.title),
    ),
  );
  const counted = documents.map(({ listed, clauses }) => ({ ...listed, clauses }));
  const sideBytes = writeSideFiles(join(to, 'search'), {
    'documents.json': JSON.stringify(documents.map(({ listed }) => listed)),
    'common-pairs.txt': findCommonPairs(counted).join(''),
    'vocabulary.txt': makeVocabulary(counted).join('\n'),
  });
  const texts = documents.flatMap(({ clauses }) => clauses.map(({ text }) => text));
  return {
    documents: documents.length,
    clauses: texts.length,
    textBytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    bytes: measure(target),
    sideBytes,
  };
}

async function writePagefind(documents: SearchedDocument[], target: string): Promise<void> {
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = chunkSize;
  const { index, errors } = await pagefind.createIndex({});
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    for (const { listed, clauses } of documents) {
      const { errors: refused } = await index.addHTMLFile({
        url: recordUrl(listed.id),
        content: writeRecord(listed, clauses),
      });
      if (refused.length > 0)
        throw new Error(`Pagefind refused ${listed.id}: ${refused.join('; ')}`);
    }
    const written = await index.writeFiles({ outputPath: target });
    if (written.errors.length > 0) {
      throw new Error(`Pagefind wrote no index: ${written.errors.join('; ')}`);
    }
  } finally {
    await pagefind.close();
  }
  for (const name of readdirSync(target)) if (unused.test(name)) rmSync(join(target, name));
}

/** Reads every fragment back: what the browser will get must be the clauses that were written. */
function checkFragments(documents: SearchedDocument[], target: string): void {
  const left = new Map(documents.map((document) => [document.listed.id, document]));
  const folder = join(target, 'fragment');
  for (const file of readdirSync(folder)) {
    const fragment = decodeFragment(readFileSync(join(folder, file)));
    const id = readFragmentId(fragment);
    const document = left.get(id);
    if (!document) throw new Error(`The index holds ${id} twice, or a document that was not given`);
    left.delete(id);
    const found = readFragment(fragment);
    const wrong = document.clauses.slice(1).findIndex(({ id, label, text }, at) => {
      const clause = found[at];
      return clause?.id !== id || clause.label !== label || clause.text !== text;
    });
    if (wrong !== -1 || found.length !== document.clauses.length - 1) {
      const { label, text } = document.clauses[wrong + 1]!;
      throw new Error(
        `The index changed the text of ${id}, ${label}:\n  ${text}\n  ${found[wrong]?.text ?? '(nothing)'}`,
      );
    }
  }
  if (left.size > 0) throw new Error(`The index lacks ${[...left.keys()].join(', ')}`);
}

function decodeFragment(bytes: Uint8Array): Fragment {
  const text = gunzipSync(bytes)
    .toString('utf8')
    .replace(/^pagefind_dcd/, '');
  const { content, ...fragment } = JSON.parse(text) as Omit<Fragment, 'raw_content'> & {
    content: string;
  };
  return { ...fragment, raw_content: content };
}

function writeSideFiles(folder: string, files: Record<string, string>): Record<string, number> {
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
      `search: ${String(report.documents)} documents, ${String(report.clauses)} clauses, ` +
        `text ${kilobytes(report.textBytes)}, index ${kilobytes(sum(report.bytes))}, side files ${kilobytes(sum(report.sideBytes))}`,
    );
  } catch (error) {
    console.error(`search: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KB`;
}
