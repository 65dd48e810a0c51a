import type { APIRoute } from 'astro';
import { loadLibrary } from '../site/collections.ts';
import { toSitemap } from '../site/sitemap.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response(toSitemap(await loadLibrary(), new URL('/', site)), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
