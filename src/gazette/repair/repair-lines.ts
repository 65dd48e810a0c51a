/** One document's lines → blocks: paragraphs joined, table rows, and flattened tables with their cells. */
import type { Furniture, SourceFormat } from '../../model/output.ts';
import type { Line } from '../sources/line.ts';
import type { DocumentLines } from '../split/documents.ts';
import type { Block } from './block.ts';
import { heedCitations } from './cited-paragraphs.ts';
import { returnDisplaced } from './displaced.ts';
import { findFlattened, repeatedHeaders, type LineRange } from './flattened/extent.ts';
import { rebuildGrid } from './flattened/grid.ts';
import { joinBlocks } from './join-blocks.ts';
import { joinLines, type JoinContext } from './join-lines.ts';
import { SegmentedText } from './segmented-text.ts';

export interface RepairedLines {
  blocks: Block[];
  furniture: Furniture[];
}

/** A table printed cell after cell, without the headers repeated on its later pages; and the lines it takes. */
function repairTable(
  lines: Line[],
  range: LineRange,
  context: JoinContext,
): RepairedLines & { end: number } {
  const furniture: Furniture[] = [];
  const repeated = new Set<number>();
  for (const { start, end } of repeatedHeaders(lines, range))
    for (let index = start; index < end; index++) repeated.add(index);
  const all = lines.map((line, index) => ({ line, index })).slice(range.start, range.end);
  const own = all.filter(({ index }) => !repeated.has(index));
  const grid = rebuildGrid(
    own.map(({ line }) => line),
    context.neighbours,
  );
  const end = own[grid?.length ?? own.length]?.index ?? range.end;
  const table = own.flatMap(({ line, index }) => (index < end ? [line] : []));
  for (const index of repeated) {
    const { start, end: last } = lines[index]!;
    if (index < end) furniture.push({ start, end: last, reason: 'repeated header row' });
  }
  for (const span of grid?.repeated ?? [])
    furniture.push({ start: span.start, end: span.end, reason: 'repeated row' });
  const block: Block = {
    kind: 'flattened',
    lines: table,
    text: new SegmentedText(context.raw, table),
    boundary: { evidence: 'block' },
    joins: [],
    label: null,
    grid,
  };
  return { blocks: [block], furniture, end };
}

/** Repairs the lines of a document's body; positions stay those of the raw text. */
export function repairLines(
  { body, expected }: DocumentLines,
  format: SourceFormat,
  context: JoinContext,
): RepairedLines {
  if (format === 'ocr-markdown') {
    const joined = returnDisplaced(context.raw, joinBlocks(body, context));
    return { blocks: heedCitations(context.raw, joined), furniture: [] };
  }
  const blocks: Block[] = [];
  const furniture: Furniture[] = [];
  let from = 0;
  // An attachment's own title may be repeated over its table's later pages, so it is not among the expected ones.
  for (const range of findFlattened(body, expected)) {
    blocks.push(...joinLines(body.slice(from, range.start), context));
    const table = repairTable(body, range, context);
    blocks.push(...table.blocks);
    furniture.push(...table.furniture);
    from = table.end;
  }
  blocks.push(...joinLines(body.slice(from), context));
  return { blocks: heedCitations(context.raw, blocks), furniture };
}
