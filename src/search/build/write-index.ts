/** Writes the index of passages with Pagefind, and the passages themselves under the names Pagefind gives them. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { language } from '../browser/passage-index.ts';
import { readPageIds } from '../browser/contents.ts';
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
 * costs some ten bytes of start-up.
 */
function chunkSize(passages: number): number {
  return Math.min(6000, Math.max(2500, 1000 * Math.round(passages / 1000)));
}

/** Writes the index into the folder and returns its hash. The same passages give the same bytes. */
export async function writeIndex(
  passages: NumberedPassage[],
  common: Commonness,
  folder: string,
): Promise<string> {
  const fragments = passages.map(writeFragment);
  const urls = passages.map(({ document, at }, number) => {
    const hash = createHash('sha256').update(fragments[number]!).digest('hex').slice(0, 12);
    // Pagefind names a fragment by the record: the hash makes the name change with the text.
    return `${recordUrl(document.id)}?${String(at)}-${hash}`;
  });
  await runPagefind(passages, urls, common, folder);
  for (const name of readdirSync(folder)) if (unused.test(name)) rmSync(join(folder, name));
  const script = join(folder, 'pagefind.js');
  writeFileSync(script, await cutEngine(readFileSync(script, 'utf8'), script));
  const { hash } = readEntry(folder);
  writeFragments(fragments, urls, join(folder, `pagefind.${hash}.pf_meta`), folder);
  return hash;
}

async function runPagefind(
  passages: NumberedPassage[],
  urls: string[],
  common: Commonness,
  folder: string,
): Promise<void> {
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
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) {
      throw new Error(`Pagefind wrote no index: ${written.errors.join('; ')}`);
    }
  } finally {
    await pagefind.close();
  }
}

/** Pagefind drops records without any. */
const content = 'x';

/** Puts our passages in the place of Pagefind's fragments; throws where Pagefind numbered them otherwise. */
function writeFragments(fragments: string[], urls: string[], meta: string, folder: string): void {
  const ids = readPageIds(unpack(readFileSync(meta)));
  if (ids.length !== fragments.length) {
    throw new Error(
      `The index holds ${String(ids.length)} of ${String(fragments.length)} passages`,
    );
  }
  for (const [number, id] of ids.entries()) {
    const file = join(folder, 'fragment', `${id}.pf_fragment`);
    const { url } = JSON.parse(unpack(readFileSync(file)).toString('utf8')) as { url: string };
    if (url !== urls[number]) {
      throw new Error(`Passage ${String(number)} of the index is ${url}, not ${urls[number]!}`);
    }
    writeFileSync(file, pack(fragments[number]!));
  }
}

function readEntry(folder: string): { hash: string } {
  const { languages } = JSON.parse(readFileSync(join(folder, 'pagefind-entry.json'), 'utf8')) as {
    languages: Record<string, { hash: string }>;
  };
  return languages[language]!;
}
