import type { ListedDocument } from '../../src/search/documents.ts';

/** A document of the table with little in it. */
export function listed(
  id: string,
  title: string,
  year: string,
  facts: Partial<ListedDocument> = {},
): ListedDocument {
  return {
    id,
    title,
    number: null,
    date: `${year}-01-01`,
    year,
    kind: '通知',
    section: null,
    issuers: ['甲市人民政府', '乙局'],
    issue: `${year}年第1期`,
    issueKey: `${year}-1`,
    ...facts,
  };
}
