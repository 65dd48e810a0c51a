/** How documents are cited by title and number. */
import type { CitedDocument, DocumentRecord } from '../model/output.ts';
import type { Part } from '../model/tree.ts';

/** 《…办法》（…〔2020〕55号）, or the one of the two that is known. */
export function writeCited({
  title,
  docNumber,
}: Pick<CitedDocument, 'title' | 'docNumber'>): string {
  if (title === null) return docNumber ?? '';
  return `《${title}》${docNumber === null ? '' : `（${docNumber}）`}`;
}

/** The text to which the clauses of a part belong: the promulgated text by its own title, else the document. */
export function citePart(
  part: Pick<Part, 'role' | 'title'>,
  { title, docNumber }: Pick<DocumentRecord, 'title' | 'docNumber'>,
): string {
  const own = part.role === 'promulgated' && part.title !== '';
  return writeCited({ title: own ? part.title : title, docNumber });
}
