/** Atom feeds of documents. */
import { documentAddress } from './addresses.ts';
import type { DocumentEntry } from './entries.ts';
import type { Library } from './library.ts';
import { portal } from './portal.ts';
import { summarise } from './summary.ts';
import { escapeXml } from './xml.ts';

const limit = 100;

export interface FeedOptions {
  title: string;
  /** Absolute address of the feed itself. */
  self: string;
  /** Absolute address of the page it belongs to. */
  page: string;
}

/**
 * RFC 4287 feed of the newest of some documents. `updated` is the document's date, so that the same
 * input gives the same feed; a document whose date and issue are not dated is left out.
 */
export function toFeed(documents: DocumentEntry[], library: Library, options: FeedOptions): string {
  const entries = documents
    .map((entry) => ({ entry, date: entry.record.date ?? library.issueOf(entry).to }))
    .filter((item): item is { entry: DocumentEntry; date: string } => item.date !== null)
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .slice(0, limit);
  const site = new URL('/', options.self).href;
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `<title>${escapeXml(options.title)}</title>`,
    `<id>${escapeXml(options.self)}</id>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(options.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(options.page)}"/>`,
    `<updated>${timestamp(entries[0]?.date ?? '1970-01-01')}</updated>`,
    `<generator>${escapeXml(portal.name)}</generator>`,
    ...entries.flatMap(({ entry, date }) => {
      const { record } = entry;
      const address = new URL(documentAddress(entry.id), site).href;
      const authors =
        record.issuers.length > 0 ? record.issuers : [library.seriesOf(entry).publisher];
      return [
        '<entry>',
        `<title>${escapeXml(record.title)}</title>`,
        `<id>${escapeXml(address)}</id>`,
        `<link rel="alternate" type="text/html" href="${escapeXml(address)}"/>`,
        `<updated>${timestamp(date)}</updated>`,
        ...authors.map((name) => `<author><name>${escapeXml(name)}</name></author>`),
        `<category term="${escapeXml(record.kind)}"/>`,
        `<summary>${escapeXml(summarise(entry))}</summary>`,
        '</entry>',
      ];
    }),
    '</feed>',
  ].join('\n')}\n`;
}

function timestamp(date: string): string {
  return `${`${date}-01-01`.slice(0, 10)}T00:00:00${portal.timeZone}`;
}
