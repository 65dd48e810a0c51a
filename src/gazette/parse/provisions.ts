/**
 * Blocks of one part → its tree: 章 节 条 款 项 目, or 层次标题 一、（一）1.（1）, with paragraphs and tables.
 *
 * 条 run through the whole text; 款 have no number: each paragraph of an article is one, its items belong to it,
 * and a paragraph after the items is the next one (立法法 第六十五条).
 */
import {
  isDivisionHeading,
  styleRank,
  type HeadingStyle,
  type Label,
} from '../../language/labels.ts';
import { isClosingFormula } from '../../language/closing-formulas.ts';
import { endsClause } from '../../language/sentences.ts';
import { displayText } from '../../language/text.ts';
import type { Furniture } from '../../model/output.ts';
import { ownText } from '../../model/text-of.ts';
import type {
  Article,
  Chapter,
  ContentsList,
  Flow,
  GazetteData,
  Heading,
  Item,
  Paragraph,
  Section,
  Subitem,
  Table,
  Text,
} from '../../model/tree.ts';
import type { Block } from '../repair/block.ts';
import { offsets, type SegmentedText } from '../repair/segmented-text.ts';
import { readTable, tableRuns } from './tables.ts';
import { readFlattened } from './flattened-tables.ts';
import { takeCaption } from './captions.ts';
import { nameRunInTitles } from './run-in-titles.ts';

interface Container {
  children: Flow[];
}

function extent(text: SegmentedText, from = 0): ReturnType<typeof offsets> {
  const spans = text.spans(from);
  const start = spans[0]?.start ?? text.offsetAt(from);
  // What a column out of order holds of the text stands before it and does not widen it.
  return offsets(start, Math.max(start, ...spans.map(({ end }) => end)));
}

function repairData(block: Block, from: number): GazetteData {
  const start = block.text.offsetAt(from);
  const joins = block.joins.filter(({ at, reason }) => at > start || reason === 'column-order');
  return { boundary: block.boundary, ...(joins.length > 0 && { joins }) };
}

/** A paragraph of the block's text from `from` on. */
export function toParagraph(block: Block, from = 0): Paragraph {
  return {
    type: 'paragraph',
    children: block.text.texts(from),
    position: extent(block.text, from),
    data: repairData(block, from),
  };
}

/** Grows a node's extent to hold a child that was added to it. */
function stretch(
  node: { position?: ReturnType<typeof offsets> },
  child: { position?: ReturnType<typeof offsets> },
): void {
  const end = child.position?.end;
  if (node.position && end && (end.offset ?? 0) > (node.position.end.offset ?? 0))
    node.position.end = { ...end };
}

export class ProvisionsBuilder {
  readonly root: Container = { children: [] };
  readonly furniture: Furniture[] = [];
  readonly #raw: string;
  readonly #bracketed: boolean;
  #chapter: Chapter | null = null;
  #section: Section | null = null;
  #article: Article | null = null;
  #headings: Heading[] = [];
  #paragraph: Paragraph | null = null;
  #item: Item | null = null;
  #subitems: Subitem[] = [];
  #contents: { node: ContentsList; seen: Set<string>; chapter: string } | null = null;
  /** A division whose title is on the next line. */
  #untitled: Chapter | Section | null = null;
  #rows: Block[] = [];
  #lastTable: Table | null = null;

  /** @param bracketed most articles have a title in brackets after their label. */
  constructor(raw: string, bracketed: boolean) {
    this.#raw = raw;
    this.#bracketed = bracketed;
  }

  /** Adds the next block. */
  add(block: Block): void {
    if (block.kind === 'row') {
      this.#rows.push(block);
      return;
    }
    this.#endRows();
    this.#lastTable = null;
    if (block.kind === 'flattened') {
      this.#append(readFlattened(this.#raw, block));
      return;
    }
    const text = block.text.value;
    const { label } = block;
    if (/^目\s*[录次]$/.test(text)) {
      const node: ContentsList = {
        type: 'contents',
        children: [toParagraph(block)],
        position: extent(block.text),
      };
      this.#append(node);
      this.#contents = { node, seen: new Set(), chapter: '' };
      return;
    }
    if (this.#contents && label && /^(book|chapter|section)$/.test(label.family)) {
      // 第一节 is listed once under each chapter; a section right after its chapter's second mention is none of the list.
      const own = `${label.family}${label.number.join('-')}`;
      const key = label.family === 'section' ? `${this.#contents.chapter} ${own}` : own;
      if (!this.#contents.seen.has(key)) {
        this.#contents.seen.add(key);
        if (label.family === 'chapter') this.#contents.chapter = own;
        const paragraph = toParagraph(block);
        this.#contents.node.children.push(paragraph);
        stretch(this.#contents.node, paragraph);
        return;
      }
    }
    this.#contents = null;
    const untitled = this.#untitled;
    this.#untitled = null;
    if (!label && untitled && text.length <= 30 && !endsClause(text)) {
      untitled.title = divisionTitle(text);
      untitled.data!.title = block.text.spans(0);
      stretch(untitled, { position: extent(block.text) });
    } else if (!label) this.#addParagraph(block);
    else if (label.family === 'book' || label.family === 'chapter' || label.family === 'section') {
      if (isDivisionHeading(text, label)) this.#addDivision(block, label);
      else this.#addParagraph(block);
    } else if (label.family === 'article') this.#addArticle(block, label);
    else this.#addLabelled(block, label);
  }

  /** Ends the part: open table rows are read, run-in titles named, extents grown over their children. */
  finish(): Flow[] {
    this.#endRows();
    nameRunInTitles(this.#raw, this.root.children);
    this.root.children.forEach(grow);
    return this.root.children;
  }

  /** Adds a finished node (addressee, note, signature) to the part itself, outside of articles and headings. */
  place(node: Flow): void {
    this.#endRows();
    this.#chapter = null;
    this.#section = null;
    this.#article = null;
    this.#headings = [];
    this.#paragraph = null;
    this.#item = null;
    this.#subitems = [];
    this.root.children.push(node);
  }

  #endRows(): void {
    if (this.#rows.length === 0) return;
    const blocks = this.#rows;
    this.#rows = [];
    for (const run of tableRuns(this.#raw, blocks)) {
      const { table, furniture } = readTable(this.#raw, run, this.#lastTable);
      this.furniture.push(...furniture);
      if (!table) continue;
      this.#append(table);
      this.#lastTable = table;
    }
  }

  #append(node: Flow): void {
    const container = (this.#headings.at(-1) ??
      this.#article ??
      this.#section ??
      this.#chapter ??
      this.root) as Container;
    if (node.type === 'table') takeCaption(container.children as Flow[], node);
    container.children.push(node);
    this.#paragraph = null;
    this.#item = null;
    this.#subitems = [];
  }

  #addParagraph(block: Block): void {
    if (this.#article) {
      this.#pushArticleParagraph(toParagraph(block));
      return;
    }
    // 特此通知。 closes the text, whatever heading it is printed under; after a list of plain items a paragraph belongs
    // to the text around the list, not to its last item.
    if (isClosingFormula(block.text.value)) this.#headings.length = 0;
    let depth = this.#headings.length;
    while (depth > 0 && isPlainItem(this.#headings[depth - 1]!)) depth--;
    this.#headings.length = depth;
    this.#append(toParagraph(block));
  }

  #pushArticleParagraph(paragraph: Paragraph): void {
    const article = this.#article!;
    const count = article.children.filter((child) => child.type === 'paragraph').length;
    paragraph.number = count + 1;
    article.children.push(paragraph);
    this.#paragraph = paragraph;
    this.#item = null;
    this.#subitems = [];
  }

  #addDivision(block: Block, label: Label): void {
    const node: Chapter | Section = {
      type: label.family === 'section' ? 'section' : 'chapter',
      label: label.text.replace(/\s/g, ''),
      number: label.number[0]!,
      title: divisionTitle(block.text.value.slice(label.length)),
      children: [],
      position: extent(block.text),
      data: {
        label: block.text.spans(0, label.text.length),
        title: block.text.spans(label.length),
        ...(label.family === 'book' && { level: 'book' }),
      },
    };
    if (node.title === '') this.#untitled = node;
    this.#article = null;
    this.#headings = [];
    if (node.type === 'section' && this.#chapter) {
      this.#chapter.children.push(node);
      this.#section = node;
    } else {
      this.root.children.push(node);
      this.#chapter = node.type === 'chapter' ? node : null;
      this.#section = node.type === 'section' ? node : null;
    }
    this.#paragraph = null;
    this.#item = null;
    this.#subitems = [];
  }

  #addArticle(block: Block, label: Label): void {
    const text = block.text.value;
    const rest = text.slice(label.length);
    const article: Article = {
      type: 'article',
      label: label.text.replace(/\s/g, ''),
      number: label.number,
      children: [],
      position: extent(block.text),
      data: { label: block.text.spans(0, label.text.length) },
    };
    this.#headings = [];
    ((this.#section ?? this.#chapter ?? this.root) as Container).children.push(article);
    this.#article = article;
    this.#paragraph = null;
    this.#item = null;
    this.#subitems = [];
    const titled = bracketTitle(rest, this.#bracketed);
    if (titled) {
      article.title = titled.title;
      article.data!.title = block.text.spans(label.length, label.length + titled.length);
      if (titled.length < rest.length)
        this.#pushArticleParagraph(toParagraph(block, label.length + titled.length));
    } else if (rest !== '' && !endsClause(rest) && rest.length <= 24 && !/[，。；：]/.test(rest)) {
      article.title = displayText(rest).trim();
      article.data!.title = block.text.spans(label.length);
    } else if (rest !== '') {
      this.#pushArticleParagraph(toParagraph(block, label.length));
    }
  }

  #addLabelled(block: Block, label: Label): void {
    if (this.#article) this.#addItem(block, label);
    else this.#addHeading(block, label);
  }

  #addItem(block: Block, label: Label): void {
    if (!this.#paragraph) {
      // 第三条 建立追偿赔付机制 / （一）…: items right under an article's title.
      this.#pushArticleParagraph({
        type: 'paragraph',
        children: [],
        position: extent(block.text),
        data: { boundary: { evidence: 'label' } },
      });
    }
    const common = {
      label: label.text.replace(/\s/g, ''),
      number: label.number[0]!,
      children: block.text.texts(label.length),
      position: extent(block.text),
      data: { label: block.text.spans(0, label.text.length), ...repairData(block, label.length) },
    };
    const style = label.family as HeadingStyle;
    if (style === 'a' || style === 'b') {
      const item: Item = { type: 'item', ...common };
      this.#paragraph!.children.push(item);
      this.#item = item;
      this.#subitems = [];
      return;
    }
    while (this.#subitems.length > 0 && rankOf(this.#subitems.at(-1)!) >= styleRank[style])
      this.#subitems.pop();
    const subitem: Subitem = { type: 'subitem', ...common, data: { ...common.data, style } };
    const parent = this.#subitems.at(-1) ?? this.#item ?? this.#paragraph!;
    (parent.children as (Text | Subitem)[]).push(subitem);
    this.#subitems.push(subitem);
  }

  #addHeading(block: Block, label: Label): void {
    const style = label.family as HeadingStyle;
    while (
      this.#headings.length > 0 &&
      styleRank[this.#headings.at(-1)!.style] >= styleRank[style]
    ) {
      this.#headings.pop();
    }
    const rest = block.text.value.slice(label.length);
    const heading: Heading = {
      type: 'heading',
      style,
      label: label.text.replace(/\s/g, ''),
      number: label.number[0]!,
      title: '',
      children: [],
      position: extent(block.text),
      data: { label: block.text.spans(0, label.text.length) },
    };
    if (rest !== '') {
      const colon = /^[^，。；：:]{2,24}[：:]$/.test(rest);
      if (colon || isHeadingTitle(rest)) {
        heading.title = displayText(colon ? rest.slice(0, -1) : rest).trim();
        heading.data!.title = block.text.spans(label.length);
        if (colon) heading.data!.titleMark = rest.at(-1)!;
        heading.data!.boundary = block.boundary;
        const joins = block.joins;
        if (joins.length > 0) heading.data!.joins = joins;
      } else {
        heading.children.push(toParagraph(block, label.length));
      }
    }
    (
      (this.#headings.at(-1) ?? this.#section ?? this.#chapter ?? this.root) as Container
    ).children.push(heading);
    this.#headings.push(heading);
    this.#paragraph = null;
  }
}

function rankOf(subitem: Subitem): number {
  return styleRank[subitem.data?.style ?? 'c'];
}

/** The text after a label is a title: it ends in no mark and holds no sentence end. */
function isHeadingTitle(rest: string): boolean {
  return !endsClause(rest) && !/[。；]/.test(rest) && rest.length <= 80;
}

/** A labelled list entry: one sentence of text that no paragraph follows. */
function isPlainItem(heading: Heading): boolean {
  const [paragraph] = heading.children;
  if (heading.title !== '' || heading.children.length !== 1 || paragraph?.type !== 'paragraph')
    return false;
  const text = ownText(paragraph);
  // （1）森林覆盖率（约束性指标，4分）。 is the title of what follows; so may a short first sentence be.
  const end = text.search(/[。：:]/);
  return end === -1 || end > 30;
}

/** 第二条【追偿原则】…, 第二条（追偿原则）…: a title in brackets right after the label. */
function bracketTitle(rest: string, bracketed: boolean): { title: string; length: number } | null {
  const match = /^([【〔[（(])([\p{Script=Han}、]{2,16})[】〕\]）)]\s*/u.exec(rest);
  if (
    !match ||
    ((match[1] === '（' || match[1] === '(') &&
      !bracketed &&
      !/^[（(](目的|依据|适用|定义|原则|职责|施行|解释)/.test(rest))
  )
    return null;
  return { title: match[2]!, length: match[0].length };
}

/** 总 则 → 总则: a division's title is letter-spaced at will. */
function divisionTitle(text: string): string {
  return text.trim().replace(/\s+(?![A-Za-z0-9])|(?<![A-Za-z0-9])\s+/g, '');
}

function grow(node: Flow | Item | Subitem | Text): void {
  if (!('children' in node)) return;
  for (const child of node.children as (Flow | Item | Subitem | Text)[]) {
    if (child.type === 'text') continue;
    grow(child);
    stretch(node, child);
  }
}
