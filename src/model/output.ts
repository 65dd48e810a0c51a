/**
 * What the parser gives for one raw text: the contract of `npm run parse -- --json FILE`, and what the site reads.
 *
 * The record holds every non-blank character of the raw text once, at its place: the `value` of `text` nodes, and
 * the `text` of spans (labels, titles, the fields printed apart from the parts, front matter, furniture). With blanks
 * between them they are the raw text again.
 *
 * Unknown is `null`, absent lists are empty, dates are ISO (`2020-11-20`, or `2020-11` where no day is printed).
 */
import type { AppliedCorrection } from './corrections.ts';
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
  /** The date is not printed: it was counted from the document's (自印发之日起) or from that of effect (有效期五年). */
  derived?: true;
}

export interface CitedDocument {
  /** Normalised 发文字号 or null. */
  docNumber: string | null;
  /** Title inside 《》 without the marks, or null. */
  title: string | null;
  /** Where it is named first; null where that is not known. */
  span: Span | null;
}

/** 任命, 免去, 聘任, 解聘, 辞去. */
export type AppointmentAction = 'appoint' | 'remove' | 'engage' | 'dismiss' | 'resign';

/** One person and one post of a 任免 document. */
export interface Appointment {
  /** Letter-spaced names closed: 王耀. */
  person: string;
  post: string;
  action: AppointmentAction;
  /** 试用期一年, 聘期至2026年1月, as printed without white space. */
  term: string | null;
  span: Span | null;
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
  'kind',
  'repeals',
  'cites',
  'basis',
  'interpreter',
  'appointments',
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
  /** 71 of 市政府第71次常务会议; null where none is printed. */
  meetingNumber: number | null;
  signedBy: string | null;
  source: string | null;
  effective: DatedStatement | null;
  expires: DatedStatement | null;
  repeals: CitedDocument[];
  cites: CitedDocument[];
  /** 依据: what the text says it is based on (根据《…》制定本办法). */
  basis: CitedDocument[];
  /** 解释机关: 由…负责解释. */
  interpreter: string | null;
  /** What a 任免 document decides; empty for others. */
  appointments: Appointment[];
  parts: Part[];
  /** What an editor corrected: fields first, then words in the order of their places. */
  corrections: AppliedCorrection[];
  data: {
    /** Where each field was printed; in the output with the text, which the field itself normalises. */
    fields: Partial<Record<FieldName, Span[] | PrintedSpan[]>>;
    /** Fields that were inferred, with the basis (an English word or two: 'issuer', 'running head'). */
    inferred: Partial<Record<FieldName, string>>;
    /** First printed page according to the 目录. */
    page: number | null;
  };
}

/** What the text says is compared with what is there, by kind. */
export const reconciliationKinds = [
  'contents', // 目录 ↔ documents; a 目录 inside a document ↔ its chapters
  'attachments', // 附件说明 ↔ attachments
  'articles', // 编 章 节 条 without gaps
  'numbering', // 项, 层次标题, 序号 of table rows, 附件 numbers without gaps
  'counts', // 共16个, 以下35项 ↔ what is counted
  'citations', // 第十七条第二款 ↔ the clause in the same text
  'titles', // 《title》 ↔ the title of a text in the same issue
  'marks', // brackets and quotes in pairs
  'sums', // 合计, percentages and points ↔ the figures they are made of
] as const;

export type ReconciliationKind = (typeof reconciliationKinds)[number];

/** The comparisons of one kind in one document, or in the issue as a whole. */
export interface Reconciliation {
  kind: ReconciliationKind;
  /** null: the issue. */
  document: string | null;
  /** Statements compared; 0 where the text makes no such statement. */
  checked: number;
  /** Those that do not agree; each has a message with this kind. */
  failed: number;
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
  /** The kind of comparison that failed. */
  reconciliation?: ReconciliationKind;
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
  /** The blanks between what is placed, in order: with them the record gives the raw text back unit by unit. */
  blanks: string;
}

export interface GazetteOutput {
  issue: IssueFacts;
  toc: TocEntry[];
  documents: DocumentRecord[];
  frontMatter: PrintedSpan[];
  furniture: (Furniture & PrintedSpan)[];
  messages: OutputMessage[];
  /** One record for each kind and document; `contents` also has one for the issue. */
  reconciliations: Reconciliation[];
  ledger: Ledger;
}
