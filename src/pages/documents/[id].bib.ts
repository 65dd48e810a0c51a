/** A document for BibTeX and biblatex. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { toBibTeX } from '../../citing/bibliography.ts';
import { citedFacts } from '../../site/clause-file.ts';
import { documentPaths, loadLibrary } from '../../site/load-library.ts';
import type { DocumentEntry } from '../../site/entries.ts';

export const getStaticPaths = documentPaths satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: DocumentEntry }> = ({ props: { entry }, url, site }) =>
  new Response(toBibTeX(citedFacts(entry, loadLibrary()), (site ?? url).href), {
    headers: { 'Content-Type': 'application/x-bibtex; charset=utf-8' },
  });
