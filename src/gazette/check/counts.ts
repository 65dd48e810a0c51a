/** Numbers of things said in the text ↔ the items, headings and rows that are there. */
import type { Node } from 'unist';
import {
  findAttachedCounts,
  findEnumerations,
  findExamples,
  readLeadCount,
  readNamedParts,
  readTitleCount,
  type CountStatement,
} from '../../language/counts.ts';
import { readAttachmentLabel } from '../../language/standing-forms.ts';
import type { DocumentNode, IssueNode } from '../../model/issue.ts';
import { ownText } from '../../model/text-of.ts';
import type { Heading, Part, Span, Table } from '../../model/tree.ts';
import { flatParagraph } from '../transform/flat-paragraphs.ts';
import type { Comparisons } from './comparisons.ts';
import {
  countListed,
  countRows,
  countsUnder,
  dataRows,
  headingsOf,
  leavesOf,
  tablesOf,
} from './lists.ts';

/** Compares the numbers of one document. */
class CountCheck {
  readonly #document: DocumentNode;
  readonly #comparisons: Comparisons;
  #groups: Map<string, number | null> | null = null;

  constructor(document: DocumentNode, comparisons: Comparisons) {
    this.#document = document;
    this.#comparisons = comparisons;
  }

  #compare(statement: CountStatement, text: string, found: number[], place: Span | null): void {
    if (found.length === 0) return;
    if (found.includes(statement.value)) {
      this.#comparisons.agree('counts', this.#document);
      return;
    }
    const said = text.slice(statement.start, statement.end).replace(/\s/g, '');
    this.#comparisons.fail('count-differs', this.#document, place, said, found[0]!);
  }

  /** 集体（37个）, 发改委共有5个指标未达目标. */
  #heading(heading: Heading): void {
    const { title } = heading;
    // A sentence of its own between the heading and a list may begin something else.
    const leads = heading.children[0]?.type !== 'paragraph' || heading.children.length === 1;
    const statement = readTitleCount(title) ?? (leads ? readLeadCount(title, true) : null);
    const [place = null] = heading.data?.title ?? [];
    if (statement) this.#compare(statement, title, countsUnder(heading), place);
  }

  /** 一等奖（1项） above a table. */
  #caption({ caption, data }: Table, rows: number | null): void {
    const statement = caption === undefined ? null : readTitleCount(caption);
    const [place = null] = data?.title ?? [];
    if (statement && rows !== null) this.#compare(statement, caption!, [rows], place);
  }

  #paragraph(siblings: readonly Node[], at: number): void {
    const node = siblings[at]!;
    const { text, spans } = flatParagraph(node);
    const place = ({ start, end }: CountStatement) => spans(start, end)[0] ?? null;
    const lead = readLeadCount(text);
    const listed = lead && countListed(siblings, at);
    if (lead && listed !== null) this.#compare(lead, text, [listed], place(lead));
    const title = text.length <= longestTitle ? readTitleCount(text.trim()) : null;
    const below = title && countListed(siblings, at);
    if (title && below !== null) this.#compare(title, text.trim(), [below], place(title));
    this.#namedParts(text, place);
    for (const entry of findEnumerations(text)) {
      // A number far from what is named counts something else.
      if (entry.value < entry.least - 1 || entry.value > entry.most + 1) continue;
      const named = Array.from(
        { length: entry.most - entry.least + 1 },
        (_, at) => entry.least + at,
      );
      this.#compare(entry, text, named, place(entry));
    }
    for (const entry of findExamples(text))
      this.#compare(entry, text, this.#sizesOfGroup(entry.before), place(entry));
    for (const entry of findAttachedCounts(text))
      this.#compare(entry, text, this.#sizeOfAttachment(entry.attachment), place(entry));
  }

  /** 共35项，其中一等奖1项、二等奖16项 ↔ the lists 一等奖 and 二等奖 of the attachments. */
  #namedParts(text: string, place: (statement: CountStatement) => Span | null): void {
    if (!/其中/.test(text)) return;
    const groups = (this.#groups ??= sizesByName(this.#document));
    const read = readNamedParts(text, [...groups.keys()]);
    const sizes = read?.parts.map(({ name }) => groups.get(name)) ?? [];
    if (!read || !sizes.every((size) => typeof size === 'number')) return;
    read.parts.forEach((part, at) => {
      this.#compare(part, text, [sizes[at]!], place(part));
    });
    this.#compare(
      read.whole,
      text,
      [sizes.reduce((sum, size) => sum + size, 0)],
      place(read.whole),
    );
  }

  /**
   * The sizes of the list that begins with the name before 等 (市税务局等17个集体): its group, and the groups after it
   * taken together. Empty where no list begins with it, or where more than one name is given.
   */
  #sizesOfGroup(before: string): number[] {
    const attachments = this.#document.children.filter(({ role }) => role === 'attachment');
    for (const part of attachments) {
      const sizes = this.#groupSizes(part, before) ?? tableSizes(part, before);
      if (sizes) return sizes;
    }
    return [];
  }

  #groupSizes(node: Node, before: string): number[] | null {
    const groups = headingsOf(node);
    for (const [at, group] of groups.entries()) {
      const [first] = headingsOf(group);
      if (first && headingsOf(first).length === 0 && endsWithName(before, nameOf(first.title))) {
        let sum = 0;
        return groups.slice(at).map((own) => (sum += leavesOf(own).length));
      }
      const below = this.#groupSizes(group, before);
      if (below) return below;
    }
    return null;
  }

  #sizeOfAttachment(number: number | null): number[] {
    const found = this.#document.children.filter(
      ({ role, label }) =>
        role === 'attachment' &&
        (number === null || readAttachmentLabel(label ?? '')?.number === number),
    );
    const tables = found.flatMap(tablesOf);
    const size = found.length === 1 && tables.length === 1 ? countRows(tables[0]!) : null;
    return size === null ? [] : [size];
  }

  /** Compares what a node and everything below it say. */
  check(siblings: readonly Node[], at = 0): void {
    const node = siblings[at]!;
    if (node.type === 'table') this.#caption(node as Table, countRows(node as Table));
    if (node.type === 'table' || node.type === 'contents') return;
    if (node.type === 'heading') this.#heading(node as Heading);
    if (node.type === 'paragraph' || node.type === 'item') this.#paragraph(siblings, at);
    if (!('children' in node)) return;
    const children = node.children as Node[];
    children.forEach((_, index) => {
      this.check(children, index);
    });
  }
}

/** A line over a list or table, such as 一等奖（1项）, is no longer than this. */
const longestTitle = 40;

/** Lists of a part that have a name: a heading, or a line over a table; the number behind the name is left off. */
function namedLists(part: Part): { name: string; size: number }[] {
  const found: { name: string; size: number }[] = [];
  const add = (title: string, size: number | null | undefined) => {
    const name = title.replace(/\s*[（(][^（）()]*[)）]$/u, '').trim();
    if (name.length >= 2 && typeof size === 'number') found.push({ name, size });
  };
  const walk = (siblings: readonly Node[], at: number) => {
    const node = siblings[at]!;
    if (node.type === 'heading') add((node as Heading).title, countsUnder(node as Heading)[0]);
    if (node.type === 'table') add((node as Table).caption ?? '', countRows(node as Table));
    const text = node.type === 'paragraph' ? flatParagraph(node).text.trim() : '';
    if (text !== '' && text.length <= longestTitle && !/[。；：]$/.test(text))
      add(text, countListed(siblings, at));
    const children = 'children' in node ? (node.children as Node[]) : [];
    if (node.type !== 'table')
      children.forEach((_, index) => {
        walk(children, index);
      });
  };
  walk([part], 0);
  return found;
}

/** Sizes of the lists of a document by name; null where two have one name. */
function sizesByName(document: DocumentNode): Map<string, number | null> {
  const groups = new Map<string, number | null>();
  for (const { name, size } of document.children.flatMap(namedLists))
    groups.set(name, groups.has(name) ? null : size);
  return groups;
}

/** The name an entry of a list begins with: 市税务局（推进“双创双修”领域）, 董征 市公路局…. */
function nameOf(title: string): string {
  return /^[^（(\s，,]*/.exec(title)![0];
}

/** The text ends in the name, and in no second one before it. */
function endsWithName(before: string, name: string): boolean {
  if (name.length < 2 || !before.endsWith(name)) return false;
  return !before.slice(0, -name.length).endsWith('、');
}

/** Size of the only table of a part, where a cell of its first row is the name. */
function tableSizes(part: Part, before: string): number[] | null {
  const [table, ...others] = tablesOf(part);
  const [first] = (table && dataRows(table)) ?? [];
  if (!table || !first || others.length > 0) return null;
  const named = first.children.some((cell) => {
    const name = ownText(cell).replace(/\s/g, '');
    return !/^\d+$/.test(name) && endsWithName(before, name);
  });
  const size = named ? countRows(table) : null;
  return size === null ? null : [size];
}

/** Reports numbers of things that are not there. Only what can be counted without doubt is compared. */
export function checkCounts(issue: IssueNode, comparisons: Comparisons): void {
  for (const document of issue.children) {
    const check = new CountCheck(document, comparisons);
    for (const part of document.children) check.check([part]);
  }
}
