/** Small entries for the tests of the site's view logic. */
import type { CorrectedText } from '../../src/model/corrections.ts';
import type { DocumentRecord, OutputMessage } from '../../src/model/output.ts';
import type { Part, Table, TableCell, TableRow, Text } from '../../src/model/tree.ts';
import type { DocumentEntry, IssueEntry, SeriesEntry } from '../../src/site/entries.ts';
import { buildLibrary, type Library } from '../../src/site/library.ts';

export const series: SeriesEntry = {
  id: 'a',
  prefix: '',
  title: '甲市人民政府公报',
  place: '甲市',
  publisher: '甲市人民政府',
  homepage: null,
  codes: {},
  agencies: {},
};

export function text(value: string): Text {
  return { type: 'text', value };
}

export function part(children: Part['children'], fields: Partial<Part> = {}): Part {
  return { type: 'part', role: 'promulgated', title: '', children, ...fields };
}

/** A cell from its text, `n×text` spans n columns. */
export function cell(content: string): TableCell {
  const span = /^(\d)×/.exec(content);
  const value = content.slice(span?.[0].length ?? 0);
  return {
    type: 'tableCell',
    children: value === '' ? [] : [text(value)],
    ...(span ? { colSpan: Number(span[1]) } : {}),
  };
}

/** A table from lines of cells parted by `|`; the first is its header unless it has no columns. */
export function table(columns: string[], lines: string[], fields: Partial<Table> = {}): Table {
  const rows = lines.map((line, at): TableRow => ({
    type: 'tableRow',
    children: line.split('|').map(cell),
    ...(columns.length > 0 && at === 0 ? { header: true } : {}),
  }));
  return { type: 'table', id: 'tbl_1', columns, children: rows, ...fields };
}

export function record(fields: Partial<DocumentRecord> = {}): DocumentRecord {
  return {
    id: 'jz-2020-1',
    title: '甲市人民政府关于印发《甲市热线办法》的通知',
    docNumber: '甲府字〔2020〕1号',
    date: '2020-11-20',
    issuers: ['甲市人民政府'],
    section: '市政府文件',
    kind: '通知',
    recipients: null,
    disclosure: null,
    meeting: null,
    meetingNumber: null,
    signedBy: null,
    source: null,
    effective: null,
    expires: null,
    repeals: [],
    cites: [],
    basis: [],
    interpreter: null,
    appointments: [],
    parts: [],
    corrections: [],
    data: { fields: {}, inferred: {}, page: null },
    ...fields,
  };
}

export function document(fields: Partial<DocumentRecord> = {}, issue = '2020-11'): DocumentEntry {
  const made = record(fields);
  return {
    id: made.id,
    series: series.id,
    issue,
    record: made,
    printed: {},
    messages: [],
    decisions: [],
  };
}

export function issue(documents: DocumentEntry[], fields: Partial<IssueEntry> = {}): IssueEntry {
  return {
    key: '2020-11',
    series: series.id,
    id: '2020-11',
    label: '2020年第11期（总第23期）',
    from: '2020-10-27',
    to: '2020-11-23',
    facts: [],
    decisions: [],
    issue: {
      title: series.title,
      year: 2020,
      number: 11,
      totalNumber: 23,
      stated: true,
      frequency: '月刊',
      format: 'ocr-markdown',
    },
    toc: [],
    documents: documents.map(({ id }) => id),
    frontMatter: [],
    furniture: [],
    messages: [],
    reconciliations: [],
    ledger: { blanks: '', characters: 0, accounted: 0, residue: [] },
    ...fields,
  };
}

export function library(documents: DocumentEntry[]): Library {
  return buildLibrary([series], [issue(documents)], documents);
}

export function message(fields: Partial<OutputMessage> = {}): OutputMessage {
  return {
    ruleId: 'article-gap',
    reason: 'Missing article',
    notice: '缺少第八条。',
    line: 12,
    severity: 'warning',
    span: null,
    document: null,
    node: null,
    ...fields,
  };
}

/** A correction of words that begin at the offset. */
export function correctedText({
  start,
  from,
  to,
  node = null,
}: {
  start: number;
  from: string;
  to: string;
  node?: string | null;
}): CorrectedText {
  const span = { start, end: start + from.length };
  return {
    field: null,
    span,
    node,
    from,
    to,
    reason: '英文词是文字识别所致。',
    by: '编者',
    date: null,
  };
}
