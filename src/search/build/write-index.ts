/** Writes the index of passages with Pagefind, and the passages themselves under the names Pagefind gives them. */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as pagefind from 'pagefind';
import { language } from '../browser/passage-index.ts';
import { readContents } from '../browser/contents.ts';
import { recordUrl, writeFragment, writeRecord, type Passage } from '../record.ts';
import type { Commonness } from '../terms.ts';
import { cutEngine } from './engine-script.ts';
import { pack, unpack } from './pack.ts';

/** Of the files Pagefind writes the portal uses its engine, not its user interfaces. */
const unused = /^pagefind-(?:component-ui|modular-ui|ui|highlight|worker)\./;
/** Records on their way to Pagefind at a time. */
const pending = 64;

interface NumberedPassage extends Passage {
  /** Place in the document. */
  at: number;
}

/**
 * Number of postings in a chunk of the index. Small chunks: a query loads few words that it did not ask for; but each
 * costs some ten bytes of start-up, so a larger index has larger ones.
 */
function chunkSize(passages: number): number {
  return Math.min(6000, 2500 + 100 * Math.round(passages / 150));
}

/** What was made while Pagefind made the index. */
export interface WrittenIndex<Value> {
  /** Changes with the index. */
  hash: string;
  meanwhile: Value;
}

/**
 * Writes the index into the folder, which it empties; nothing is written before all of it is there. The same passages
 * give the same bytes.
 *
 * @param meanwhile called once, while Pagefind makes the index in a process of its own.
 */
export async function writeIndex<Value>(
  passages: NumberedPassage[],
  common: Commonness,
  folder: string,
  meanwhile: () => Value,
): Promise<WrittenIndex<Value>> {
  const fragments = passages.map(writeFragment);
  const urls = passages.map(({ document, at }, number) => {
    const hash = createHash('sha256').update(fragments[number]!).digest('hex').slice(0, 12);
    // Pagefind names a fragment by the record: the hash makes the name change with the text.
    return `${recordUrl(document.id)}?${String(at)}-${hash}`;
  });
  const made = await runPagefind(passages, urls, common, meanwhile);
  const files = made.files.filter(({ path }) => !unused.test(path) && !isFragment(path));
  const read = (path: string) => {
    const file = made.files.find((one) => one.path === path);
    if (!file) throw new Error(`Pagefind made no ${path}`);
    return file;
  };
  const script = read('pagefind.js');
  script.content = await cutEngine(Buffer.from(script.content).toString('utf8'));
  const { hash } = readEntry(read('pagefind-entry.json').content);
  const { ids } = readContents(unpack(read(`pagefind.${hash}.pf_meta`).content));
  files.push(
    ...ownFragments(
      ids,
      fragments,
      urls,
      made.files.filter(({ path }) => isFragment(path)),
    ),
  );
  writeFiles(folder, files);
  return { hash, meanwhile: made.meanwhile };
}

interface MadeFile {
  path: string;
  content: Uint8Array;
}

async function runPagefind<Value>(
  passages: NumberedPassage[],
  urls: string[],
  common: Commonness,
  meanwhile: () => Value,
): Promise<{ files: MadeFile[]; meanwhile: Value }> {
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(chunkSize(passages.length));
  const { index, errors } = await pagefind.createIndex({});
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    for (let at = 0; at < passages.length; at += pending) {
      const some = passages.slice(at, at + pending).map(async ({ document, clauses }, offset) => {
        const { errors: refused } = await index.addCustomRecord({
          url: urls[at + offset]!,
          content,
          language,
          meta: { ...writeRecord(clauses, common) },
        });
        if (refused.length > 0)
          throw new Error(`Pagefind refused ${document.id}: ${refused.join('; ')}`);
      });
      await Promise.all(some);
    }
    // Files it writes itself take longer: it writes all fragments, which are none of ours, and on many threads.
    const making = index.getFiles();
    const own = meanwhile();
    const { files, errors: failed } = await making;
    if (failed.length > 0) throw new Error(`Pagefind made no index: ${failed.join('; ')}`);
    return { files, meanwhile: own };
  } finally {
    await pagefind.close();
  }
}

/** Pagefind drops records without any. */
const content = 'x';

function isFragment(path: string): boolean {
  return path.startsWith('fragment/');
}

/** Our passages under the names of Pagefind's fragments; throws where Pagefind numbered them otherwise. */
function ownFragments(
  ids: string[],
  fragments: string[],
  urls: string[],
  made: MadeFile[],
): MadeFile[] {
  if (ids.length !== fragments.length) {
    throw new Error(
      `The index holds ${String(ids.length)} of ${String(fragments.length)} passages`,
    );
  }
  const contents = new Map(made.map(({ path, content }) => [path, content]));
  return ids.map((id, number) => {
    const path = `fragment/${id}.pf_fragment`;
    const { url } = JSON.parse(unpack(contents.get(path)!).toString('utf8')) as { url: string };
    if (url !== urls[number]) {
      throw new Error(`Passage ${String(number)} of the index is ${url}, not ${urls[number]!}`);
    }
    return { path, content: pack(fragments[number]!) };
  });
}

function writeFiles(folder: string, files: MadeFile[]): void {
  rmSync(folder, { recursive: true, force: true });
  for (const name of new Set(files.map(({ path }) => dirname(path))))
    mkdirSync(join(folder, name), { recursive: true });
  for (const { path, content } of files) writeFileSync(join(folder, path), content);
}

function readEntry(json: Uint8Array): { hash: string } {
  const { languages } = JSON.parse(Buffer.from(json).toString('utf8')) as {
    languages: Record<string, { hash: string }>;
  };
  return languages[language]!;
}
