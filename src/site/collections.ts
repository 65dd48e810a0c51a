/** The library, read once from Astro's content collections. */
import { getCollection } from 'astro:content';
import { buildLibrary, type Library } from './library.ts';
import { readKeywords } from './parsed-files.ts';

let library: Promise<Library> | undefined;

/** The library of this build. */
export function loadLibrary(): Promise<Library> {
  library ??= readLibrary();
  return library;
}

/** `getStaticPaths` of the pages that every issue has. */
export async function issuePaths() {
  const { issues } = await loadLibrary();
  return issues.map((issue) => ({ params: { issue: issue.key }, props: { issue } }));
}

/** `getStaticPaths` of the pages and files that every document has. */
export async function documentPaths() {
  const { documents } = await loadLibrary();
  return documents.map((entry) => ({ params: { id: entry.id }, props: { entry } }));
}

let keywords: Record<string, string[]> | undefined;

/** Keywords that the portal extracted from a document. */
export function loadKeywords(id: string): string[] {
  keywords ??= readKeywords(process.cwd());
  return keywords[id] ?? [];
}

async function readLibrary(): Promise<Library> {
  const [series, issues, documents] = await Promise.all([
    getCollection('series'),
    getCollection('issues'),
    getCollection('documents'),
  ]);
  return buildLibrary(
    series.map(({ data }) => data),
    issues.map(({ data }) => data),
    documents.map(({ data }) => data),
  );
}
