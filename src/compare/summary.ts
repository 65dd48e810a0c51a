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

/** 甲39条、另1段，乙30条、另1段：文字相同2处，有修改15处（其中3处顺序有变）…；另有标题10处变化。 */
export function summarise(
  rows: readonly Row[],
  left: readonly CutUnit[],
  right: readonly CutUnit[],
): string {
  const isTitle = (row: Row) => (left[row.left[0] ?? -1] ?? right[row.right[0]!]!).kind === 'title';
  const kinds = order.flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind && !isTitle(row));
    const moved = own.filter((row) => row.moved).length;
    const note = moved === 0 ? '' : `（其中${String(moved)}处顺序有变）`;
    return own.length === 0 ? [] : [`${kindNames[kind]}${String(own.length)}处${note}`];
  });
  const titles = rows.filter((row) => isTitle(row) && isChange(row)).length;
  const rest = titles === 0 ? '' : `；另有章节等标题${String(titles)}处变化`;
  return `甲${extentOf(left)}，乙${extentOf(right)}：${kinds.join('，')}${rest}。`;
}

function extentOf(units: readonly CutUnit[]): string {
  const articles = units.filter(({ article }) => article).length;
  const others = units.filter(({ article, kind }) => !article && kind !== 'title').length;
  if (articles === 0) return `${String(others)}段`;
  return `${String(articles)}条${others === 0 ? '' : `、另${String(others)}段`}`;
}
