import type { APIRoute } from 'astro';
import { loadLibrary } from '../site/load-library.ts';
import { toFeed } from '../site/feed.ts';
import { pageTitle } from '../site/portal.ts';

export const GET: APIRoute = ({ site }) => {
  const library = loadLibrary();
  const feed = toFeed(library.documents, library, {
    title: pageTitle('最新文件'),
    self: new URL('/feed.xml', site).href,
    page: new URL('/', site).href,
  });
  return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
};
