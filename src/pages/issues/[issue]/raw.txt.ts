import type { APIRoute, GetStaticPaths } from 'astro';
import { issuePaths, loadRaw } from '../../../site/load-library.ts';
import type { IssueEntry } from '../../../site/entries.ts';

export const getStaticPaths = issuePaths satisfies GetStaticPaths;

export const GET: APIRoute<{ issue: IssueEntry }> = ({ props: { issue } }) =>
  new Response(loadRaw(issue), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
