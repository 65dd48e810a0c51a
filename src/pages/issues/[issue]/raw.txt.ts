import type { APIRoute, GetStaticPaths } from 'astro';
import { issuePaths } from '../../../site/collections.ts';
import type { IssueEntry } from '../../../site/entries.ts';
import { readIssue } from '../../../site/parsed-files.ts';

export const getStaticPaths = issuePaths satisfies GetStaticPaths;

export const GET: APIRoute<{ issue: IssueEntry }> = ({ props: { issue } }) =>
  new Response(readIssue(process.cwd(), issue.series, issue.id).raw, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
