/** https://www.sitemaps.org/protocol.html */
import {
  documentAddress,
  effectAddress,
  facetAddress,
  issueAddress,
  qualityAddress,
} from './addresses.ts';
import { readFacets } from './facets.ts';
import type { Library } from './library.ts';
import { escapeXml } from './xml.ts';

/** Every page a search engine should know, with absolute addresses. */
export function toSitemap({ issues, documents }: Library, site: URL): string {
  const paths = [
    ...[
      '/',
      '/issues/',
      '/browse/',
      '/search/',
      '/cite/',
      '/about/',
      '/quality/',
      effectAddress,
      '/compare/',
    ],
    ...issues.map(({ key }) => issueAddress(key)),
    ...issues.map(({ key }) => qualityAddress(key)),
    ...documents.map(({ id }) => documentAddress(id)),
    ...readFacets(documents).flatMap(({ name, groups }) =>
      groups.map(({ value }) => facetAddress(name, value)),
    ),
  ];
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...paths.map((path) => `<url><loc>${escapeXml(new URL(path, site).href)}</loc></url>`),
    '</urlset>',
  ].join('\n')}\n`;
}
