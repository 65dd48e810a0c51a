/** Places of a document's clauses in the raw text, for 看原文. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { documentPaths, loadLibrary, loadRaw } from '../../site/load-library.ts';
import type { DocumentEntry } from '../../site/entries.ts';
import { readPlaces } from '../../site/provenance.ts';

export const getStaticPaths = documentPaths satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: DocumentEntry }> = ({ props: { entry } }) => {
  const issue = loadLibrary().issueOf(entry);
  const { record, messages } = entry;
  return Response.json(
    readPlaces(record, loadRaw(issue), { issue: issue.key, furniture: issue.furniture, messages }),
  );
};
