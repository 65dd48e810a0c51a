/** Places of a document's clauses in the raw text, for 看原文. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { documentPaths, loadLibrary } from '../../site/collections.ts';
import type { DocumentEntry } from '../../site/entries.ts';
import { readIssue } from '../../site/parsed-files.ts';
import { readPlaces } from '../../site/provenance.ts';

export const getStaticPaths = documentPaths satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: DocumentEntry }> = async ({ props: { entry } }) => {
  const { key, series, id, furniture } = (await loadLibrary()).issueOf(entry);
  const { raw } = readIssue(process.cwd(), series, id);
  const { record, messages } = entry;
  return Response.json(readPlaces(record, raw, { issue: key, furniture, messages }));
};
