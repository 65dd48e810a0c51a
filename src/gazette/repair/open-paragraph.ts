/** The paragraph being built, with what the next decision needs to know of it, whatever its length. */
import { readLabel, type Label } from '../../language/labels.ts';
import type { Boundary, Join } from '../../model/tree.ts';
import { contentSpans, type Line } from '../sources/line.ts';
import type { Block } from './block.ts';
import { SegmentedText } from './segmented-text.ts';

/** Characters of the paragraph's end that rules look at. */
const reach = 1200;

export interface OpenParagraphStart {
  boundary: Boundary;
  /** The label it begins with, where that fits its place. */
  label: Label | null;
  /** The lines are the title of a text the document carries. */
  title?: boolean;
}

export class OpenParagraph {
  readonly lines: Line[];
  readonly title: boolean;
  /** The label it begins with, whether or not it fits its place. */
  readonly printed: Label | null;
  /** Its text so far, of a long one the end. */
  tail = '';
  /** Sum of its lines' widths, in ems. */
  width = 0;
  /** Its text after the label holds a full stop or semicolon; a comma; a 、; a colon. */
  holds = { stop: false, comma: false, list: false, colon: false };
  readonly #start: OpenParagraphStart;
  readonly #joins: Join[] = [];

  constructor(lines: Line[], start: OpenParagraphStart) {
    this.#start = start;
    this.title = start.title ?? false;
    this.printed = readLabel(lines[0]!.text);
    this.lines = [lines[0]!];
    this.#read(lines[0]!, this.printed?.length ?? 0);
    for (const line of lines.slice(1)) this.add(line, 'open-sentence');
  }

  get last(): Line {
    return this.lines.at(-1)!;
  }

  /** Its last line was joined to it without certainty. */
  get joinedUncertainly(): boolean {
    return this.#joins.at(-1)?.uncertain === true;
  }

  add(line: Line, reason: Join['reason'], uncertain = false): void {
    this.lines.push(line);
    this.#joins.push({ at: line.start, reason, ...(uncertain && { uncertain }) });
    this.#read(line, 0);
  }

  #read({ text, width }: Line, from: number): void {
    const { holds } = this;
    const body = text.slice(from);
    holds.stop ||= /[。；]/.test(body);
    holds.comma ||= /[，,]/.test(body);
    holds.list ||= body.includes('、');
    holds.colon ||= body.includes('：');
    this.tail = (this.tail + text).slice(-reach);
    this.width += width;
  }

  toBlock(raw: string): Block {
    const { boundary, label } = this.#start;
    return {
      kind: this.lines[0]!.tabbed ? 'row' : 'paragraph',
      lines: this.lines,
      text: new SegmentedText(raw, this.lines.flatMap(contentSpans)),
      boundary,
      joins: this.#joins,
      label,
      ...(this.title && { title: true as const }),
    };
  }
}
