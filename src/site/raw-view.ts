/** The raw lines of a clause as 看原文 shows them. Runs in the browser. */
import type { FurnitureReason } from '../model/output.ts';
import type { BoundaryEvidence, JoinReason } from '../model/tree.ts';
import type { RawPlaces } from './provenance.ts';

export interface RawPiece {
  text: string;
  /** Of the clause, of another one, or left out of the text. */
  kind: 'own' | 'other' | 'furniture';
}

export interface RawNote {
  words: string;
  uncertain: boolean;
}

export type RawRow =
  | { type: 'line'; line: number; pieces: RawPiece[]; notes: RawNote[] }
  /** Lines between two pieces of the clause that are not its own, or a step back in the raw text. */
  | { type: 'gap'; words: string };

export const furnitureNames: Record<FurnitureReason, string> = {
  'running head': '书眉',
  'page number': '页码',
  'repeated header row': '重复的表头',
  'repeated row': '重复的表格行',
  'list marker': '列表符号',
  markup: '排版标记',
  separator: '分隔线',
};

const joinWords: Record<JoinReason, string> = {
  'full-line': '接上一行（排满）',
  'open-sentence': '接上一行（句子未完）',
  'open-bracket': '接上一行（括号未完）',
  'column-order': '接后文（两栏次序颠倒，本站移回）',
  'page-break': '接上一行（跨页或跨栏）',
  guess: '接上一行（推测）',
};

const boundaryWords: Record<BoundaryEvidence, string> = {
  block: '另起（独立成行）',
  label: '另起（有序号）',
  'short-line': '另起（上一行未排满）',
  indent: '另起（首行缩进）',
  grammar: '另起（上一句已完）',
  citation: '另起（文中引用到这一段）',
  guess: '另起（推测）',
};

/** How many lines in between are still shown. */
const shownGap = 8;

/** The rows for a clause in reading order, white lines left out; none where it has no place. */
export function viewRawClause(places: RawPlaces, id: string): RawRow[] {
  const ends = places.clauses[id] ?? [];
  const lines = splitLines(places);
  const rows: RawRow[] = [];
  let last: number | null = null;
  for (let at = 0; at < ends.length; at += 2) {
    const [start, end] = [ends[at]!, ends[at + 1]!];
    const first = lines.findLastIndex((line) => line.start <= start);
    if (last !== null && first > last + 1 && first - last <= shownGap) {
      rows.push(...rowsOf(places, lines.slice(last + 1, first), ends));
    } else if (last !== null && first > last + 1) {
      rows.push({
        type: 'gap',
        words: `中间${lineRange(places.line + last + 1, places.line + first - 1)}不属这一部分`,
      });
    } else if (last !== null && first < last) {
      rows.push({ type: 'gap', words: `以下印在前面的第${String(places.line + first)}行` });
    }
    const until = lines.findLastIndex((line) => line.start < end);
    const from = last === first ? first + 1 : first;
    rows.push(...rowsOf(places, lines.slice(from, until + 1), ends));
    last = until;
  }
  return rows;
}

/** 第3行, 第3—5行. */
export function lineRange(first: number, last: number): string {
  return first === last ? `第${String(first)}行` : `第${String(first)}—${String(last)}行`;
}

interface Line {
  line: number;
  start: number;
  end: number;
}

function splitLines({ text, line: first }: RawPlaces): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const match of `${text}\n`.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ line: first + lines.length, start, end: match.index });
    start = match.index + match[0].length;
  }
  return lines;
}

function rowsOf(places: RawPlaces, lines: Line[], ends: number[]): RawRow[] {
  return lines
    .filter(({ start, end }) => places.text.slice(start, end).trim() !== '')
    .map(({ line, start, end }) => ({
      type: 'line',
      line,
      pieces: piecesOf(places, start, end, ends),
      notes: notesOf(places, start, end, ends),
    }));
}

function piecesOf(places: RawPlaces, start: number, end: number, ends: number[]): RawPiece[] {
  const pieces: RawPiece[] = [];
  for (let at = start; at < end; at++) {
    const text = places.text[at]!;
    const kind = places.furniture.some(([from, to]) => at >= from && at < to)
      ? 'furniture'
      : isOwn(ends, at)
        ? 'own'
        : 'other';
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else pieces.push({ text, kind });
  }
  return pieces;
}

function notesOf(places: RawPlaces, start: number, end: number, ends: number[]): RawNote[] {
  const here = <Entry extends [at: number, ...rest: unknown[]]>(entries: Entry[]) =>
    entries.filter(([at]) => at >= start && at <= end && isOwn(ends, at));
  const furniture = places.furniture.filter(([from]) => from >= start && from < end);
  return [
    ...here(places.boundaries).map(([, evidence, uncertain]) =>
      note(boundaryWords[evidence], uncertain),
    ),
    ...here(places.joins).map(([, reason, uncertain]) => note(joinWords[reason], uncertain)),
    ...[...new Set(furniture.map(([, , reason]) => furnitureNames[reason]))].map((name) =>
      note(`${name}，不属正文`),
    ),
    ...here(places.notes).map(([, words]) => ({ words, uncertain: true })),
  ];
}

function note(words: string, uncertain?: 1): RawNote {
  return { words: uncertain ? `${words}，没有把握` : words, uncertain: uncertain === 1 };
}

function isOwn(ends: number[], at: number): boolean {
  for (let index = 0; index < ends.length; index += 2)
    if (at >= ends[index]! && at < ends[index + 1]!) return true;
  return false;
}
