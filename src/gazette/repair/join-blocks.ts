/**
 * Lines → paragraphs, where a line of the source is a paragraph unless a page or column break cut it.
 *
 * A cut paragraph ends in mid-sentence at a full printed line: its width plus the indent is a multiple of the
 * measure, and the two characters at the cut often stand together elsewhere in the text. One that was cut at the end
 * of a sentence looks like two paragraphs; where its last line is full, that is marked as uncertain. Some pages come
 * with every printed line on its own line (raw sample 002, lines 1005–1054); they are joined as printed lines are.
 */
import { isClosingFormula } from '../../language/closing-formulas.ts';
import { isStyle, readLabel } from '../../language/labels.ts';
import {
  beginsClosed,
  closesOpen,
  endsClause,
  endsOpen,
  endsSentence,
  endsWithAside,
  endsWithAsideAfterSentence,
  leavesOpen,
} from '../../language/sentences.ts';
import { isAddressee } from '../../language/standing-forms.ts';
import type { Line } from '../sources/line.ts';
import { beginsApart, standsAlone, titleLength } from '../split/standing-lines.ts';
import type { Block } from './block.ts';
import type { JoinContext } from './join-lines.ts';
import { fillOf } from './fit.ts';
import { LabelSequence } from './label-sequence.ts';
import { LabelledLines } from './labelled-lines.ts';
import { firstPieceWidth, indent } from './measure.ts';
import { OpenParagraph, type OpenParagraphStart } from './open-paragraph.ts';
import { decidePrinted, isListOfOrgans, type Decision } from './printed-lines.ts';
import { quotedLines } from './quotations.ts';
import { SiblingFacts } from './siblings.ts';

const apart: Decision = { boundary: 'block' };

/** A line of at most this share of the measure may be a printed one; longer ones are paragraphs. */
const printed = 1.3;

/** Words after which no paragraph ends, with or without a mark. */
const dangling = /[和与及或将把被]$/;

/** 各县（市、区）人民政府，市政府各…: the beginning of a 主送机关, without its colon. */
function isListOfAuthorities(text: string): boolean {
  return /^(各|省|市|州|县|区|中央|驻)/.test(text) && /[，,、]/.test(text) && !endsClause(text);
}

/** The paragraph stops in mid-sentence: no heading, for it holds a sentence or an opening mark before. */
function isInSentence({ tail, holds }: OpenParagraph): boolean {
  if (leavesOpen(tail) || endsOpen(tail)) return true;
  return (holds.stop || holds.comma) && !endsClause(tail) && !endsWithAside(tail);
}

class BlockJoiner {
  readonly #lines: Line[];
  readonly #context: JoinContext;
  readonly #labels: LabelSequence;
  readonly #labelled: LabelledLines;
  readonly #siblings: SiblingFacts;
  readonly #quoted: ReadonlySet<number>;
  readonly #blocks: Block[] = [];
  #open: OpenParagraph | null = null;
  /** Index of the open paragraph's first line. */
  #first = 0;

  constructor(lines: Line[], context: JoinContext) {
    this.#lines = lines;
    this.#context = context;
    this.#quoted = quotedLines(lines);
    this.#labels = new LabelSequence(lines.filter((_, index) => !this.#quoted.has(index)));
    this.#labelled = new LabelledLines(lines, context.measure);
    this.#siblings = new SiblingFacts(lines, context.measure);
  }

  join(): Block[] {
    for (let index = 0; index < this.#lines.length;) index += this.#take(index);
    this.#close();
    return this.#blocks;
  }

  /** Places the line at `index`; returns how many lines were taken. */
  #take(index: number): number {
    const line = this.#lines[index]!;
    const open = this.#open;
    const titled = titleLength(this.#lines, index, this.#context.titles);
    if (titled > 0 && !(open && isInSentence(open))) {
      const lines = this.#lines.slice(index, index + titled);
      this.#begin(lines, index, { boundary: { evidence: 'block' }, label: null, title: true });
      return titled;
    }
    const quoted = this.#quoted.has(index);
    const label = quoted ? null : this.#labels.read(line.text, open);
    if (!open || this.#isApart(open, line)) {
      this.#begin([line], index, { boundary: { evidence: 'block' }, label });
    } else if (
      label &&
      this.#labels.accepts(label, line.text, open, !endsOpen(open.tail)) &&
      !this.#isWordCut(open, line)
    ) {
      const inSentence = isInSentence(open);
      const uncertain =
        (line.gap === 0 || inSentence) &&
        this.#labels.mayBeInSentence(label, line.text, !inSentence);
      const boundary = { evidence: 'label' as const, ...(uncertain && { uncertain }) };
      this.#begin([line], index, { boundary, label });
    } else if (quoted && (endsClause(open.tail) || readLabel(line.text.replace(/^“/, '')))) {
      this.#begin([line], index, { boundary: { evidence: 'block' }, label: null });
    } else {
      const decision = this.#decide(open, index);
      const uncertain = decision.uncertain ?? false;
      if ('join' in decision) {
        open.add(line, decision.join, uncertain);
        return 1;
      }
      const boundary = { evidence: decision.boundary, ...(uncertain && { uncertain }) };
      this.#begin([line], index, { boundary, label });
    }
    if (label && !line.tabbed) this.#labels.push(label);
    return 1;
  }

  /** Whether the line is no continuation by its form or by that of the paragraph before. */
  #isApart(open: OpenParagraph, line: Line): boolean {
    return (
      open.last.tabbed ||
      line.tabbed ||
      line.listItem ||
      open.title ||
      beginsApart(line.text) ||
      (open.lines.length === 1 && standsAlone(open.last.text))
    );
  }

  /** 建立“覆盖范围统一、筹资政策统 / 一、待遇水平统一: what looks like a label is the rest of a word. */
  #isWordCut(open: OpenParagraph, line: Line): boolean {
    return (
      isInSentence(open) &&
      this.#context.neighbours.count(open.tail, line.text) > 1 &&
      fillOf(open, line, this.#context.measure) !== null
    );
  }

  #decide(open: OpenParagraph, index: number): Decision {
    const line = this.#lines[index]!;
    const next = line.text;
    const { tail, last } = open;
    const { measure } = this.#context;
    if (beginsClosed(next)) return { join: 'open-sentence' };
    if (closesOpen(tail, next)) return { join: 'open-bracket' };
    if (line.gap === 0 && Math.max(line.width, last.width) <= measure * printed) {
      const context = { ...this.#context, pageMeasure: measure };
      return decidePrinted(open, line, this.#lines[index + 1], this.#siblings.of(open), context);
    }
    const fill = fillOf(open, line, measure);
    const full = fill !== null;
    const prose =
      !isClosingFormula(next) &&
      (endsClause(next) || endsWithAside(next) || line.width > measure * 0.8);
    const doubtful: Decision = {
      boundary: 'block',
      uncertain: full && prose && !this.#isSurelyApart(open, next, fill === 'nearly'),
    };
    if (endsSentence(tail)) {
      // Two lines without a blank line between them, the first one full: one paragraph printed line by line.
      return line.gap === 0 && full ? { join: 'full-line', uncertain: true } : doubtful;
    }
    if (endsOpen(tail)) return { join: 'open-sentence' };
    // 主送机关 cut by a page break: a list of authorities goes on to its colon.
    if (this.#first === 0 && isListOfAuthorities(tail) && /^[^。；]{1,100}[：:]$/.test(next))
      return { join: 'page-break' };
    if (/[；;]$/.test(tail)) {
      return open.printed && endsClause(next) && !/^(——|第.步)/.test(next)
        ? { join: 'guess', uncertain: true }
        : doubtful;
    }
    if (endsClause(tail)) return doubtful;
    return this.#decideUnfinished(open, line, full, doubtful);
  }

  /** Whether a paragraph ends here although its last line is full: its column goes on, or the next one is like it. */
  #isSurelyApart(open: OpenParagraph, next: string, nearly: boolean): boolean {
    return (
      (nearly && this.#context.columns?.placeOf(open.last) === 'inside') ||
      (open.lines.length === 1 && this.#labelled.areShort(open.printed, this.#first)) ||
      // 会议听取… / 会议传达…
      (nearly && endsSentence(open.tail) && open.lines[0]!.text.slice(0, 2) === next.slice(0, 2)) ||
      (this.#first === 0 && isAddressee(open.tail))
    );
  }

  /** A paragraph without an end mark: cut in mid-sentence, or a heading, a caption, a signature. */
  #decideUnfinished(open: OpenParagraph, line: Line, full: boolean, doubtful: Decision): Decision {
    const { measure, neighbours } = this.#context;
    const { tail, printed: label, holds } = open;
    const seen = neighbours.count(tail, line.text);
    if (line.gap === 0) return full || seen > 0 ? { join: 'full-line' } : apart;
    if (leavesOpen(tail.slice(-80)) || dangling.test(tail))
      return { join: 'open-sentence', uncertain: !full };
    if (endsWithAsideAfterSentence(tail)) return doubtful;
    if (endsWithAside(tail))
      return full && seen > 2 ? { join: 'page-break', uncertain: true } : doubtful;
    if (holds.stop) return { join: 'page-break', uncertain: !full && seen === 0 };
    // What is left is one clause without an end: a heading, a caption, or a paragraph cut early.
    if (open.width + indent + firstPieceWidth(line.text) < measure - 0.5) return apart;
    const heading = label !== null && isStyle(label.family);
    if (heading) {
      const sentences = this.#labelled.areSentences(label, this.#first);
      if (sentences === true)
        return {
          join: 'page-break',
          uncertain: !holds.comma && !holds.colon && open.width < measure,
        };
      // The heading itself is cut: 规范 / 化向农村和社区延伸.
      const bare = line.width < measure && !endsClause(line.text) && !readLabel(line.text);
      if (sentences === false && full && (bare || seen > 0))
        return bare && seen > 0
          ? { join: 'page-break', uncertain: true }
          : { boundary: 'block', uncertain: true };
      if (sentences === false) return apart;
    }
    if (isListOfOrgans(open)) return doubtful;
    if (full && seen > 0) return { join: 'page-break', uncertain: heading && !holds.comma };
    const lines = open.width > measure * 1.5;
    if (label?.family === 'article')
      return full || holds.comma || lines ? { join: 'page-break', uncertain: !full } : apart;
    if (label) return doubtful;
    if (holds.comma && full) return { join: 'page-break' };
    if (lines && (full || holds.comma || seen > 2)) return { join: 'page-break', uncertain: true };
    // A full line of listed words (失能、半失能、孤寡、残疾老年) and no end: no title of a paragraph, as long as prose
    // goes on.
    const goesOn = !readLabel(line.text) && (endsClause(line.text) || line.width > measure * 0.8);
    return full && goesOn && (holds.list || /^\d/.test(line.text))
      ? { join: 'page-break', uncertain: true }
      : { boundary: 'block', uncertain: goesOn && (full || lines) };
  }

  #begin(lines: Line[], index: number, start: OpenParagraphStart): void {
    this.#close();
    this.#open = new OpenParagraph(lines, start);
    this.#first = index;
  }

  #close(): void {
    if (!this.#open) return;
    this.#siblings.push(this.#open);
    this.#blocks.push(this.#open.toBlock(this.#context.raw));
    this.#open = null;
  }
}

/** Repairs the paragraphs of one document's lines; table lines become blocks of kind `row`. */
export function joinBlocks(lines: Line[], context: JoinContext): Block[] {
  return new BlockJoiner(lines, context).join();
}
