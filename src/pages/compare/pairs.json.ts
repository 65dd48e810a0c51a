/** The likely pairs of documents, for the comparison page. */
import type { APIRoute } from 'astro';
import { loadLikelyPairs } from '../../site/likely-pairs.ts';

export const GET: APIRoute = () => Response.json(loadLikelyPairs());
