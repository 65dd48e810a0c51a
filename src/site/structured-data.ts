/** schema.org description of a document: only what is printed, in terms that hold for every kind of text. */
import type { DocumentEntry } from './entries.ts';
import type { Library } from './library.ts';

/** JSON-LD for a document's page, safe inside a `script` element. */
export function toJsonLd(entry: DocumentEntry, library: Library, address: string): string {
  const { record } = entry;
  const { issue, label } = library.issueOf(entry);
  const series = library.seriesOf(entry);
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'CreativeWork',
    '@id': address,
    url: address,
    name: record.title,
    inLanguage: 'zh-CN',
    ...(record.docNumber === null ? {} : { identifier: record.docNumber }),
    ...(record.date === null ? {} : { dateCreated: record.date }),
    creator: record.issuers.map((name) => ({ '@type': 'GovernmentOrganization', name })),
    isPartOf: {
      '@type': 'PublicationIssue',
      name: `${series.title}${label}`,
      ...(issue.stated && issue.number !== null ? { issueNumber: issue.number } : {}),
      isPartOf: { '@type': 'Periodical', name: series.title },
    },
  }).replaceAll('<', '\\u003c');
}
