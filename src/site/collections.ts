/** The library, read once from Astro's content collections. */
import { getCollection } from 'astro:content';
import { buildLibrary, type Library } from './library.ts';

let library: Promise<Library> | undefined;

/** The library of this build. */
export function loadLibrary(): Promise<Library> {
  library ??= readLibrary();
  return library;
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
