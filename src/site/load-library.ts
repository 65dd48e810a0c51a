/** The library of a build, read once from what `npm run parse` wrote, and the `getStaticPaths` of its pages. */
import { z } from 'zod';
import { readEntries, type DocumentEntry, type IssueEntry, type SeriesEntry } from './entries.ts';
import { buildLibrary, type Library } from './library.ts';
import { readIssues, readKeywords, readSeries } from './parsed-files.ts';
import { documentSchema, issueSchema, seriesSchema } from './schema.ts';

interface Loaded {
  library: Library;
  /** Raw texts by the key of the issue. */
  raws: ReadonlyMap<string, string>;
}

let loaded: Loaded | undefined;

function load(): Loaded {
  loaded ??= readLibrary(process.cwd());
  return loaded;
}

/** The library of this build. Throws where a file is missing or not as expected, or two entries have one id. */
export function loadLibrary(): Library {
  return load().library;
}

/** The raw text of an issue. */
export function loadRaw({ key }: IssueEntry): string {
  return load().raws.get(key)!;
}

/** `getStaticPaths` of the pages that every issue has. */
export function issuePaths() {
  return loadLibrary().issues.map((issue) => ({ params: { issue: issue.key }, props: { issue } }));
}

/** `getStaticPaths` of the pages and files that every document has. */
export function documentPaths() {
  return loadLibrary().documents.map((entry) => ({ params: { id: entry.id }, props: { entry } }));
}

let keywords: Record<string, string[]> | undefined;

/** Keywords that the portal extracted from a document. */
export function loadKeywords(id: string): string[] {
  keywords ??= readKeywords(process.cwd());
  return keywords[id] ?? [];
}

/**
 * Not by content collections: Astro compiles their data as one script, which takes a third of the time and most of the
 * memory of a build of 500 issues.
 */
function readLibrary(root: string): Loaded {
  const series = new Map<string, SeriesEntry>();
  const issues = new Map<string, IssueEntry>();
  const documents = new Map<string, DocumentEntry>();
  const raws = new Map<string, string>();
  for (const one of readSeries(root)) {
    add('series', series, one.id, seriesSchema, one);
    for (const parsed of readIssues(root, one.id)) {
      const { issue, documents: own } = readEntries(parsed, one);
      add('issues', issues, issue.key, issueSchema, issue);
      raws.set(issue.key, parsed.raw);
      for (const entry of own) add('documents', documents, entry.id, documentSchema, entry);
    }
  }
  return {
    library: buildLibrary([...series.values()], [...issues.values()], [...documents.values()]),
    raws,
  };
}

function add<Entry>(
  kind: string,
  entries: Map<string, Entry>,
  id: string,
  schema: z.ZodType<Entry>,
  entry: Entry,
): void {
  if (entries.has(id)) throw new Error(`Two ${kind} have the id ${id}. Change one in content/`);
  const { data, error } = schema.safeParse(entry);
  if (error) {
    throw new Error(
      `${id} of the ${kind} is not as expected. Parse the raw texts again: npm run parse\n${z.prettifyError(error)}`,
    );
  }
  entries.set(id, data);
}
