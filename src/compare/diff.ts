/** What differs between two texts, word by word, so that a reader can follow it. */
import { diffArrays } from 'diff/lib/diff/array.js';

export interface Piece {
  kind: 'same' | 'deleted' | 'inserted';
  text: string;
}

/** Words that both have, or words of the left beside what stands for them on the right. */
type Block =
  | { same: readonly string[] }
  | { same?: undefined; deleted: readonly string[]; inserted: readonly string[] };

/** Below this share of words in common, text for text is easier to read than word for word. */
const leastInCommon = 0.2;

/**
 * The pieces of both texts in order: those that are not `inserted` joined are the left text, those that are not
 * `deleted` the right one.
 *
 * @param left, right words and marks.
 */
export function diffWords(left: readonly string[], right: readonly string[]): Piece[] {
  const blocks = slide(absorb(compareWords(left, right)));
  const inCommon = blocks.reduce((sum, { same = [] }) => sum + size(same), 0);
  const isRewritten = inCommon < leastInCommon * Math.max(size(left), size(right));
  return (isRewritten ? replaced(left, right) : blocks).flatMap((block) =>
    block.same
      ? piece('same', block.same)
      : [...piece('deleted', block.deleted), ...piece('inserted', block.inserted)],
  );
}

function replaced(left: readonly string[], right: readonly string[]): Block[] {
  return [{ deleted: left, inserted: right }];
}

function piece(kind: Piece['kind'], words: readonly string[]): Piece[] {
  return words.length === 0 ? [] : [{ kind, text: words.join('') }];
}

function compareWords(left: readonly string[], right: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (const { added, removed, value } of diffArrays([...left], [...right])) {
    const last = blocks.at(-1);
    if (!added && !removed) {
      blocks.push({ same: value });
      continue;
    }
    const change = last && !last.same ? last : { deleted: [], inserted: [] };
    const block = {
      deleted: removed ? [...change.deleted, ...value] : change.deleted,
      inserted: added ? [...change.inserted, ...value] : change.inserted,
    };
    if (change === last) blocks[blocks.length - 1] = block;
    else blocks.push(block);
  }
  return blocks;
}

/** Letters, digits and Han characters: marks say nothing of how much was kept. */
function size(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + (word.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
}

/**
 * Takes what is the same between two changes into them where it is little beside them: a 的 that both happen to have
 * would leave scraps. The rule is that of diff-match-patch's semantic clean-up, with half its measure.
 */
function absorb(blocks: Block[]): Block[] {
  const kept: Block[] = [];
  for (const block of blocks) {
    kept.push(block);
    for (let change = joinLast(kept); change; change = joinLast(kept)) kept.push(change);
  }
  return kept;
}

/** Takes the last three blocks away where they are better one change, and returns it. */
function joinLast(blocks: Block[]): Block | null {
  const [before, between, after] = blocks.slice(-3);
  if (!before || !between?.same || !after || before.same || after.same) return null;
  const extent = (block: { deleted: readonly string[]; inserted: readonly string[] }) =>
    Math.max(size(block.deleted), size(block.inserted));
  const little = size(between.same);
  if (little > 1 && 2 * little > Math.min(extent(before), extent(after))) return null;
  blocks.splice(-3);
  return {
    deleted: [...before.deleted, ...between.same, ...after.deleted],
    inserted: [...before.inserted, ...between.same, ...after.inserted],
  };
}

const mark = /^[，、；。：\n]$/;

/** Moves words that were only added or only left out to where they are a phrase: 甲，[乙，]丙 and not 甲[，乙]，丙. */
function slide(blocks: Block[]): Block[] {
  const slid = [...blocks];
  for (let at = 1; at < slid.length - 1; at++) {
    const [before, change, after] = [slid[at - 1]!, slid[at]!, slid[at + 1]!];
    if (change.same || !before.same || !after.same) continue;
    const isInserted = change.deleted.length === 0;
    if (!isInserted && change.inserted.length > 0) continue;
    const words = isInserted ? change.inserted : change.deleted;
    const all = [...before.same, ...words, ...after.same];
    const start = bestStart(all, before.same.length, words.length);
    const moved = all.slice(start, start + words.length);
    slid[at - 1] = { same: all.slice(0, start) };
    slid[at] = isInserted ? { deleted: [], inserted: moved } : { deleted: moved, inserted: [] };
    slid[at + 1] = { same: all.slice(start + words.length) };
  }
  return slid;
}

/** Where a change of some words can begin without another text coming out, the one that ends phrases best. */
function bestStart(all: readonly string[], start: number, length: number): number {
  const quality = (at: number) =>
    Number(at === 0 || mark.test(all[at - 1]!)) + Number(mark.test(all[at + length - 1]!));
  let best = start;
  for (let at = start; at > 0 && all[at - 1] === all[at + length - 1]; at--)
    if (quality(at - 1) > quality(best)) best = at - 1;
  for (let at = start; all[at + length] !== undefined && all[at] === all[at + length]; at++)
    if (quality(at + 1) > quality(best)) best = at + 1;
  return best;
}
