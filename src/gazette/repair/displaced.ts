/**
 * The end of a paragraph that an OCR export gives before its beginning, because it read two columns in the wrong order
 * (raw sample 000: 虚假等原因造成…责任。 stands before 第四章, the end of 第十六条 对上报信息审查不严，因涉密，). It is put where it
 * belongs only if one paragraph of the text wants an end and one other has no beginning.
 */
import { endsSentence } from '../../language/sentences.ts';
import type { Block } from './block.ts';
import { SegmentedText } from './segmented-text.ts';

/** Paragraphs of one column: the end is not further off. */
const reach = 40;

/** The paragraph stops in mid-sentence, and what follows is none of it. */
function wantsEnd(block: Block, next: Block | undefined): boolean {
  return (
    block.kind === 'paragraph' &&
    /[，,、]$/.test(block.text.value) &&
    (next === undefined || next.kind !== 'paragraph' || next.label !== null || next.title === true)
  );
}

/**
 * A whole sentence without a beginning between paragraphs that want none: it opens with what only goes on with something
 * (…等原因 after the last of a list; 的, 和, 或者).
 */
function lacksBeginning(block: Block, before: Block | undefined, next: Block | undefined): boolean {
  if (block.kind !== 'paragraph' || block.label !== null || block.title) return false;
  const { value } = block.text;
  const goesOn =
    /^(?:的|和|及|与|或|并且|以及)/.test(value) ||
    /^[\p{Script=Han}]{1,4}等(?![级候于待同等额])[\p{Script=Han}]/u.test(value);
  return (
    goesOn &&
    endsSentence(value) &&
    (before === undefined || before.kind !== 'paragraph' || endsSentence(before.text.value)) &&
    (next === undefined || next.label !== null)
  );
}

function joined(raw: string, open: Block, end: Block): Block {
  return {
    ...open,
    lines: [...open.lines, ...end.lines],
    text: new SegmentedText(raw, [...open.text.segments, ...end.text.segments]),
    joins: [
      ...open.joins,
      { at: end.text.offsetAt(0), reason: 'column-order', uncertain: true },
      ...end.joins,
    ],
  };
}

/** Puts a displaced end of a paragraph back. All other blocks stay as they are. */
export function returnDisplaced(raw: string, blocks: Block[]): Block[] {
  const open = blocks.flatMap((block, index) =>
    wantsEnd(block, blocks[index + 1]) ? [index] : [],
  );
  const ends = blocks.flatMap((block, index) =>
    lacksBeginning(block, blocks[index - 1], blocks[index + 1]) ? [index] : [],
  );
  const [at] = open;
  const [end] = ends;
  if (open.length !== 1 || ends.length !== 1 || at === undefined || end === undefined)
    return blocks;
  if (at === end || Math.abs(at - end) > reach) return blocks;
  return blocks.flatMap((block, index) => {
    if (index === end) return [];
    return index === at ? [joined(raw, block, blocks[end]!)] : [block];
  });
}
