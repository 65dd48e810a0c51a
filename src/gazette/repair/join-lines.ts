/**
 * Printed lines → paragraphs, where every printed line is a line of the source.
 *
 * The evidence, strongest first: a standing form or a known title; a printed label that fits its place; width,
 * indentation and sentence (`printed-lines.ts`).
 */
import { readLabel, type Label } from '../../language/labels.ts';
import { endsClause, endsWithAside } from '../../language/sentences.ts';
import { isAddressee } from '../../language/standing-forms.ts';
import type { Boundary } from '../../model/tree.ts';
import type { Line } from '../sources/line.ts';
import { beginsApart, standsAlone, titleLength } from '../split/standing-lines.ts';
import type { Block } from './block.ts';
import type { Columns } from './columns.ts';
import { fitOf } from './fit.ts';
import { LabelSequence } from './label-sequence.ts';
import { OpenParagraph } from './open-paragraph.ts';
import { decidePrinted, measureOf, type PrintedContext } from './printed-lines.ts';
import { quotedLines } from './quotations.ts';
import { SiblingFacts } from './siblings.ts';

export interface JoinContext extends PrintedContext {
  raw: string;
  /** Folded titles (`foldLetters`) of texts that documents carry. */
  titles: ReadonlySet<string>;
  /** Where columns end, in a text whose lines are paragraphs. */
  columns: Columns | null;
}

class LineJoiner {
  readonly #lines: Line[];
  readonly #context: JoinContext;
  readonly #labels: LabelSequence;
  readonly #siblings: SiblingFacts;
  readonly #quoted: ReadonlySet<number>;
  readonly #blocks: Block[] = [];
  #open: OpenParagraph | null = null;

  constructor(lines: Line[], context: JoinContext) {
    this.#lines = lines;
    this.#context = context;
    this.#quoted = quotedLines(lines);
    this.#labels = new LabelSequence(lines.filter((_, index) => !this.#quoted.has(index)));
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
    const ended = !open || this.#hasEnded(open, line);
    const titled = ended ? titleLength(this.#lines, index, this.#context.titles) : 0;
    if (titled > 0) {
      this.#begin(this.#lines.slice(index, index + titled), { evidence: 'block' }, null, true);
      return titled;
    }
    const quoted = this.#quoted.has(index);
    const label = quoted ? null : this.#labels.read(line.text, open);
    if (!open || open.title || beginsApart(line.text) || standsAlone(open.last.text)) {
      this.#begin([line], { evidence: 'block' }, label);
    } else if (label && this.#labels.accepts(label, line.text, open, ended)) {
      const uncertain =
        !this.#isEarly(open, line) && this.#labels.mayBeInSentence(label, line.text, ended);
      this.#begin([line], { evidence: 'label', ...(uncertain && { uncertain }) }, label);
    } else if (quoted && ended && readLabel(line.text.replace(/^“/, ''))) {
      this.#begin([line], { evidence: 'label' }, null);
    } else if (this.#blocks.length === 0 && isAddressee(open.tail)) {
      this.#begin([line], { evidence: 'grammar' }, label);
    } else if (label && this.#labels.isInline(label, open) && !this.#isEarly(open, line)) {
      this.#add(open, line, 'open-sentence');
      return 1;
    } else {
      const siblings = this.#siblings.of(open);
      const decision = decidePrinted(open, line, this.#lines[index + 1], siblings, this.#context);
      const { uncertain = false } = decision;
      if ('join' in decision) {
        this.#add(open, line, decision.join, uncertain);
        return 1;
      }
      const boundary = { evidence: decision.boundary, ...(uncertain && { uncertain }) };
      this.#begin([line], boundary, label);
    }
    if (label) this.#labels.push(label);
    return 1;
  }

  #isEarly(open: OpenParagraph, line: Line): boolean {
    return fitOf(open.last, line, measureOf(open, this.#context)) === 'early';
  }

  /** Whether the open paragraph is at its end before `line`, by evidence other than a label. */
  #hasEnded(open: OpenParagraph, line: Line): boolean {
    const { last, lines, printed, holds, tail } = open;
    return (
      open.title ||
      (lines.length === 1 && printed !== null && !holds.stop && !/，/.test(last.text)) ||
      endsClause(last.text) ||
      endsWithAside(tail) ||
      this.#isEarly(open, line) ||
      standsAlone(last.text)
    );
  }

  #begin(lines: Line[], boundary: Boundary, label: Label | null, title = false): void {
    this.#close();
    this.#open = new OpenParagraph(lines, { boundary, label, title });
  }

  #add(
    open: OpenParagraph,
    line: Line,
    reason: Parameters<OpenParagraph['add']>[1],
    uncertain = false,
  ): void {
    open.add(line, line.pageStart ? 'page-break' : reason, uncertain);
  }

  #close(): void {
    if (!this.#open) return;
    this.#siblings.push(this.#open);
    this.#blocks.push(this.#open.toBlock(this.#context.raw));
    this.#open = null;
  }
}

/** Repairs the paragraphs of one document's lines. Lines of a flattened table must not be among them. */
export function joinLines(lines: Line[], context: JoinContext): Block[] {
  return new LineJoiner(lines, context).join();
}
