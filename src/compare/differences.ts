/** The text of a row as a reader sees it: paragraph by paragraph, word by word. */
import type { Row } from './align.ts';
import { diffWords, type Piece } from './diff.ts';
import { alignLines, type LineGroup } from './lines.ts';
import type { CutUnit } from './units.ts';
import { bagOf, likeness, type Weighing } from './weights.ts';

/** From here on a line is the same in another place. */
const same = 0.7;

/** A paragraph, item or table row. */
export interface Block {
  pieces: Piece[];
  /** It is only on one side here, and stands elsewhere in the row on the other side: items in another order. */
  moved: boolean;
}

/**
 * The blocks of a row. Over the blocks that have such pieces, what is not inserted is the left text line by line, what
 * is not deleted the right one.
 */
export function differences(
  row: Row,
  left: readonly CutUnit[],
  right: readonly CutUnit[],
  weighing: Weighing,
): Block[] {
  const before = row.left.flatMap((at) => left[at]!.lines);
  const after = row.right.flatMap((at) => right[at]!.lines);
  const groups = alignLines(before, after, weighing);
  const moved = findMoved(groups, weighing);
  return groups.map((group) => ({
    pieces: diffWords(withBreaks(group.left), withBreaks(group.right)),
    moved: moved.has(group),
  }));
}

/** Lines on one side only that are nearly the same as one of the other side. */
function findMoved(groups: LineGroup[], weighing: Weighing): Set<LineGroup> {
  const moved = new Set<LineGroup>();
  const added = groups.filter(({ left }) => left.length === 0);
  for (const removed of groups) {
    if (removed.right.length > 0) continue;
    const bag = bagOf(removed.left, weighing);
    const found = added.find(
      (group) => !moved.has(group) && likeness(bag, bagOf(group.right, weighing), weighing) >= same,
    );
    if (found) moved.add(removed).add(found);
  }
  return moved;
}

/** The words of several lines, with a break between two lines as a word of its own. */
function withBreaks(lines: LineGroup['left']): string[] {
  return lines.flatMap((words, at) => (at === 0 ? words : ['\n', ...words]));
}
