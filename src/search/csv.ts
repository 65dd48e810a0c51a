/** Results as a CSV file (RFC 4180, UTF-8 with byte order mark, so that spreadsheets read Chinese). */
import type { ListedDocument } from './documents.ts';
import { hitAddress } from './hit-address.ts';

export interface CsvHit {
  document: ListedDocument;
  clauses: { id: string; label: string; text: string }[];
}

const columns = ['文件', '发文字号', '成文日期', '发文机关', '条款', '文字', '地址'];

/**
 * One line for each clause.
 *
 * @param origin of the portal, for absolute addresses: `https://example.org`.
 */
export function writeCsv(hits: CsvHit[], origin: string): string {
  const lines = hits.flatMap(({ document, clauses }) =>
    clauses.map(({ id, label, text }) => [
      document.title,
      document.number ?? '',
      document.date ?? '',
      document.issuers.join('、'),
      label,
      text,
      origin + hitAddress(document.id, id),
    ]),
  );
  return `\uFEFF${[columns, ...lines].map((line) => `${line.map(writeCell).join(',')}\r\n`).join('')}`;
}

/**
 * A quoted cell. What a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV Injection), in
 * half and full width.
 */
export function writeCell(text: string): string {
  const safe = /^[=+\-@＝＋－＠\t\r\n]/u.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
