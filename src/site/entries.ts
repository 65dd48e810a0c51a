/** What the site is made of: the parse output cut into one entry per series, issue and document. */
import type { Decision } from '../model/anchors.ts';
import type { ParsedIssue, Series } from '../model/content.ts';
import type { DocumentRecord, FieldName, GazetteOutput, OutputMessage } from '../model/output.ts';
import type { Span } from '../model/tree.ts';
import { issueKey } from './addresses.ts';

export type SeriesEntry = Series;

export interface IssueEntry
  extends Omit<ParsedIssue, 'raw' | 'output'>, Omit<GazetteOutput, 'documents'> {
  /** Its place in addresses: the folder id behind the prefix of its series. */
  key: string;
  /** Ids of its documents in printed order. */
  documents: string[];
}

export interface DocumentEntry {
  id: string;
  series: string;
  /** `key` of the issue it is printed in. */
  issue: string;
  record: DocumentRecord;
  /** Fields as printed, before normalisation. */
  printed: Partial<Record<FieldName, string>>;
  messages: OutputMessage[];
  /** What became of its addresses that were lost or changed, the oldest first. */
  decisions: Decision[];
}

/** Cuts a parsed issue into the entry of the issue and those of its documents. */
export function readEntries(
  parsed: ParsedIssue,
  series: Series,
): { issue: IssueEntry; documents: DocumentEntry[] } {
  const { raw, output, ...facts } = parsed;
  const { documents, ...rest } = output;
  const key = issueKey(series, parsed.id);
  return {
    issue: { ...facts, ...rest, key, documents: documents.map(({ id }) => id) },
    documents: documents.map((record) => ({
      id: record.id,
      series: series.id,
      issue: key,
      record,
      printed: readPrinted(record, raw),
      messages: output.messages.filter(({ document }) => document === record.id),
      decisions: parsed.decisions.filter(({ document }) => document === record.id),
    })),
  };
}

function readPrinted(record: DocumentRecord, raw: string): DocumentEntry['printed'] {
  return Object.fromEntries(
    Object.entries(record.data.fields).map(([name, spans]) => [
      name,
      spans.map(({ start, end }: Span) => raw.slice(start, end).trim()).join(''),
    ]),
  );
}
