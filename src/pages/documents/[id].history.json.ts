/** What the clauses of a document said before. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { readHistory } from '../../site/clause-history.ts';
import { documentPaths } from '../../site/load-library.ts';
import type { DocumentEntry } from '../../site/entries.ts';

export const getStaticPaths = documentPaths satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: DocumentEntry }> = ({ props: { entry } }) =>
  Response.json(readHistory(entry));
