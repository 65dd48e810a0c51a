/** A document as CSL-JSON, for reference managers. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { toCsl } from '../../citing/bibliography.ts';
import { citedFacts } from '../../site/clause-file.ts';
import { documentPaths, loadLibrary } from '../../site/load-library.ts';
import type { DocumentEntry } from '../../site/entries.ts';

export const getStaticPaths = documentPaths satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: DocumentEntry }> = ({ props: { entry }, url, site }) =>
  Response.json(toCsl(citedFacts(entry, loadLibrary()), (site ?? url).href));
