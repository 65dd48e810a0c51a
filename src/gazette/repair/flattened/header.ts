/**
 * The header of a flattened table → one label per column. A header of one line has its labels side by side; labels of
 * two and more lines come in pieces, in the order of their height on the page and not of the columns (raw sample 004:
 * 1-12 月 / 责任 / 部门实际 / 完成 for 1-12月实际完成 and 责任部门).
 */
import { isColumnLabel } from '../../../language/column-labels.ts';
import { isStyle, readLabel } from '../../../language/labels.ts';
import type { Span } from '../../../model/tree.ts';
import type { Line } from '../../sources/line.ts';
import type { Neighbours } from '../neighbours.ts';
import { isApart, readPieces, type Piece } from './pieces.ts';

export interface Header {
  /** Lines it takes. */
  length: number;
  columns: HeaderLabel[];
  /** A label over those of the columns `[from, to)`. */
  parent: (HeaderLabel & { from: number; to: number }) | null;
  /** The first column numbers the rows. */
  numbered: boolean;
}

export interface HeaderLabel {
  text: string;
  spans: Span[];
}

const longest = 24;

/** A line with which the rows begin: a row number, or a group row. */
function beginsRows({ text }: Line): boolean {
  if (/^(\d{1,3}[.、．]?(?=$|\s)|[一二三四五六七八九十]{1,3}\s+\S)/.test(text)) return true;
  const label = readLabel(text);
  return label !== null && isStyle(label.family) && label.family < 'c';
}

/** Lines of the header at the head of a table's lines: to its first row number, or one where none is near. */
export function headerLength(lines: readonly Line[]): number {
  let length = 1;
  while (length < longest && length < lines.length && !beginsRows(lines[length]!)) length++;
  return length === longest || length === lines.length ? 1 : length;
}

interface Part {
  text: string;
  spans: Span[];
}

function join(parts: Part[]): HeaderLabel {
  return {
    text: parts.map(({ text }) => text).join(''),
    spans: parts.flatMap(({ spans }) => spans),
  };
}

/** Pieces as they stand apart: 1-12 月 is one. */
function toParts(pieces: Piece[]): Part[] {
  const parts: Part[] = [];
  for (const piece of pieces) {
    const { text, start, end } = piece;
    const last = parts.at(-1);
    if (last && !isApart(piece)) {
      last.text += text;
      last.spans.push({ start, end });
    } else {
      parts.push({ text, spans: [{ start, end }] });
    }
  }
  return parts;
}

/** How well two neighbouring pieces hold together as one label. */
function cohesion(before: string, after: string, neighbours: Neighbours): number {
  if (isColumnLabel(before + after)) return 3;
  // 与全年目标的差距, 较上年增长: a preposition begins a label.
  if (/^[与较比在占按同]/.test(after)) return -2;
  return Math.min(neighbours.count(before, after), 40) / 20;
}

/** 1-12 月, 本月: what the labels below it are of. */
const period =
  /^(?:\d{1,2}\s*[-—~～]\s*)?\d{1,2}\s*月(?:份|末)?$|^(?:本|上|当)(?:月|年|期|季度)$|^累计$/;

/** Parts `parts` into `count` labels where they hold together least. */
function divide(parts: Part[], count: number, neighbours: Neighbours): HeaderLabel[] | null {
  if (parts.length < count) return null;
  // best[k][i]: what is gained by k labels from the first i parts.
  const gain: number[][] = [
    Array.from({ length: parts.length + 1 }, (_, i) => (i === 0 ? 0 : -Infinity)),
  ];
  const from: number[][] = [[]];
  for (let labels = 1; labels <= count; labels++) {
    gain[labels] = Array.from({ length: parts.length + 1 }, () => -Infinity);
    from[labels] = [];
    for (let end = labels; end <= parts.length; end++) {
      let held = 0;
      for (let start = end - 1; start >= Math.max(labels - 1, end - 5); start--) {
        if (start < end - 1)
          held += cohesion(parts[start]!.text, parts[start + 1]!.text, neighbours);
        const text = join(parts.slice(start, end)).text;
        const total = gain[labels - 1]![start]! + held + (isColumnLabel(text) ? 2 : 0);
        if (total > gain[labels]![end]!) {
          gain[labels]![end] = total;
          from[labels]![end] = start;
        }
      }
    }
  }
  if (gain[count]![parts.length] === -Infinity) return null;
  const labels: HeaderLabel[] = [];
  for (let end = parts.length, left = count; left > 0; left--) {
    const start = from[left]![end]!;
    labels.unshift(join(parts.slice(start, end)));
    end = start;
  }
  return labels;
}

/**
 * Takes out a known label whose halves stand apart, the second perhaps at the head of a piece that goes on with another
 * label's (责任 … 部门|实际).
 */
function takeScattered(parts: Part[]): { label: HeaderLabel; rest: Part[] } | null {
  for (let first = 0; first < parts.length - 2; first++) {
    if (isColumnLabel(parts[first]!.text)) continue;
    for (let second = first + 1; second < parts.length; second++) {
      const [head, tail] = [parts[first]!, parts[second]!];
      for (let length = 2; length <= tail.text.length; length++) {
        const text = head.text + tail.text.slice(0, length);
        if (head.text.length < 2 || !isColumnLabel(text)) continue;
        if (second === first + 1 && length === tail.text.length) continue;
        const [span] = tail.spans as [Span];
        const rest = parts.filter((_, at) => at !== first && at !== second);
        const left = {
          text: tail.text.slice(length),
          spans: [{ start: span.start + length, end: span.end }],
        };
        if (left.text !== '') rest.splice(second - 1, 0, left);
        return {
          label: { text, spans: [...head.spans, { start: span.start, end: span.start + length }] },
          rest,
        };
      }
    }
  }
  return null;
}

/**
 * Takes out the period that stands over the labels after it: in a header of several lines it has the upper one for
 * itself. Which labels it stands over is not printed; those of numbers after it are taken to be.
 */
function takePeriod(parts: Part[]): { parent: Part; from: number } | null {
  const at = parts.findIndex(({ text }) => period.test(text));
  if (at === -1 || at >= parts.length - 2) return null;
  const [parent] = parts.splice(at, 1) as [Part];
  return { parent, from: at };
}

/**
 * Reads the header at the head of a flattened table.
 *
 * @param shape columns that the fullest rows show, see `grid.ts`.
 * @returns null where no labels can be told.
 */
export function readHeader(
  lines: readonly Line[],
  shape: { width: number; textLast: boolean } | null,
  neighbours: Neighbours,
): Header | null {
  const length = headerLength(lines);
  const pieces = readPieces(lines.slice(0, length), 0);
  const parts = toParts(pieces);
  const columns: HeaderLabel[] = [];
  if (parts[0]?.text === '序' && parts[1]?.text === '号') columns.push(join(parts.splice(0, 2)));
  else if (parts[0] && numbersRows(parts[0].text, lines)) columns.push(parts.shift()!);
  const numbered = columns.length > 0;
  const linesLeft = new Set(pieces.slice(-parts.length).map(({ line }) => line)).size;
  if (linesLeft <= 1) return { length, columns: [...columns, ...parts], parent: null, numbered };
  if (!shape) return null;
  const scattered = shape.textLast ? takeScattered(parts) : null;
  const rest = scattered?.rest ?? parts;
  const over = takePeriod(rest);
  const labels = divide(rest, shape.width - (scattered ? 1 : 0), neighbours);
  if (!labels) return null;
  const from = over ? columns.length + labelAt(labels, rest, over.from) : 0;
  const parent = over && {
    ...join([over.parent]),
    from,
    to: columns.length + labels.length,
  };
  columns.push(...labels, ...(scattered ? [scattered.label] : []));
  return { length, columns, parent, numbered };
}

/** 序号, or 编号 over rows that begin with small numbers (and not with codes). */
function numbersRows(label: string, lines: readonly Line[]): boolean {
  if (label === '序号') return true;
  return label === '编号' && lines.filter(({ text }) => /^\d{1,3}(?=$|\s)/.test(text)).length >= 3;
}

/** Place of the label that holds the part at `index`. */
function labelAt(labels: HeaderLabel[], parts: Part[], index: number): number {
  const [span] = parts[index]!.spans as [Span];
  return labels.findIndex(({ spans }) => spans.some(({ start }) => start === span.start));
}
