/**
 * The parser as a unified pipeline: parser → transformers → compiler. This list is the map of `src/gazette`.
 *
 * sources/    raw text → printed lines, one module for each text format
 * split/      lines → furniture, front matter and 目录, the lines of each document
 * repair/     lines → paragraphs and table rows
 * parse/      paragraphs → parts, 章 条 款 项 目, 层次标题, tables
 * transform/  fields, ids, positions; an editor's corrections; references
 * check/      reconciliations and the ledger
 * compile/    the tree → the output record
 */
import { unified, type Processor } from 'unified';
import type { Node } from 'unist';
import { VFile } from 'vfile';
import type { Correction } from '../model/corrections.ts';
import type { IssueNode } from '../model/issue.ts';
import type { GazetteOutput, SourceFormat } from '../model/output.ts';
import { checkAttachments } from './check/attachments.ts';
import { checkCitations } from './check/citations.ts';
import { comparisonsOf } from './check/comparisons.ts';
import { checkContents } from './check/contents.ts';
import { checkCounts } from './check/counts.ts';
import { checkFields } from './check/fields.ts';
import { takeLedger } from './check/ledger.ts';
import { checkMarks } from './check/marks.ts';
import { checkSentences } from './check/sentences.ts';
import { checkSequences } from './check/sequences.ts';
import { checkSums } from './check/sums.ts';
import { checkTitles } from './check/titles.ts';
import { toOutput } from './compile/output.ts';
import { excerpt, report } from './messages.ts';
import { parseGazette } from './parse/gazette.ts';
import { addCitations } from './transform/citations/add-citations.ts';
import { addClauseIds } from './transform/clause-ids.ts';
import { applyCorrections } from './transform/corrections.ts';
import { addDocumentIds } from './transform/document-ids.ts';
import { addMetadata } from './transform/metadata.ts';
import { completePositions } from './transform/positions.ts';
import { straightenRows } from './transform/shifted-rows.ts';

export interface GazetteOptions {
  /** Left out: recognised from the text. */
  format?: SourceFormat;
  /** Folder name of the issue, for the ids of documents without a number. */
  issueId?: string;
  /** Ids of documents without a number that they were given before, by their place in the issue (0 is the first). */
  keptIds?: Readonly<Record<number, string>>;
  /** 代字 → ASCII code, from `series.json`. */
  codes?: Readonly<Record<string, string>>;
  /** An editor's corrections, from `issue.json`. */
  corrections?: readonly Correction[];
}

declare module 'unified' {
  interface CompileResultMap {
    GazetteOutput: GazetteOutput;
  }
}

type Transformer = (issue: IssueNode, file: VFile) => void;

const transformers: ((options: GazetteOptions) => Transformer)[] = [
  () => (issue) => straightenRows(issue),
  () => (issue, file) => addMetadata(issue, file.data.evidence!, String(file)),
  ({ issueId, codes = {}, keptIds = {} }) =>
    (issue) =>
      addDocumentIds(issue, issueId ?? unnumberedId(issue), codes, keptIds),
  () => (issue) => addClauseIds(issue),
  () => (issue, file) => completePositions(issue, String(file)),
  () => (issue, file) => checkContents(issue, file.data.evidence!, comparisonsOf(file)),
  () => (issue, file) => checkFields(issue, file),
  () => (issue, file) => checkTitles(issue, file.data.evidence!, comparisonsOf(file)),
  () => (issue, file) => checkSequences(issue, comparisonsOf(file)),
  () => (issue, file) => checkAttachments(issue, comparisonsOf(file)),
  () => (issue, file) => checkCounts(issue, comparisonsOf(file)),
  () => (issue, file) => checkSums(issue, comparisonsOf(file)),
  () => (issue, file) => checkMarks(issue, comparisonsOf(file)),
  () => (issue, file) => checkSentences(issue, file),
  // What is checked is the printed text, and addresses do not move.
  ({ corrections = [] }) =>
    (issue, file) =>
      applyCorrections(issue, corrections, file),
  // Last: a correction is looked for in whole pieces of text.
  () => (issue, file) => addCitations(issue, String(file)),
  () => (issue, file) => checkCitations(issue, comparisonsOf(file)),
];

/** 2020-11 from the masthead, else the year of the first dated document with -u1 (u: unnumbered). */
function unnumberedId(issue: IssueNode): string {
  const { year, number } = issue.facts;
  if (year !== null && number !== null) return `${year}-${number}`;
  return `${issue.children.find(({ date }) => date !== null)?.date?.slice(0, 4) ?? 'x'}-u1`;
}

function compile(issue: IssueNode, file: VFile): GazetteOutput {
  const raw = String(file);
  const ledger = takeLedger(raw, issue);
  for (const { start, end, text, places } of ledger.residue) {
    if (places === 0) report(file, 'text-unaccounted', { start, end }, excerpt(text));
    else report(file, 'text-repeated', { start, end }, excerpt(text), places);
  }
  return toOutput(raw, issue, ledger, comparisonsOf(file).records(issue), file);
}

/** A unified processor that reads gazette text and gives a `GazetteOutput`. */
export function gazetteProcessor(
  options: GazetteOptions = {},
): Processor<
  IssueNode & Node,
  IssueNode & Node,
  IssueNode & Node,
  IssueNode & Node,
  GazetteOutput
> {
  const processor = unified();
  processor.use(function (this: Processor) {
    Object.assign(this, {
      parser: (raw: string, file: VFile) => parseGazette(raw, file, options.format),
      compiler: compile,
    });
  });
  for (const transformer of transformers) {
    processor.use(() => transformer(options) as never);
  }
  return processor as never;
}

/**
 * Parses a raw gazette text. Whatever is in it, nothing is thrown: what cannot be placed is a message.
 *
 * @param raw decoded text; offsets of the output are UTF-16 units into it.
 */
export function parse(raw: string, options: GazetteOptions = {}): GazetteOutput {
  const file = gazetteProcessor(options).processSync(new VFile({ value: raw }));
  return file.result as GazetteOutput;
}
