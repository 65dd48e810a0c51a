/** The 目录 of an issue: as printed, or else its documents in order. */
import type { DocumentEntry, IssueEntry } from './entries.ts';

export interface ContentsEntry {
  title: string;
  docNumber: string | null;
  page: number | null;
  /** The document it leads to; null where none was found. */
  document: DocumentEntry | null;
}

export interface ContentsSection {
  name: string | null;
  entries: ContentsEntry[];
}

export interface Contents {
  /** Whether the sections are those of a printed 目录. */
  printed: boolean;
  sections: ContentsSection[];
  /** Documents that a printed 目录 does not list. */
  unlisted: ContentsEntry[];
}

/** Reads the 目录 of an issue from its printed one or from its documents. */
export function readContents(
  { toc }: Pick<IssueEntry, 'toc'>,
  documents: DocumentEntry[],
): Contents {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const printed = toc.length > 0;
  const listed = new Set(toc.map(({ document }) => document));
  const entries = printed
    ? toc.map(({ section, document, ...entry }) => ({
        section,
        entry: { ...entry, document: document === null ? null : (byId.get(document) ?? null) },
      }))
    : documents.map((document) => ({ section: document.record.section, entry: toEntry(document) }));

  const sections: ContentsSection[] = [];
  for (const { section, entry } of entries) {
    const last = sections.at(-1);
    if (last?.name === section) last.entries.push(entry);
    else sections.push({ name: section, entries: [entry] });
  }
  return {
    printed,
    sections,
    unlisted: printed ? documents.filter(({ id }) => !listed.has(id)).map(toEntry) : [],
  };
}

function toEntry(document: DocumentEntry): ContentsEntry {
  const { title, docNumber, data } = document.record;
  return { title, docNumber, page: data.page, document };
}
