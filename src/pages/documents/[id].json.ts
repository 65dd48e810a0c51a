import type { APIRoute, GetStaticPaths } from 'astro';
import { documentAddress } from '../../site/addresses.ts';
import { documentPaths, loadLibrary } from '../../site/load-library.ts';
import { readStatus } from '../../site/effect.ts';
import type { DocumentEntry } from '../../site/entries.ts';

export const getStaticPaths = documentPaths satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: DocumentEntry }> = ({ props: { entry }, site }) => {
  const library = loadLibrary();
  const { key, label } = library.issueOf(entry);
  const data = {
    address: new URL(documentAddress(entry.id), site).href,
    series: library.seriesOf(entry).title,
    issue: { id: key, label },
    document: entry.record,
    // Dates and sentences only: whether the text applies today is not for a file to say.
    effect: readStatus(entry, library),
    relations: library.relations(entry),
    messages: entry.messages,
  };
  return Response.json(data);
};
