/** What a comparison comes to, in words. */
import type { Row, RowKind } from './align.ts';
import type { CutUnit } from './units.ts';

/** The names of the kinds, for readers. */
export const kindNames: Record<RowKind, string> = {
  unchanged: '文字相同',
  changed: '有修改',
  split: '拆分',
  merged: '合并',
  added: '新增',
  removed: '删除',
};

const order: RowKind[] = ['unchanged', 'changed', 'split', 'merged', 'added', 'removed'];

/** Whether a reader who looks for changes wants to see the row: another number alone is none. */
export function isChange({ kind, moved }: Row): boolean {
  return kind !== 'unchanged' || moved;
}

/** 甲39条、另1段，乙30条、另1段：文字相同2处，有修改14处（其中2处顺序有变）…; titles of chapters are not counted. */
export function summarise(
  rows: readonly Row[],
  left: readonly CutUnit[],
  right: readonly CutUnit[],
): string {
  const counted = rows.filter(({ left: [a], right: [b] }) =>
    [left[a ?? -1], right[b ?? -1]].some((unit) => unit && unit.kind !== 'title'),
  );
  const kinds = order.flatMap((kind) => {
    const own = counted.filter((row) => row.kind === kind);
    const moved = own.filter((row) => row.moved).length;
    const note = moved === 0 ? '' : `（其中${String(moved)}处顺序有变）`;
    return own.length === 0 ? [] : [`${kindNames[kind]}${String(own.length)}处${note}`];
  });
  return `甲${extentOf(left)}，乙${extentOf(right)}：${kinds.join('，')}。`;
}

function extentOf(units: readonly CutUnit[]): string {
  const articles = units.filter(({ article }) => article).length;
  const others = units.filter(({ article, kind }) => !article && kind !== 'title').length;
  if (articles === 0) return `${String(others)}段`;
  return `${String(articles)}条${others === 0 ? '' : `、另${String(others)}段`}`;
}
