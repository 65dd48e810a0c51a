/** Lists of documents by year, section, issuer and 文种. */
import { slug, type FacetName } from './addresses.ts';
import type { DocumentEntry } from './entries.ts';

export interface FacetGroup {
  value: string;
  documents: DocumentEntry[];
}

export interface Facet {
  name: FacetName;
  /** 栏目 */
  label: string;
  groups: FacetGroup[];
}

const readers: { name: FacetName; label: string; read(entry: DocumentEntry): string[] }[] = [
  { name: 'years', label: '年份', read: ({ record, issue }) => [readYear(record.date ?? issue)] },
  {
    name: 'sections',
    label: '栏目',
    read: ({ record }) => (record.section === null ? [] : [record.section]),
  },
  { name: 'issuers', label: '发文机关', read: ({ record }) => record.issuers },
  { name: 'kinds', label: '文种', read: ({ record }) => [record.kind] },
];

/** Documents by each facet. Years are newest first, other groups largest first; documents keep their order. */
export function readFacets(documents: DocumentEntry[]): Facet[] {
  return readers.map(({ name, label, read }) => {
    const groups = new Map<string, DocumentEntry[]>();
    for (const entry of documents) {
      for (const value of new Set(read(entry))) {
        const group = groups.get(value);
        if (group) group.push(entry);
        else groups.set(value, [entry]);
      }
    }
    checkSlugs(name, [...groups.keys()]);
    return {
      name,
      label,
      groups: [...groups]
        .map(([value, entries]) => ({ value, documents: entries }))
        .sort((a, b) =>
          name === 'years' || a.documents.length === b.documents.length
            ? compare(b.value, a.value) * (name === 'years' ? 1 : -1)
            : b.documents.length - a.documents.length,
        ),
    };
  });
}

function readYear(text: string): string {
  return /\d{4}/.exec(text)?.[0] ?? '未载明';
}

function checkSlugs(facet: FacetName, values: string[]) {
  const seen = new Map<string, string>();
  for (const value of values) {
    const key = slug(value);
    const other = seen.get(key);
    if (key === '' || other !== undefined) {
      throw new Error(
        `${facet}: \`${value}\` has no address of its own (\`${key}\`, \`${other ?? ''}\`)`,
      );
    }
    seen.set(key, value);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Paths and properties of the pages of all groups. */
export function facetPaths(documents: DocumentEntry[]) {
  return readFacets(documents).flatMap((facet) =>
    facet.groups.map((group) => ({
      params: { facet: facet.name, value: slug(group.value) },
      props: { facet, group },
    })),
  );
}
