/** Small texts for the tests: lines that begin with 第…条 are articles, 第…章 titles, other lines go to the unit above. */
import { align, type Row } from '../../src/compare/align.ts';
import { differences, type Block } from '../../src/compare/differences.ts';
import type { CutUnit } from '../../src/compare/units.ts';
import { weigh } from '../../src/compare/weights.ts';
import { cutLine, loadDictionary } from '../../src/search/build/words.ts';

loadDictionary([]);

/** The units of a text. */
export function rules(text: string): CutUnit[] {
  const units: CutUnit[] = [];
  for (const line of text.trim().split('\n')) {
    const [, name, rest] = /^\s*(?:(第\S+[条章](?:之\S)?)\s+)?(.*)$/.exec(line)!;
    const words = cutLine(rest!);
    if (name === undefined) {
      units.at(-1)!.lines.push(words);
      continue;
    }
    const article = name.includes('条');
    const id = `${article ? 'art' : 'chp'}_${String(units.length + 1)}`;
    units.push({
      ...{ id, name, article, kind: article ? 'text' : 'title' },
      within: [],
      lines: [words],
    });
  }
  return units;
}

/** The text of units. */
export const linesOf = (units: readonly (CutUnit | undefined)[]) =>
  units.flatMap((unit) => unit!.lines.map((words) => words.join('')));

/** Rows in short: `有修改 第二条 → 第三条`, with `移` where moved and `?` where weak. */
export function outline(left: CutUnit[], right: CutUnit[]): string[] {
  const names = (units: CutUnit[], places: number[]) =>
    places.map((at) => units[at]!.name).join('+') || '—';
  return align(left, right).map(
    ({ kind, moved, weak, ...row }) =>
      `${kind}${moved ? ' moved' : ''}${weak ? ' weak' : ''} ${names(left, row.left)} → ${names(right, row.right)}`,
  );
}

/** The blocks of a row. */
export function blocksOf(row: Row, left: CutUnit[], right: CutUnit[]): Block[] {
  const weighing = weigh([...left, ...right].map(({ lines }) => lines));
  return differences(row, left, right, weighing);
}

/** The blocks with their changes marked: 市[-民政-]{+财政+}局. */
export function marked(blocks: Block[]): string[] {
  const marks = { same: ['', ''], deleted: ['[-', '-]'], inserted: ['{+', '+}'] } as const;
  return blocks.map(
    ({ pieces, moved }) =>
      (moved ? '↕' : '') +
      pieces.map(({ kind, text }) => marks[kind][0] + text + marks[kind][1]).join(''),
  );
}
