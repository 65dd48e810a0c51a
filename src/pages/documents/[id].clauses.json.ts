/** A document's clauses with their names, words and seals. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { toClauseFile } from '../../site/clause-file.ts';
import { documentPaths, loadLibrary } from '../../site/load-library.ts';
import type { DocumentEntry } from '../../site/entries.ts';

export const getStaticPaths = documentPaths satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: DocumentEntry }> = ({ props: { entry } }) =>
  Response.json(toClauseFile(entry, loadLibrary()));
