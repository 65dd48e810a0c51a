/** The texts the portal holds, found as other texts name them: by 发文字号 or by title. */
import { titleKeys } from '../language/title-keys.ts';
import { fold } from '../language/text.ts';
import type { CitedDocument } from '../model/output.ts';
import type { DocumentEntry } from './entries.ts';

export interface Holding {
  document: DocumentEntry;
  /** Id of the attachment or second text that bears the title; undefined for the document and its main text. */
  part: string | undefined;
}

export interface Holdings {
  /** The text that a title and number name; a number that differs from the holding's is another document's. */
  find(named: Pick<CitedDocument, 'title' | 'docNumber'>): Holding | undefined;
}

/** Indexes the documents; a form of a title that several documents have names none of them. */
export function indexHoldings(documents: readonly DocumentEntry[]): Holdings {
  const byNumber = new Map<string, Holding>();
  const byTitle = new Map<string, Holding | null>();
  for (const document of documents) {
    const { docNumber } = document.record;
    if (docNumber !== null) byNumber.set(fold(docNumber), { document, part: undefined });
    for (const [key, part] of titlesOf(document))
      byTitle.set(key, byTitle.has(key) ? null : { document, part });
  }
  return {
    find({ title, docNumber }) {
      const numbered = docNumber === null ? undefined : byNumber.get(fold(docNumber));
      if (numbered || title === null) return numbered;
      const titled = titleKeys(title).flatMap((key) => byTitle.get(key) ?? [])[0];
      return titled && docNumber !== null && titled.document.record.docNumber !== null
        ? undefined
        : titled;
    },
  };
}

function titlesOf({ record }: DocumentEntry): Map<string, string | undefined> {
  const titles = new Map<string, string | undefined>();
  const add = (title: string, part: string | undefined) => {
    for (const key of titleKeys(title)) if (!titles.has(key)) titles.set(key, part);
  };
  add(record.title, undefined);
  for (const { role, title, id } of record.parts) {
    // The first text a document prints is the document itself to those who name it.
    const isOwn = role === 'attachment' || (id?.startsWith('t') ?? false);
    if (title !== '') add(title, isOwn ? id : undefined);
  }
  return titles;
}
