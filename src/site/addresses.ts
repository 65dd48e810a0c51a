/** Addresses of the portal's pages and files. Every link of the site is made here. */

/** Ways to browse; also the first segment of their addresses. */
export type FacetName = 'years' | 'sections' | 'issuers' | 'kinds';

export { issueKey } from '../model/content.ts';

/** `/issues/2020-11/` */
export function issueAddress(key: string): string {
  return `/issues/${key}/`;
}

/** The raw text as a page with numbered lines; with a line, that line of it. */
export function rawAddress(key: string, line?: number | null): string {
  return `${issueAddress(key)}raw/${line ? `#L${String(line)}` : ''}`;
}

/** What was counted and compared: in all issues, in one, or a section of its page. */
export function qualityAddress(key?: string, section?: string): string {
  return `/quality/${key === undefined ? '' : `${key}/`}${section === undefined ? '' : `#${section}`}`;
}

/** Which rules apply, and until when. */
export const effectAddress = '/effect/';

/** The raw text as a file. */
export function rawFileAddress(key: string): string {
  return `${issueAddress(key)}raw.txt`;
}

/** `/documents/jfbz-2020-55/`, or a clause of it: `/documents/jfbz-2020-55/#art_13`. */
export function documentAddress(id: string, node?: string | null): string {
  return `/documents/${id}/${node ? `#${node}` : ''}`;
}

/** The short form for print and speech, `/d/jfbz-2020-55`: it leads to the document, fragment and seal kept. */
export function shortAddress(id: string): string {
  return `/d/${id}`;
}

/** A document as a data file. */
export function documentFileAddress(
  id: string,
  extension: 'json' | 'md' | 'bib' | 'csl.json',
): string {
  return `/documents/${id}.${extension}`;
}

/** Two documents side by side; without them, the page on which to choose. */
export function compareAddress(left?: string, right?: string): string {
  const chosen = left === undefined || right === undefined ? '' : `?a=${left}&b=${right}`;
  return `/compare/${chosen}`;
}

/** A table as a CSV file. */
export function tableFileAddress(id: string, table: string): string {
  return `/documents/${id}/${table}.csv`;
}

/** A list of documents: `/kinds/通知/`, percent-encoded. */
export function facetAddress(facet: FacetName, value: string): string {
  return `/${facet}/${encodeURIComponent(slug(value))}/`;
}

/** The feed of a list of documents. */
export function facetFeedAddress(facet: FacetName, value: string): string {
  return `${facetAddress(facet, value)}feed.xml`;
}

/** A name as one path segment: letters and digits stay, every run of other characters becomes a hyphen. */
export function slug(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** The search page with a query. */
export function searchAddress(query: string): string {
  return `/search/?q=${encodeURIComponent(query)}`;
}

/** The page that finds a reference; with `go` it leads on to the clause where that is certain. */
export function citeAddress(reference: string, go = true): string {
  return `/cite/?q=${encodeURIComponent(reference)}${go ? '' : '&go=0'}`;
}
