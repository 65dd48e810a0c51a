import type { APIRoute, GetStaticPaths } from 'astro';
import { documentAddress } from '../../site/addresses.ts';
import { documentPaths, loadLibrary } from '../../site/load-library.ts';
import type { DocumentEntry } from '../../site/entries.ts';
import { toMarkdown } from '../../site/markdown.ts';

export const getStaticPaths = documentPaths satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: DocumentEntry }> = ({ props: { entry }, site }) => {
  const library = loadLibrary();
  const markdown = toMarkdown(entry, {
    address: new URL(documentAddress(entry.id), site).href,
    issue: library.seriesOf(entry).title + library.issueOf(entry).label,
  });
  return new Response(markdown, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
};
