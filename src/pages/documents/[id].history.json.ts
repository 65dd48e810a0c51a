/** What the clauses of a document said before. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { readHistory } from '../../site/clause-history.ts';
import { loadLibrary } from '../../site/collections.ts';
import type { DocumentEntry } from '../../site/entries.ts';

export const getStaticPaths = (async () =>
  (await loadLibrary()).documents.map((entry) => ({
    params: { id: entry.id },
    props: { entry },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: DocumentEntry }> = ({ props: { entry } }) =>
  Response.json(readHistory(entry));
