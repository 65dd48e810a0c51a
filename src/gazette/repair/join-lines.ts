/**
 * Printed lines → paragraphs, where every printed line is a line of the source.
 *
 * The evidence, strongest first: a printed label that fits its place; a line that ends although the next piece
 * would have fitted (short line); a line two ems shorter than the measure (the indent of a first line); the
 * sentence. In the five gazettes a short line decides about 96 % of paragraph ends.
 */
import { isStyle, readLabel } from '../../language/labels.ts';
import {
  beginsClosed,
  endsClause,
  endsOpen,
  endsSentence,
  endsWithAside,
  leavesOpen,
} from '../../language/sentences.ts';
import { hasHan } from '../../language/text.ts';
import type { Boundary, Join } from '../../model/tree.ts';
import { contentSpans, type Line } from '../sources/line.ts';
import type { Block } from './block.ts';
import { LabelSequence } from './label-sequence.ts';
import { firstPieceWidth, indent } from './measure.ts';
import type { Neighbours } from './neighbours.ts';
import { SegmentedText } from './segmented-text.ts';
import { beginsApart, standsAlone, titleLength } from '../split/standing-lines.ts';

const tolerance = 0.5;

type Decision = { join: Join['reason']; uncertain?: true } | { boundary: Boundary };

export interface JoinContext {
  raw: string;
  /** Ems of a full line of a column. */
  measure: number;
  /** Folded titles (`foldLetters`) of texts that documents carry. */
  titles: ReadonlySet<string>;
  neighbours: Neighbours;
}

/** Whether a line stands over the full page, not in a column. */
function isWide(line: Line, measure: number): boolean {
  return line.width > measure * 1.25;
}

/** Whether the first piece of the next line would still have fitted into a line of this measure. */
function endsEarly(line: Line, next: Line, measure: number): boolean {
  return line.width + firstPieceWidth(next.text) <= measure - tolerance;
}

/** The measure left for a line: a paragraph's first one is indented. */
function measureOf(first: boolean, measure: number): number {
  return first ? measure - indent : measure;
}

/** Whether the line's width says that it is indented: full for a first line, short for another. */
function isIndented(line: Line, after: Line | undefined, measure: number): boolean | null {
  if (line.width >= measure - indent + 0.75) return false;
  if (line.width < measure - indent - 1.5 || !after) return null;
  return endsEarly(line, after, measure - indent) ? null : true;
}

interface OpenFacts {
  /** The paragraph began with a line over the full page. */
  wide: boolean;
  /** Only its first line is printed so far. */
  first: boolean;
  /** The paragraph labelled one number less is a heading (true) or a sentence (false); null where there is none. */
  siblingIsHeading: boolean | null;
}

/** Decides between two lines of which neither begins with a fitting label nor stands alone. */
function decide(
  line: Line,
  next: Line,
  after: Line | undefined,
  paragraph: string,
  open: OpenFacts,
  context: JoinContext,
): Decision {
  const { measure } = context;
  if (beginsClosed(next.text)) return { join: 'open-sentence' };
  if (open.wide) {
    // Lines over the full page: the measure of the page is not known, so the sentence decides.
    if (endsClause(line.text)) return { boundary: { evidence: 'grammar' } };
    if (line.width > measure * 1.75) return { join: 'full-line' };
    return endsOpen(line.text) || leavesOpen(paragraph)
      ? { join: 'open-sentence' }
      : { boundary: { evidence: 'short-line' } };
  }
  if (endsEarly(line, next, measureOf(open.first, measure))) {
    // A sentence that stops without a mark a little before the margin: the line was set loose.
    const loose =
      line.width > measureOf(open.first, measure) - 3.5 &&
      !endsClause(line.text) &&
      !endsWithAside(paragraph);
    if (loose && /[，,]/.test(paragraph) && isIndented(next, after, measure) !== true)
      return { join: 'open-sentence', uncertain: true };
    // Nor does a paragraph end within a title or bracket that its last line opens: the line was squeezed.
    if (!endsClause(line.text) && leavesOpen(line.text)) return { join: 'open-bracket' };
    return { boundary: { evidence: 'short-line' } };
  }
  if (isWide(next, measure)) return { boundary: { evidence: 'indent' } };
  const indented = isIndented(next, after, measure);
  const complete = endsClause(line.text) || endsWithAside(paragraph);
  if (!complete) {
    const label = readLabel(paragraph);
    const heading =
      label !== null &&
      isStyle(label.family) &&
      paragraph.length <= measure * 2 &&
      (open.siblingIsHeading === true
        ? !/[。；]/.test(paragraph)
        : open.siblingIsHeading === null &&
          !(open.first ? /[。；：]/ : /[。；，：]/).test(paragraph));
    const word = hasHan(line.text.slice(-1)) && context.neighbours.count(line.text, next.text) > 0;
    if (heading && indented === true && !endsOpen(line.text) && !leavesOpen(paragraph) && !word) {
      return { boundary: { evidence: 'indent', uncertain: true } };
    }
    return { join: 'full-line' };
  }
  if (leavesOpen(paragraph) && !endsSentence(line.text)) return { join: 'open-bracket' };
  if (indented === true) return { boundary: { evidence: 'indent' } };
  if (indented === false) return { join: 'full-line' };
  if (/[：:]$/.test(line.text)) return { boundary: { evidence: 'grammar', uncertain: true } };
  return { join: 'guess', uncertain: true };
}

/** The paragraph being built. */
interface Open {
  lines: Line[];
  boundary: Boundary;
  joins: Join[];
  text: string;
  /** It began with a line over the full page. */
  wide: boolean;
  title: boolean;
}

class LineJoiner {
  readonly #lines: Line[];
  readonly #context: JoinContext;
  readonly #labels: LabelSequence;
  readonly #blocks: Block[] = [];
  /** The last paragraph of each label family. */
  readonly #labelled = new Map<string, { number: number; text: string }>();
  #open: Open | null = null;

  constructor(lines: Line[], context: JoinContext) {
    this.#lines = lines;
    this.#labels = new LabelSequence(lines);
    this.#context = context;
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
    const previous = this.#lines[index - 1];
    const ended = !open || !previous || this.#hasEnded(open, previous, line);
    const titled = ended ? titleLength(this.#lines, index, this.#context.titles) : 0;
    if (titled > 0) {
      const lines = this.#lines.slice(index, index + titled);
      this.#begin(lines, { evidence: 'block' }, true);
      return titled;
    }
    const label = this.#labels.read(line.text, open?.text ?? '');
    if (!open || !previous || open.title || beginsApart(line.text) || standsAlone(previous.text)) {
      this.#begin([line], { evidence: 'block' });
    } else if (label && this.#labels.accepts(label, line.text, open.text, ended)) {
      this.#begin([line], { evidence: 'label' });
    } else {
      const inline = label !== null && this.#labels.isInline(label, open.text);
      const place = {
        wide: open.wide,
        first: open.lines.length === 1,
        siblingIsHeading: this.#siblingIsHeading(open),
      };
      const decision: Decision = inline
        ? { join: 'open-sentence' }
        : decide(previous, line, this.#lines[index + 1], open.text, place, this.#context);
      if ('join' in decision) {
        this.#add(open, line, decision);
        return 1;
      }
      this.#begin([line], decision.boundary);
    }
    if (label) this.#labels.push(label);
    return 1;
  }

  /** Whether the open paragraph is at its end before `line`, by evidence other than a label. */
  #hasEnded(open: Open, previous: Line, line: Line): boolean {
    const heading =
      open.lines.length === 1 && readLabel(open.text) !== null && !/[。；，]/.test(open.text);
    const measure = measureOf(open.lines.length === 1, this.#context.measure);
    return (
      open.title ||
      heading ||
      endsClause(previous.text) ||
      endsWithAside(open.text) ||
      endsEarly(previous, line, measure) ||
      standsAlone(previous.text)
    );
  }

  #siblingIsHeading(open: Open): boolean | null {
    const label = readLabel(open.text);
    const before = label && this.#labelled.get(label.family);
    if (!label || !before || before.number !== label.number[0]! - 1) return null;
    return !endsClause(before.text) && !endsWithAside(before.text);
  }

  #begin(lines: Line[], boundary: Boundary, title = false): void {
    this.#close();
    const [first, ...rest] = lines as [Line, ...Line[]];
    this.#open = {
      lines,
      boundary,
      joins: rest.map(({ start }) => ({ at: start, reason: 'open-sentence' })),
      text: first.text,
      wide: isWide(first, this.#context.measure),
      title,
    };
  }

  #add(
    open: Open,
    line: Line,
    { join, uncertain }: { join: Join['reason']; uncertain?: true },
  ): void {
    open.lines.push(line);
    open.joins.push({
      at: line.start,
      reason: line.pageStart ? 'page-break' : join,
      ...(uncertain && { uncertain }),
    });
    open.text += line.text;
  }

  #close(): void {
    if (!this.#open) return;
    const { lines, boundary, joins, title, text } = this.#open;
    const label = readLabel(text);
    if (label) this.#labelled.set(label.family, { number: label.number[0]!, text });
    this.#blocks.push({
      kind: 'paragraph',
      lines,
      text: new SegmentedText(this.#context.raw, lines.flatMap(contentSpans)),
      boundary,
      joins,
      ...(title && { title: true as const }),
    });
    this.#open = null;
  }
}

/** Repairs the paragraphs of one document's lines. Lines of a flattened table must not be among them. */
export function joinLines(lines: Line[], context: JoinContext): Block[] {
  return new LineJoiner(lines, context).join();
}
