/**
 * Lines → paragraphs, where a line of the source is a paragraph unless a page or column break cut it.
 *
 * A cut paragraph ends in mid-sentence at a full printed line: its width plus the indent is a multiple of the
 * measure, and the two characters at the cut often stand together elsewhere in the text. Some pages come with
 * every printed line on its own line (raw sample 002, lines 1005–1054); they are joined as printed lines are.
 */
import { isStyle, readLabel, type Label } from '../../language/labels.ts';
import {
  beginsClosed,
  closesOpen,
  endsClause,
  endsOpen,
  endsSentence,
  endsWithAside,
  leavesOpen,
} from '../../language/sentences.ts';
import type { Boundary, Join } from '../../model/tree.ts';
import { contentSpans, widthOf, type Line } from '../sources/line.ts';
import type { Block } from './block.ts';
import type { JoinContext } from './join-lines.ts';
import { firstPieceWidth, indent } from './measure.ts';
import { LabelSequence } from './label-sequence.ts';
import { SegmentedText } from './segmented-text.ts';
import { beginsApart, standsAlone, titleLength } from '../split/standing-lines.ts';

/** Whether the text, indented, fills its last printed line; widths are less sure the longer it is. */
function fillsLine(text: string, measure: number): boolean {
  const width = widthOf(text) + indent;
  const tolerance = Math.min(0.75 + 0.15 * Math.floor(width / measure), 3);
  const rest = width % measure;
  return rest <= tolerance || rest >= measure - tolerance - 0.5;
}

/** 各县（市、区）人民政府，市政府各…: the beginning of a 主送机关, without its colon. */
function isListOfAuthorities(text: string): boolean {
  return /^(各|省|市|州|县|区|中央|驻)/.test(text) && /[，,、]/.test(text) && !endsClause(text);
}

type Decision = { join: Join['reason']; uncertain?: true } | { boundary: Boundary };

/**
 * Whether the labelled lines beside a label (one number less, one more) end as sentences do: then the label's own
 * line is a sentence too, and a heading where they do not. Null where there are none.
 */
function siblingsAreSentences(lines: Line[], index: number, label: Label): boolean | null {
  const [number] = label.number as [number];
  const sibling = (step: -1 | 1): boolean | null => {
    for (
      let at = index + step;
      at >= 0 && at < lines.length && Math.abs(at - index) <= 30;
      at += step
    ) {
      const other = readLabel(lines[at]!.text);
      if (other?.family !== label.family) continue;
      return other.number[0] === number + step ? endsClause(lines[at]!.text) : null;
    }
    return null;
  };
  const [before, after] = [sibling(-1), sibling(1)];
  return before === null && after === null ? null : before === true || after === true;
}

interface Place {
  /** The lines of the document, and the index of the paragraph's first one. */
  lines: Line[];
  first: number;
  /** The paragraph's last line. */
  last: Line;
}

/** Whether the printed line before `next` is full; of several lines without a blank one between them, the last. */
function isFull(paragraph: string, { last }: Place, next: Line, measure: number): boolean {
  if (next.gap > 0 || last.gap > 0 || last.width > measure * 1.3)
    return fillsLine(paragraph, measure);
  return last.width + firstPieceWidth(next.text) > measure - 0.75;
}

function decide(paragraph: string, place: Place, line: Line, context: JoinContext): Decision {
  const next = line.text;
  const apart: Decision = { boundary: { evidence: 'block' } };
  if (beginsClosed(next)) return { join: 'open-sentence' };
  if (closesOpen(paragraph, next)) return { join: 'open-bracket' };
  if (endsSentence(paragraph)) {
    // Two lines without a blank line between them, the first one full: one paragraph printed line by line.
    return line.gap === 0 && isFull(paragraph, place, line, context.measure)
      ? { join: 'full-line', uncertain: true }
      : apart;
  }
  if (endsOpen(paragraph)) return { join: 'open-sentence' };
  // 主送机关 cut by a page break: a list of authorities goes on to its colon.
  if (place.first === 0 && isListOfAuthorities(paragraph) && /^[^。；]{1,100}[：:]$/.test(next))
    return { join: 'page-break' };
  if (/[；;]$/.test(paragraph)) {
    return readLabel(paragraph) && endsClause(next) && !/^(——|第.步)/.test(next)
      ? { join: 'guess', uncertain: true }
      : apart;
  }
  if (endsClause(paragraph)) return apart;
  const full = isFull(paragraph, place, line, context.measure);
  const seen = context.neighbours.count(paragraph, next);
  if (line.gap === 0) return full || seen > 0 ? { join: 'full-line' } : apart;
  if (endsWithAside(paragraph))
    return full && seen > 2 ? { join: 'page-break', uncertain: true } : apart;
  const label = readLabel(paragraph);
  const body = label ? paragraph.slice(label.length) : paragraph;
  if (/[。；]/.test(body)) return { join: 'page-break' };
  // What is left is one clause without an end: a heading, a caption, or a paragraph cut early.
  if (widthOf(paragraph) + indent < context.measure - 1.5) return apart;
  const comma = /[，,]/.test(body);
  if (label && isStyle(label.family)) {
    const sentences = siblingsAreSentences(place.lines, place.first, label);
    if (sentences !== null) return sentences ? { join: 'page-break' } : apart;
  }
  if (full && seen > 0) return { join: 'page-break' };
  if (label?.family === 'article')
    return full || comma
      ? { join: 'page-break', ...(!full && { uncertain: true as const }) }
      : apart;
  if (!label && comma && full) return { join: 'page-break' };
  if (!label && comma && widthOf(paragraph) > context.measure * 1.5)
    return { join: 'page-break', uncertain: true };
  // A full line of listed words (失能、半失能、孤寡、残疾老年) or more than one line, and no end: no title of a
  // paragraph, as long as prose goes on.
  const goesOn = !readLabel(next) && (endsSentence(next) || widthOf(next) > context.measure * 1.5);
  if (!label && full && goesOn && (/、/.test(body) || widthOf(paragraph) > context.measure * 1.5))
    return { join: 'page-break', uncertain: true };
  return apart;
}

/** Repairs the paragraphs of one document's lines; table lines become blocks of kind `row`. */
export function joinBlocks(lines: Line[], context: JoinContext): Block[] {
  const blocks: Block[] = [];
  const labels = new LabelSequence(lines);
  let first = 0;
  const push = (own: Line[], boundary: Boundary, title = false) => {
    first = lines.indexOf(own[0]!, first);
    blocks.push({
      kind: own[0]!.tabbed ? 'row' : 'paragraph',
      lines: own,
      text: new SegmentedText(context.raw, own.flatMap(contentSpans)),
      boundary,
      joins: own.slice(1).map((line) => ({ at: line.start, reason: 'open-sentence' as const })),
      ...(title && { title: true as const }),
    });
  };
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const last = blocks.at(-1);
    const titled = titleLength(lines, index, context.titles);
    if (titled > 0 && (last === undefined || !leavesOpen(last.text.value))) {
      push(lines.slice(index, index + titled), { evidence: 'block' }, true);
      index += titled - 1;
      continue;
    }
    const label = labels.read(line.text, last?.text.value ?? '');
    const free =
      last === undefined ||
      last.kind !== 'paragraph' ||
      line.tabbed ||
      last.title ||
      beginsApart(line.text) ||
      standsAlone(last.text.value) ||
      line.listItem;
    if (free) {
      push([line], { evidence: 'block' });
    } else if (
      label &&
      labels.accepts(label, line.text, last.text.value, !endsOpen(last.text.value))
    ) {
      push([line], { evidence: 'label' });
    } else {
      const decision = decide(
        last.text.value,
        { lines, first, last: last.lines.at(-1)! },
        line,
        context,
      );
      if ('boundary' in decision) {
        push([line], decision.boundary);
      } else {
        last.lines.push(line);
        last.text = new SegmentedText(context.raw, last.lines.flatMap(contentSpans));
        last.joins.push({
          at: line.start,
          reason: decision.join,
          ...(decision.uncertain && { uncertain: true }),
        });
        continue;
      }
    }
    if (label && !line.tabbed) labels.push(label);
  }
  return blocks;
}
