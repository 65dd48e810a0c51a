/** What holds of any two texts. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align, type Row } from '../../src/compare/align.ts';
import type { CutUnit } from '../../src/compare/units.ts';
import { seed } from '../gazette/seed.ts';
import { blocksOf, linesOf } from './texts.ts';

const words = [
  '热线',
  '的',
  '，',
  '承办',
  '单位',
  '（一）',
  '5',
  '个',
  '工作日',
  '。',
  '办结',
  '12345',
  '；',
];
const line = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 });
const unit = fc.record({
  kind: fc.constantFrom('text' as const, 'text' as const, 'title' as const, 'table' as const),
  lines: fc.array(line, { minLength: 1, maxLength: 4 }),
});
const text = fc.array(unit, { maxLength: 9 }).map((units): CutUnit[] =>
  units.map((own, at) => ({
    ...own,
    id: `art_${String(at + 1)}`,
    name: `第${String(at + 1)}条`,
    article: own.kind === 'text',
    within: [],
  })),
);
/** Two texts that have much or little in common. */
const both = fc
  .tuple(text, text, fc.boolean())
  .map(([a, b, isRelated]): [CutUnit[], CutUnit[]] => [
    a,
    isRelated ? [...b.slice(0, 2), ...a.toReversed().slice(0, 3), ...a.slice(1, 4)] : b,
  ]);
const options = { seed, numRuns: 300 };

test('every unit of both sides is in one row', () => {
  fc.assert(
    fc.property(both, ([left, right]) => {
      const rows = align(left, right);
      const places = (side: 'left' | 'right') =>
        rows.flatMap((row) => row[side]).sort((a, b) => a - b);
      expect(places('left')).toEqual(left.map((_, at) => at));
      expect(places('right')).toEqual(right.map((_, at) => at));
      for (const row of rows) expect(Math.min(row.left.length, row.right.length)).toBeLessThan(2);
    }),
    options,
  );
});

test('the pieces give both texts back', () => {
  fc.assert(
    fc.property(both, ([left, right]) => {
      for (const row of align(left, right)) {
        const blocks = blocksOf(row, left, right);
        const side = (other: 'deleted' | 'inserted') =>
          blocks
            .map(({ pieces }) => pieces.filter(({ kind }) => kind !== other))
            .filter((pieces) => pieces.length > 0)
            .map((pieces) => pieces.map(({ text: own }) => own).join(''))
            .join('\n');
        expect(side('inserted')).toBe(linesOf(row.left.map((at) => left[at])).join('\n'));
        expect(side('deleted')).toBe(linesOf(row.right.map((at) => right[at])).join('\n'));
      }
    }),
    options,
  );
});

test('turned round, the rows are the same', () => {
  const turned: Partial<Record<Row['kind'], Row['kind']>> = {
    ...{ added: 'removed', removed: 'added', split: 'merged', merged: 'split' },
  };
  const sorted = (rows: Row[]) => rows.map((row) => JSON.stringify(row)).sort();
  fc.assert(
    fc.property(both, ([left, right]) => {
      const back = align(right, left).map(({ kind, left: a, right: b, moved, weak }): Row => ({
        ...{ kind: turned[kind] ?? kind, left: b, right: a, moved, weak },
      }));
      expect(sorted(back)).toEqual(sorted(align(left, right)));
    }),
    options,
  );
});
