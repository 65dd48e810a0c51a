/** A table that a PDF text layer gave cell after cell → rows and columns, or its printed lines where they cannot be told. */
import { endsSentence } from '../../language/sentences.ts';
import type { Paragraph, Table, TableCell, TableRow, Text } from '../../model/tree.ts';
import type { Block } from '../repair/block.ts';
import type { Grid, GridRow } from '../repair/flattened/grid.ts';
import type { HeaderLabel } from '../repair/flattened/header.ts';
import type { Piece } from '../repair/flattened/pieces.ts';
import { offsets, textNode } from '../repair/segmented-text.ts';

/** Ems by which justified lines differ from their measure. */
const tolerance = 1;

/** Pieces that stand side by side on a line are one segment of the raw text. */
function toTexts(raw: string, pieces: readonly Piece[]): Text[] {
  const spans: { start: number; end: number; line: number }[] = [];
  for (const { start, end, line, first } of pieces) {
    const last = spans.at(-1);
    if (last && !first && last.line === line) last.end = end;
    else spans.push({ start, end, line });
  }
  return spans.map((span) => textNode(raw, span));
}

/**
 * Whether a cell's new line begins a paragraph: it has a label, or a sentence ended before it on a line that had room
 * left, or the line begins as the cell does (raw sample 001: 2022 年底，… / 2023 年底，…; 《…办法》第十条：…).
 */
function beginsParagraph(line: Piece, before: Piece[], measure: number | null): boolean {
  const last = before.at(-1)!;
  if (line.label !== null && (line.label > 1 || /[：:]$/.test(last.text))) return true;
  if (!endsSentence(last.text)) return false;
  const width = before
    .filter((piece) => piece.line === last.line)
    .reduce((sum, piece) => sum + piece.width, 0);
  const room = measure !== null && width + line.head < measure - tolerance;
  const kind = (text: string) => (/\d/.test(text[0]!) ? '0' : text[0]);
  return room || kind(line.text) === kind(before[0]!.text);
}

function toParagraphs(pieces: readonly Piece[], measure: number | null): Piece[][] {
  const paragraphs: Piece[][] = [];
  pieces.forEach((piece, index) => {
    if (index === 0 || (piece.first && beginsParagraph(piece, paragraphs.at(-1)!, measure)))
      paragraphs.push([piece]);
    else paragraphs.at(-1)!.push(piece);
  });
  return paragraphs;
}

function toCell(raw: string, pieces: readonly Piece[], measure: number | null): TableCell {
  const paragraphs = toParagraphs(pieces, measure);
  const position = offsets(
    Math.min(...pieces.map(({ start }) => start)),
    Math.max(...pieces.map(({ end }) => end)),
  );
  const children =
    paragraphs.length === 1
      ? toTexts(raw, pieces)
      : paragraphs.map((paragraph): Paragraph => ({
          type: 'paragraph',
          children: toTexts(raw, paragraph),
          position: offsets(paragraph[0]!.start, paragraph.at(-1)!.end),
        }));
  return { type: 'tableCell', children, position };
}

function blankCell(offset: number): TableCell {
  return { type: 'tableCell', children: [], position: offsets(offset, offset) };
}

function rowOf(children: TableCell[]): TableRow {
  const filled = children.filter((cell) => cell.children.length > 0);
  return {
    type: 'tableRow',
    children,
    position: offsets(
      Math.min(...filled.map(({ position }) => position!.start.offset!)),
      Math.max(...filled.map(({ position }) => position!.end.offset!)),
    ),
  };
}

function toRow(raw: string, row: GridRow, { header, measures }: Grid): TableRow {
  const count = header.columns.length;
  if (row.group) {
    const cells = row.cells.map(({ pieces }) => toCell(raw, pieces, null));
    cells.at(-1)!.colSpan = count - cells.length + 1;
    return rowOf(cells);
  }
  let offset = row.cells[0]!.pieces[0]!.start;
  const cells = Array.from({ length: count }, (_, column) => {
    const found = row.cells.find((cell) => cell.column === column);
    if (!found) return blankCell(offset);
    offset = found.pieces.at(-1)!.end;
    return toCell(raw, found.pieces, measures[column]!);
  });
  return {
    ...rowOf(cells),
    ...(row.uncertain && { data: { boundary: { evidence: 'guess', uncertain: true } } }),
  };
}

function labelCell(raw: string, { spans }: HeaderLabel): TableCell {
  const ordered = spans.toSorted((a, b) => a.start - b.start);
  return {
    type: 'tableCell',
    children: spans.map((span) => textNode(raw, span)),
    position: offsets(ordered[0]!.start, ordered.at(-1)!.end),
  };
}

/** One header row, or two where a label stands over those of several columns. */
function headerRows(raw: string, { columns, parent }: Grid['header']): TableRow[] {
  const cells = columns.map((label) => labelCell(raw, label));
  if (!parent) return [{ ...rowOf(cells), header: true }];
  const { from, to } = parent;
  const upper = cells.map((cell): TableCell => ({ ...cell, rowSpan: 2 }));
  upper.splice(from, to - from, { ...labelCell(raw, parent), colSpan: to - from });
  return [
    { ...rowOf(upper), header: true },
    { ...rowOf(cells.slice(from, to)), header: true },
  ];
}

function toTable(raw: string, block: Block, grid: Grid): Table {
  const { columns, parent } = grid.header;
  return {
    type: 'table',
    columns: columns.map(({ text }, index) =>
      parent && index >= parent.from && index < parent.to ? `${parent.text}${text}` : text,
    ),
    data: { rebuilt: grid.evidence },
    children: [...headerRows(raw, grid.header), ...grid.rows.map((row) => toRow(raw, row, grid))],
    position: extentOf(block),
  };
}

function extentOf({ lines }: Block): Table['position'] {
  return offsets(lines[0]!.start, lines.at(-1)!.end);
}

/** The table of a flattened block: rebuilt, else one row of one cell for each printed line. */
export function readFlattened(raw: string, block: Block): Table {
  if (block.grid) return toTable(raw, block, block.grid);
  return {
    type: 'table',
    columns: [],
    data: { flattened: true },
    children: block.lines.map((line) => ({
      type: 'tableRow',
      children: [
        {
          type: 'tableCell',
          children: [textNode(raw, line)],
          position: offsets(line.start, line.end),
        },
      ],
      position: offsets(line.start, line.end),
    })),
    position: extentOf(block),
  };
}
