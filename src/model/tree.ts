/**
 * The tree of a gazette: unist nodes with names from GB/T 9704—2012 (公文格式), 立法法 and Akoma Ntoso.
 *
 * Every node that came from the raw text has `position`; offsets are UTF-16 code units into the raw text as
 * decoded (a byte order mark counts as one unit). Labels and titles are plain strings with spans of their own
 * in `data`, so that each raw character stands in exactly one place.
 */
import type { Data, Node, Position } from 'unist';
import type { ClausePath } from '../language/clause-paths.ts';
import type { HeadingStyle } from '../language/labels.ts';
import type { CorrectedText } from './corrections.ts';

export type { HeadingStyle };

/** A half-open range `[start, end)` of UTF-16 offsets into the raw text. */
export interface Span {
  start: number;
  end: number;
}

/** A span with the characters it holds, so that the output tells them without the raw text. */
export interface PrintedSpan extends Span {
  /** `raw.slice(start, end)`. */
  text: string;
}

/** What decided that a paragraph or item begins here. */
export type BoundaryEvidence =
  | 'block' // a blank line or a line of its own in a format where a line is a paragraph
  | 'label' // 第一条, 一、, （一）, 1. …
  | 'short-line' // the printed line before ends early
  | 'indent' // the line is two ems shorter than the measure: a paragraph's first line
  | 'grammar' // the sentence before is complete, or the text demands it
  | 'citation' // a citation names a paragraph that only exists with this boundary
  | 'guess';

export interface Boundary {
  evidence: BoundaryEvidence;
  uncertain?: true;
}

/** Why two raw lines were joined into one paragraph. */
export type JoinReason =
  | 'full-line' // the printed line is full
  | 'open-sentence' // the sentence does not end
  | 'open-bracket' // a bracket or quote is still open
  | 'page-break' // the sentence runs over a page or column break
  | 'column-order' // the rest was printed before, its column being out of order
  | 'guess';

export interface Join {
  /** Offset of the first character after the join. */
  at: number;
  reason: JoinReason;
  uncertain?: true;
}

/** What the rows and columns of a table printed cell after cell were told from. */
export type RebuildEvidence =
  | 'row numbers'
  | 'printed lines' // each row stands on one line
  | 'line lengths' // a full line goes on in its cell, a short one ends it
  | 'column vocabulary' // a cell looks like the others of its column
  | 'arithmetic'; // a column is the difference or sum of two others

export interface GazetteData extends Data {
  /** Raw spans of the printed label (第一条); in the output with their text. */
  label?: Span[] | PrintedSpan[];
  /** Raw spans of the printed title (several when it was printed over several lines); in the output with their text. */
  title?: Span[] | PrintedSpan[];
  /** The mark that closes a run-in title (1. 标题。正文); it lies inside the last title span. */
  titleMark?: string;
  boundary?: Boundary;
  joins?: Join[];
  /** On `attachmentNote`: the attachments it lists. */
  listed?: { number: number | null; title: string }[];
  /** On an attachment without a printed title: the one the 附件说明 gives it. */
  announced?: string;
  /** On `chapter`: 编. */
  level?: 'book';
  /** On `subitem`: the family of its label. */
  style?: HeadingStyle;
  /** On `table`: it was printed cell after cell, and its rows and columns were told from this. */
  rebuilt?: RebuildEvidence[];
  /** On `citation`: how it names its target. */
  reference?: ReferenceKind;
  /** On `citation`: why a reference inside the document leads nowhere, in Chinese: 本文没有第九十条. */
  unresolved?: string;
  /** On `citation`: what the text it means does not have (第九十条); a failed comparison. */
  lacking?: string;
  /** On `tableRow`: its cells were printed one column too far right and are moved back. */
  shifted?: true;
  /** On `table`: the two rows of its header do not fit each other; columns bear the lower labels alone. */
  askew?: true;
  /** On `table`: its text could not be rebuilt as rows and columns; the rows are the printed lines in order. */
  flattened?: true;
  /**
   * An editor's corrections in the order of their places: on `text` of its characters (`value` stays as printed), on
   * other nodes of their `title` or `caption` (which has the corrected words).
   */
  corrections?: CorrectedText[];
}

interface GazetteNode extends Node {
  /** Permanent address of the node inside its document (DESIGN §5), present where a reader can link to it. */
  id?: string;
  position?: Position;
  data?: GazetteData;
}

interface GazetteParent<Child extends Node> extends GazetteNode {
  children: Child[];
}

/** Characters of the raw text, exactly `raw.slice(start, end)`; one node for each raw segment. */
export interface Text extends GazetteNode {
  type: 'text';
  value: string;
}

/**
 * What a reference leads to. Without `document` and with `clause` it is a clause of the same document; with neither it
 * is a named text the issue does not hold, or a clause that is not there.
 */
export interface CitationTarget {
  /** Id of the document. */
  document?: string;
  /** Id of the clause; of a range (第三条至第八条) the first. */
  clause?: string;
  /** Id of the last clause of a range. */
  through?: string;
  /** Title of the named text: 中华人民共和国行政处罚法. */
  title?: string;
  /** Its 发文字号, where printed. */
  docNumber?: string;
  /** The numbers of the clause in the named text. */
  path?: ClausePath;
}

/** How a reference names what it leads to. */
export const referenceKinds = [
  'own', // a clause of the same text: 本办法第十四条, 第十四条
  'relative', // from where it stands: 前款, 本条第二款
  'attachment', // 附件2, or 《…》 that is one of the document's own texts
  'clause', // a clause of a named text: 《行政处罚法》第三十三条
  'named', // a named text: 《…办法》（…〔2020〕55号）
] as const;

export type ReferenceKind = (typeof referenceKinds)[number];

/** A reference in the text (《法》第三条, 景府办字〔2020〕55号). */
export interface Citation extends GazetteParent<Text> {
  type: 'citation';
  target: CitationTarget;
}

export type Phrasing = Text | Citation;

/** 款 in an article (with `number`), 自然段 elsewhere. */
export interface Paragraph extends GazetteParent<Phrasing | Item | Subitem> {
  type: 'paragraph';
  number?: number;
}

/** 项（一）. */
export interface Item extends GazetteParent<Phrasing | Subitem> {
  type: 'item';
  label: string;
  number: number;
}

/** 目 1. and what lies below it. */
export interface Subitem extends GazetteParent<Phrasing | Subitem> {
  type: 'subitem';
  label: string;
  number: number;
}

/** 条. `number` is `[12]`, or `[12, 1]` for 第十二条之一. */
export interface Article extends GazetteParent<Paragraph | Table> {
  type: 'article';
  label: string;
  number: number[];
  title?: string;
}

/** 节. */
export interface Section extends GazetteParent<Article | Flow> {
  type: 'section';
  label: string;
  number: number;
  title: string;
}

/** 章 (编 above it has `level: 'book'`). */
export interface Chapter extends GazetteParent<Section | Article | Flow> {
  type: 'chapter';
  label: string;
  number: number;
  title: string;
}

/** 层次标题. `title` is '' where the labelled paragraph has no title of its own. */
export interface Heading extends GazetteParent<Flow> {
  type: 'heading';
  style: HeadingStyle;
  label: string;
  number: number;
  title: string;
}

/** 主送机关. */
export interface Addressee extends GazetteParent<Text> {
  type: 'addressee';
}

/** 附注: （此件主动公开）. */
export interface Annotation extends GazetteParent<Text> {
  type: 'annotation';
}

/** 署名 and 成文日期 where printed at the end, or the issuers under a forwarded text's title. */
export interface Signature extends GazetteParent<Text> {
  type: 'signature';
}

/** 附件说明: 附件：1.… 2.… */
export interface AttachmentNote extends GazetteParent<Text> {
  type: 'attachmentNote';
}

/** （来源：…）, （市统计局） at the end of a report. */
export interface SourceNote extends GazetteParent<Text> {
  type: 'sourceNote';
}

/** A printed 目录 inside a regulation. */
export interface ContentsList extends GazetteParent<Paragraph> {
  type: 'contents';
}

export interface TableCell extends GazetteParent<Phrasing | Paragraph> {
  type: 'tableCell';
  /** Columns the cell spans, where more than one. */
  colSpan?: number;
  rowSpan?: number;
}

export interface TableRow extends GazetteParent<TableCell> {
  type: 'tableRow';
  /** A printed header row. */
  header?: true;
}

/** 表. `columns` holds one label per column (a two-line header is folded); `form` marks a blank form. */
export interface Table extends GazetteParent<TableRow> {
  type: 'table';
  caption?: string;
  columns: string[];
  form?: true;
}

/** Text the parser could not place; always with a message. */
export interface Unknown extends GazetteParent<Paragraph> {
  type: 'unknown';
}

export type Flow =
  | Chapter
  | Section
  | Article
  | Heading
  | Paragraph
  | Addressee
  | Annotation
  | Signature
  | AttachmentNote
  | SourceNote
  | ContentsList
  | Table
  | Unknown;

export type PartRole = 'notice' | 'promulgated' | 'attachment';

/** 印发通知, 被印发文本 or 附件. The first part of a document's main text has no id prefix (DESIGN §5). */
export interface Part extends GazetteParent<Flow> {
  type: 'part';
  role: PartRole;
  /** 附件1, as printed. */
  label?: string;
  /** Normalised; '' where none is printed. */
  title: string;
  /** Issuers printed under the title of a forwarded text. */
  issuers?: string[];
}

/** Any node of the tree. */
export type GazetteContent = Part | Flow | TableRow | TableCell | Item | Subitem | Citation | Text;
