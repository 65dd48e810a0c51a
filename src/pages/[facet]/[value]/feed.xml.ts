import type { APIRoute, GetStaticPaths } from 'astro';
import { facetAddress, facetFeedAddress } from '../../../site/addresses.ts';
import { loadLibrary } from '../../../site/load-library.ts';
import { facetPaths, type Facet, type FacetGroup } from '../../../site/facets.ts';
import { toFeed } from '../../../site/feed.ts';
import { pageTitle } from '../../../site/portal.ts';

export const getStaticPaths = (() => facetPaths(loadLibrary().documents)) satisfies GetStaticPaths;

export const GET: APIRoute<{ facet: Facet; group: FacetGroup }> = ({ props, site }) => {
  const { facet, group } = props;
  const feed = toFeed(group.documents, loadLibrary(), {
    title: pageTitle(`${facet.label}：${group.value}`),
    self: new URL(facetFeedAddress(facet.name, group.value), site).href,
    page: new URL(facetAddress(facet.name, group.value), site).href,
  });
  return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};
