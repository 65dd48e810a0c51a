/** Document ids (DESIGN §5): jfbz-2020-55, zfl-1-2022, gb2020-11-10. */
import { pinyin } from 'pinyin-pro';
import { readDocumentNumber } from '../../language/document-number.ts';
import { readNumeral } from '../../language/numerals.ts';
import type { DocumentNode, IssueNode } from '../../model/issue.ts';

const orderCode = 'zfl';

/** ASCII code of a 代字: the series' own where it gives one, else pinyin initials. */
export function prefixCode(prefix: string, codes: Readonly<Record<string, string>>): string {
  return (
    codes[prefix] ??
    pinyin(prefix, { pattern: 'first', toneType: 'none', type: 'array' })
      .join('')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
  );
}

/**
 * Gives every document its id.
 *
 * @param issueId folder name of the issue, for documents without a number.
 * @param codes 代字 → ASCII code, from `series.json`.
 * @param keptIds of documents without number, by their place: their own since they were published.
 */
export function addDocumentIds(
  issue: IssueNode,
  issueId: string,
  codes: Readonly<Record<string, string>>,
  keptIds: Readonly<Record<number, string>> = {},
): void {
  issue.children.forEach((document, index) => {
    document.id = idOf(document, codes) ?? keptIds[index] ?? `gb${issueId}-${index + 1}`;
  });
}

function idOf(document: DocumentNode, codes: Readonly<Record<string, string>>): string | null {
  if (document.docNumber === null) return null;
  const number = readDocumentNumber(document.docNumber);
  if (number) return `${prefixCode(number.prefix, codes)}-${number.year}-${number.number}`;
  const order = /第(.+?)号$/.exec(document.docNumber.replace(/\s/g, ''));
  const value = order && readNumeral(order[1]!);
  if (!value || document.date === null) return null;
  return `${orderCode}-${value}-${document.date.slice(0, 4)}`;
}
