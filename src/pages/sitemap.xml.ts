import type { APIRoute } from 'astro';
import { loadLibrary } from '../site/load-library.ts';
import { toSitemap } from '../site/sitemap.ts';

export const GET: APIRoute = ({ site }) =>
  new Response(toSitemap(loadLibrary(), new URL('/', site)), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
