/**
 * What the parser gives for one raw text: the contract of `npm run parse -- --json FILE`, and what the site reads.
 *
 * The record holds every non-blank character of the raw text once, at its place: the `value` of `text` nodes, and
 * the `text` of spans (labels, titles, the fields printed apart from the parts, front matter, furniture). With blanks
 * between them they are the raw text again.
 *
 * Unknown is `null`, absent lists are empty, dates are ISO (`2020-11-20`, or `2020-11` where no day is printed).
 */
import type { Part, PrintedSpan, Span } from './tree.ts';

export type SourceFormat = 'ocr-markdown' | 'pdf-text';

export interface IssueFacts {
  title: string | null;
  year: number | null;
  /** 第N期 of the year. */
  number: number | null;
  /** 总第N期. */
  totalNumber: number | null;
  /** Whether the number of the issue is printed in the raw text. */
  stated: boolean;
  /** 月刊, 季刊 … as printed. */
  frequency: string | null;
  format: SourceFormat;
}

export interface TocEntry {
  section: string | null;
  title: string;
  docNumber: string | null;
  page: number | null;
  /** Id of the document it names, where found. */
  document: string | null;
}

/** A date said in a sentence: the sentence, the date (null if it cannot be told), and whether it was derived. */
export interface DatedStatement {
  text: string;
  date: string | null;
  /** 自印发之日起 and the like: the date is the document's, not printed in the sentence. */
  derived?: true;
}

export interface CitedDocument {
  /** Normalised 发文字号 or null. */
  docNumber: string | null;
  /** Title inside 《》 without the marks, or null. */
  title: string | null;
}

/** The fields of a document that have places of their own or may be inferred. */
export const fieldNames = [
  'title',
  'docNumber',
  'date',
  'section',
  'recipients',
  'disclosure',
  'meeting',
  'signedBy',
  'source',
  'effective',
  'expires',
  'issuers',
  'period',
  'letterhead',
] as const;

export type FieldName = (typeof fieldNames)[number];

export interface DocumentRecord {
  id: string;
  title: string;
  docNumber: string | null;
  date: string | null;
  issuers: string[];
  section: string | null;
  /** 文种: 令 通知 通报 决定 意见 公告 任免 统计 简报 会议 说明 … */
  kind: string;
  recipients: string | null;
  disclosure: string | null;
  /** The meeting that adopted the text, as printed. */
  meeting: string | null;
  signedBy: string | null;
  source: string | null;
  effective: DatedStatement | null;
  expires: DatedStatement | null;
  repeals: CitedDocument[];
  cites: CitedDocument[];
  parts: Part[];
  data: {
    /** Where each field was printed; in the output with the text, which the field itself normalises. */
    fields: Partial<Record<FieldName, Span[] | PrintedSpan[]>>;
    /** Fields that were inferred, with the basis (an English word or two: 'issuer', 'running head'). */
    inferred: Partial<Record<FieldName, string>>;
    /** First printed page according to the 目录. */
    page: number | null;
  };
}

export type Severity = 'info' | 'warning' | 'error';

export interface OutputMessage {
  ruleId: string;
  /** In English, for the command line. */
  reason: string;
  /** In Chinese, in plain words, for readers of the page. */
  notice: string;
  /** 1-based line in the raw text, null when the message is about the whole. */
  line: number | null;
  severity: Severity;
  span: Span | null;
  /** Document and node the message concerns. */
  document: string | null;
  node: string | null;
}

export type FurnitureReason =
  | 'running head'
  | 'page number'
  | 'repeated header row'
  | 'repeated row'
  | 'list marker'
  | 'markup'
  | 'separator';

export interface Furniture extends Span {
  reason: FurnitureReason;
}

export interface Ledger {
  /** Non-blank UTF-16 units in the raw text. */
  characters: number;
  /** Those that stand in exactly one place of the output. */
  accounted: number;
  /** What is missing or stands in two places. */
  residue: (Span & { text: string; places: number })[];
}

export interface GazetteOutput {
  issue: IssueFacts;
  toc: TocEntry[];
  documents: DocumentRecord[];
  frontMatter: PrintedSpan[];
  furniture: (Furniture & PrintedSpan)[];
  messages: OutputMessage[];
  ledger: Ledger;
}
