/** A document as CSL-JSON, for reference managers. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { toCsl } from '../../citing/bibliography.ts';
import { citedFacts } from '../../site/clause-file.ts';
import { loadLibrary } from '../../site/collections.ts';
import type { DocumentEntry } from '../../site/entries.ts';

export const getStaticPaths = (async () =>
  (await loadLibrary()).documents.map((entry) => ({
    params: { id: entry.id },
    props: { entry },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: DocumentEntry }> = async ({ props: { entry }, url, site }) =>
  Response.json(toCsl(citedFacts(entry, await loadLibrary()), (site ?? url).href));
