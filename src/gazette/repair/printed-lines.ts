/**
 * Whether two printed lines belong to one paragraph, where neither a label nor a standing form decides.
 *
 * Three observations, each with its own doubt: whether the line ends before its measure, whether the next one is
 * indented, and what the sentence says. They agree nearly always; where they contradict each other, or width says
 * nothing, the decision is marked as uncertain. In the five gazettes a short line decides about 96 % of paragraph
 * ends, and of full lines that end a sentence before an unlabelled one, 84 % end a paragraph.
 */
import { isClosingFormula } from '../../language/closing-formulas.ts';
import { isStyle } from '../../language/labels.ts';
import {
  beginsClosed,
  closesOpen,
  endsClause,
  endsOpen,
  endsSentence,
  endsWithAside,
  leavesOpen,
} from '../../language/sentences.ts';
import { readOrgans } from '../../language/standing-forms.ts';
import { hasHan } from '../../language/text.ts';
import type { Boundary, Join } from '../../model/tree.ts';
import type { Line } from '../sources/line.ts';
import { fitOf, indentationOf, roomOf, type Fit, type Indentation } from './fit.ts';
import { indent } from './measure.ts';
import type { Neighbours } from './neighbours.ts';
import type { OpenParagraph } from './open-paragraph.ts';

export type Decision =
  | { join: Join['reason']; uncertain?: boolean }
  | { boundary: Boundary['evidence']; uncertain?: boolean };

export interface PrintedContext {
  /** Ems of a full line of a column. */
  measure: number;
  /** Ems of a full line over the page; the same as `measure` where no line can be told to be one. */
  pageMeasure: number;
  neighbours: Neighbours;
}

/** What the paragraphs around say of this one. */
export interface Siblings {
  /** The paragraph labelled one number less is a heading (true) or a sentence (false); null where there is none. */
  heading: boolean | null;
  /** The paragraph before ends in ； or ：, without a label: a list whose entries bear no labels. */
  list: boolean;
  /** In this text, asides in brackets (（责任单位：…）) have lines of their own, or go on after the sentence. */
  asides: { apart: number; inline: number };
}

/** Whether a line stands over the full page, not in a column. */
export function isWide(line: Line, measure: number): boolean {
  return line.width > measure * 1.25;
}

/** The paragraph began with a line over the full page. */
function isOverPage(open: OpenParagraph, { measure, pageMeasure }: PrintedContext): boolean {
  return pageMeasure > measure && isWide(open.lines[0]!, measure);
}

/** The measure of the paragraph's last line: the first one is indented. */
export function measureOf(open: OpenParagraph, context: PrintedContext): number {
  const full = isOverPage(open, context) ? context.pageMeasure : context.measure;
  return open.lines.length === 1 ? full - indent : full;
}

/** Decides between the paragraph's last line and the next one. */
export function decidePrinted(
  open: OpenParagraph,
  next: Line,
  after: Line | undefined,
  siblings: Siblings,
  context: PrintedContext,
): Decision {
  const line = open.last;
  const wide = isOverPage(open, context);
  if (beginsClosed(next.text)) return { join: 'open-sentence' };
  // Lines wider than any page known: no width tells, so the sentence decides.
  if (wide && Math.max(line.width, next.width) > context.pageMeasure + 2)
    return endsClause(line.text) ? { boundary: 'grammar' } : { join: 'full-line' };
  const measure = measureOf(open, context);
  const indentation = indentationOf(next, after, wide ? context.pageMeasure : context.measure);
  const ended = endsSentence(line.text) || endsWithAside(open.tail);
  const whole = ended || endsClause(line.text);
  const fit = fitOf(line, next, measure);
  if (fit === 'early') {
    const loose = whole ? null : goesOnLoose(open, next, indentation, siblings, context);
    return loose ?? { boundary: 'short-line', uncertain: !whole && runsOver(open, next, context) };
  }
  if (!wide && isWide(next, context.measure)) return { boundary: 'indent' };
  if (!whole) return decideUnfinished(open, next, { fit, indentation }, siblings, context);
  if (closesOpen(open.tail, next.text) || (leavesOpen(open.tail) && !endsSentence(line.text)))
    return { join: 'open-bracket' };
  if (indentation === 'flush') return { join: 'full-line' };
  return ended
    ? decideEnded(next, indentation, siblings)
    : decidePaused(open, next, indentation, siblings);
}

/** A sentence stands open, and a word that is met elsewhere runs over the line's end. */
function runsOver(
  { last, holds }: OpenParagraph,
  next: Line,
  { neighbours }: PrintedContext,
): boolean {
  const word = hasHan(last.text.slice(-1)) && neighbours.count(last.text, next.text) > 0;
  return (holds.comma || holds.stop) && word;
}

/** A sentence that stops without a mark before the margin: the line was set loose, or it is a paragraph's end. */
function goesOnLoose(
  open: OpenParagraph,
  next: Line,
  indentation: Indentation,
  siblings: Siblings,
  context: PrintedContext,
): Decision | null {
  const measure = measureOf(open, context);
  const { text } = open.last;
  // No paragraph ends within a title or bracket that its last line opens.
  if (leavesOpen(text)) return { join: 'open-bracket' };
  if (/[，、,]$/.test(text)) return { join: 'open-sentence', uncertain: true };
  if (open.last.width > measure * 0.8 && isOverPage(open, context))
    return { join: 'open-sentence', uncertain: true };
  // The line is full for a first one: it was joined wrongly, but what follows is its own.
  if (open.joinedUncertainly && fitOf(open.last, next, measure - indent) !== 'early')
    return { join: 'open-sentence', uncertain: true };
  if (roomOf(open.last, next, measure) >= 2.5 || indentation === 'indented') return null;
  const heading = mayBeHeading(open);
  if (heading && siblings.heading === true && indentation !== 'flush') return null;
  const prose = open.holds.comma || open.holds.stop || (indentation === 'flush' && !heading);
  return prose ? { join: 'open-sentence', uncertain: true } : null;
}

/** 一、 or 1. and no sentence yet. */
function mayBeHeading({ printed, holds }: OpenParagraph): boolean {
  return printed !== null && isStyle(printed.family) && !holds.stop;
}

/** 市财政局 市民政局 on a line of its own: the issuers under the title of a forwarded text. */
export function isListOfOrgans({ lines, last: { text } }: OpenParagraph): boolean {
  return lines.length === 1 && /\s/.test(text) && !/[、，]/.test(text) && readOrgans(text) !== null;
}

const spacedHan = /\p{Script=Han}\s+\p{Script=Han}/u;

/** 组 长：张 三 市发改委主任 / 副组长：…: entries of a list of names, which end in no mark. */
function areEntries({ lines, last, printed, holds }: OpenParagraph, next: Line): boolean {
  const plain = lines.length === 1 && printed === null && !holds.comma && !holds.stop;
  return plain && spacedHan.test(last.text) && spacedHan.test(next.text);
}

/** A full line in mid-sentence: it goes on, unless it is a heading that happens to fill its line. */
function decideUnfinished(
  open: OpenParagraph,
  next: Line,
  { fit, indentation }: { fit: Fit; indentation: Indentation },
  siblings: Siblings,
  { measure, neighbours }: PrintedContext,
): Decision {
  const { text } = open.last;
  if (indentation !== 'flush' && (isListOfOrgans(open) || areEntries(open, next)))
    return { boundary: 'grammar', uncertain: true };
  const { stop, comma, colon } = open.holds;
  const heading =
    mayBeHeading(open) &&
    open.width <= measure * 2 &&
    (siblings.heading === true ||
      (siblings.heading === null && !colon && (open.lines.length === 1 || !comma)));
  if (!heading || stop || endsOpen(text) || leavesOpen(open.tail)) {
    const mayEnd = mayBeHeading(open) && !comma && !colon && open.lines.length === 1;
    const doubtful = mayEnd && indentation === 'indented' && fit === 'open' && !endsOpen(text);
    return { join: 'full-line', uncertain: doubtful };
  }
  const word = hasHan(text.slice(-1)) && neighbours.count(text, next.text) > 0;
  if (indentation === 'indented' && !word) return { boundary: 'indent', uncertain: true };
  const mayBegin = indentation !== 'flush' && siblings.heading === true && open.lines.length === 1;
  return { join: 'full-line', uncertain: indentation === 'indented' || (mayBegin && !word) };
}

/** A full line that ends a sentence. */
function decideEnded(next: Line, indentation: Indentation, siblings: Siblings): Decision {
  const { apart, inline } = siblings.asides;
  if (/^[（(〔[]/.test(next.text) && indentation !== 'indented') {
    return apart > inline
      ? { boundary: 'guess', uncertain: true }
      : { join: 'guess', uncertain: true };
  }
  if (indentation === 'indented') {
    const aside = /^[（(〔[]/.test(next.text) && apart <= inline;
    return { boundary: 'indent', uncertain: aside };
  }
  if (isClosingFormula(next.text)) return { boundary: 'grammar' };
  // A line that ends nothing and is too short to be full stands alone: a signature, a heading.
  if (indentation === 'short' && !endsClause(next.text)) return { boundary: 'grammar' };
  // As wide as an indented line, and at its end: a paragraph of one line is rarer than a last line.
  if (indentation === 'ending' || /[；;：:]$/.test(next.text))
    return { join: 'guess', uncertain: true };
  return { boundary: 'guess', uncertain: true };
}

/** A full line that ends in ； or ：, which end the entries of a list, but also parts of a sentence. */
function decidePaused(
  open: OpenParagraph,
  next: Line,
  indentation: Indentation,
  siblings: Siblings,
): Decision {
  if (/[：:]$/.test(open.last.text)) {
    const latin = /^[\w/]/.test(next.text);
    if (indentation === 'indented' && !latin)
      return {
        boundary: 'indent',
        uncertain: !/(?:如下|下列|以下|名单)[：:]$/.test(open.last.text),
      };
    return latin || open.lines.length > 1
      ? { join: 'guess', uncertain: true }
      : { boundary: 'guess', uncertain: true };
  }
  const entry = !open.printed && (open.lines.length === 1 || siblings.list);
  if (!entry) return { join: 'open-sentence', uncertain: indentation === 'indented' };
  if (indentation === 'indented') return { boundary: 'indent' };
  return { boundary: 'guess', uncertain: !/[；;]$/.test(next.text) || indentation === 'either' };
}
