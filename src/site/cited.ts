/** How documents are cited by title and number. */
import type { CitedDocument } from '../model/output.ts';

/** 《…办法》（…〔2020〕55号）, or the one of the two that is known. */
export function writeCited({
  title,
  docNumber,
}: Pick<CitedDocument, 'title' | 'docNumber'>): string {
  if (title === null) return docNumber ?? '';
  return `《${title}》${docNumber === null ? '' : `（${docNumber}）`}`;
}
