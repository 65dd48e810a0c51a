/** unified parser: raw text → tree. The phases one after the other; what each does is in its own module. */
import type { VFile } from 'vfile';
import type { DocumentNode, IssueNode } from '../../model/issue.ts';
import type { SourceFormat, TocEntry } from '../../model/output.ts';
import { placeOf } from '../../model/spans.ts';
import type { Span } from '../../model/tree.ts';
import { report } from '../messages.ts';
import { Columns } from '../repair/columns.ts';
import type { JoinContext } from '../repair/join-lines.ts';
import { columnMeasure, cutMeasure, pageMeasure } from '../repair/measure.ts';
import { Neighbours } from '../repair/neighbours.ts';
import { repairLines } from '../repair/repair-lines.ts';
import { offsets } from '../repair/segmented-text.ts';
import { detectFormat, readers } from '../sources/format.ts';
import { contentSpans, type Line } from '../sources/line.ts';
import { divideLines, type DocumentLines } from '../split/documents.ts';
import { readFrontMatter } from '../split/front-matter.ts';
import { takeFurniture, type RunningHead } from '../split/furniture.ts';
import { findOpenings } from '../split/openings.ts';
import { learnPlaces } from '../split/title-lines.ts';
import { readParts, type PartsResult } from './parts.ts';

/** What the transforms need of the phases before, beside the tree. */
export interface DocumentEvidence {
  found: PartsResult['found'];
  lines: DocumentLines;
  /** 栏目 from a running head on one of the document's pages. */
  runningHead: string | null;
  /** The 目录's entry for it, once matched. */
  entry?: TocEntry | null;
}

export type Evidence = ReadonlyMap<DocumentNode, DocumentEvidence>;

declare module 'vfile' {
  interface DataMap {
    evidence?: Evidence;
  }
}

function toDocument(document: DocumentLines, result: PartsResult): DocumentNode {
  const { opening } = document;
  const spans = (lines: Line[]): Span[] => lines.flatMap(contentSpans);
  const fields: DocumentNode['data']['fields'] = { title: spans(opening.titleLines) };
  if (opening.docNumberSpan) fields.docNumber = [opening.docNumberSpan];
  if (opening.dateSpan) fields.date = [opening.dateSpan];
  if (opening.period) fields.period = [opening.period];
  if (opening.letterhead) fields.letterhead = [opening.letterhead];
  const starts = [
    ...Object.values(fields).flat(),
    ...result.parts.flatMap((part) => placeOf(part) ?? []),
  ];
  return {
    type: 'document',
    id: '',
    title: document.title,
    docNumber: opening.docNumber,
    date: opening.date,
    issuers: [],
    section: null,
    kind: '其他',
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
    corrections: [],
    basis: [],
    interpreter: null,
    appointments: [],
    children: result.parts,
    position: offsets(
      Math.min(...starts.map(({ start }) => start)),
      Math.max(...starts.map(({ end }) => end)),
    ),
    data: { fields, inferred: {}, page: null },
  };
}

function runningHeadOf(lines: DocumentLines, heads: RunningHead[]): string | null {
  const first = lines.opening.first;
  const last = lines.body.at(-1)?.index ?? first;
  return heads.find(({ index }) => index > first && index <= last)?.section ?? null;
}

/**
 * Parses a raw gazette text.
 *
 * @param format left out: recognised from the text.
 */
export function parseGazette(
  raw: string,
  file: VFile,
  format: SourceFormat = detectFormat(raw),
): IssueNode {
  const { lines, furniture, heads } = takeFurniture(readers[format](raw), format);
  const front = readFrontMatter(lines);
  const openings = findOpenings(lines, front.end, front.toc, learnPlaces(lines));
  const documents = divideLines(lines, openings);
  const issue: IssueNode = {
    type: 'issue',
    facts: {
      title: front.masthead.title,
      year: front.masthead.year,
      number: front.masthead.number,
      totalNumber: front.masthead.totalNumber,
      stated: front.masthead.number !== null,
      frequency: front.masthead.frequency,
      format,
    },
    toc: front.toc,
    frontMatter: lines.slice(0, openings[0]?.first ?? lines.length).flatMap(contentSpans),
    furniture,
    children: [],
  };
  if (documents.length === 0) report(file, 'no-document', null);
  else if (front.end === 0 && issue.frontMatter.length > 0) {
    const [first] = issue.frontMatter as [Span];
    report(file, 'text-before-first-document', first, issue.frontMatter.length);
  }
  const neighbours = new Neighbours(raw);
  const measure = format === 'pdf-text' ? columnMeasure(lines) : cutMeasure(lines);
  const page = pageMeasure(lines, measure);
  const columns = format === 'pdf-text' ? null : new Columns(lines, measure);
  const evidence = new Map<DocumentNode, DocumentEvidence>();
  for (const document of documents) {
    const context: JoinContext = {
      raw,
      measure,
      pageMeasure: page,
      columns,
      titles: new Set([...document.expected, ...document.attachments]),
      neighbours,
    };
    const { blocks, furniture: repeated } = repairLines(document, format, context);
    issue.furniture.push(...repeated);
    const result = readParts(raw, document.opening, document.title, blocks, document.expected);
    issue.furniture.push(...result.furniture);
    const node = toDocument(document, result);
    issue.children.push(node);
    evidence.set(node, {
      found: result.found,
      lines: document,
      runningHead: runningHeadOf(document, heads),
    });
    if (document.moved.length > 0) {
      const [first] = document.moved as [Line];
      report(file, 'document-interleaved', { start: first.start, end: first.end }, document.title);
    }
  }
  file.data.evidence = evidence;
  return issue;
}
