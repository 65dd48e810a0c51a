/**
 * The clauses of a document: every unit a reader can be sent to, in reading order, each with the citation by
 * which it is named and the text printed in it. Whatever is printed in a document stands in one clause.
 */
import { writeNumeral } from '../language/numerals.ts';
import { searchText } from '../language/text.ts';
import { correctedValue } from './corrections.ts';
import type { DocumentRecord } from './output.ts';
import type { GazetteContent, Heading, HeadingStyle, Part, Table, TableRow, Text } from './tree.ts';

export interface Clause {
  /** Fragment of the document's page; '' is the page itself (title, 发文字号 and date of the document). */
  id: string;
  /** The displayed citation: 第十三条第一款第（二）项, 二、（三）1., 附件1 表1 第5行. */
  label: string;
  /** The label printed directly before the text (第十三条, （二）), '' where none is. */
  lead: string;
  /** The clause's own text without white space inside Han text; what lies below it is clauses of its own. */
  text: string;
}

/** Stands between the cells of a row, and where items interrupt a paragraph: no phrase runs across it. */
export const cellBreak = '｜';

/**
 * Clauses of a document in reading order. Nodes without an id carry the id of the nearest node above. A clause that an
 * editor corrected is followed by the printed one, so that both are found.
 */
export function clausesOf(document: DocumentRecord): Clause[] {
  const clauses = readClauses(document, readers.corrected);
  const isShown = ({ lead, text }: Clause) => lead !== '' || text !== '';
  if (document.corrections.length === 0) return clauses.filter(isShown);
  const printed = readClauses(document, readers.printed);
  const both = clauses.flatMap((clause, at) =>
    printed[at]!.text === clause.text ? [clause] : [clause, asPrinted(printed[at]!)],
  );
  return [...both, ...printedTitles(document, both)].filter(isShown);
}

/** What an editor corrected is read as it is shown or as it is printed. Titles are as shown in both. */
export type Reading = 'corrected' | 'printed';

const readers: Record<Reading, Reader> = {
  corrected: correctedValue,
  printed: ({ value }) => value,
};

/** `clausesOf` in one reading, without the second clause beside a corrected one. */
export function clausesAs(document: DocumentRecord, reading: Reading): Clause[] {
  return readClauses(document, readers[reading]);
}

function asPrinted(clause: Clause): Clause {
  return { ...clause, label: `${clause.label}（更正前）` };
}

/** The printed words of corrected titles and numbers, which the tree holds as corrected only. */
function printedTitles({ corrections }: DocumentRecord, clauses: Clause[]): Clause[] {
  const fields = { title: '标题', docNumber: '发文字号' };
  return corrections.flatMap(({ field, from, ...correction }) => {
    const text = searchText(from ?? '');
    if (field === 'title' || field === 'docNumber')
      return [asPrinted({ id: '', label: fields[field], lead: '', text })];
    if (field !== null) return [];
    const id = ('node' in correction ? correction.node : null) ?? '';
    const own = clauses.filter((clause) => clause.id === id);
    return own.some((clause) => clause.text.includes(text))
      ? []
      : [asPrinted({ id, label: own[0]?.label ?? '正文标题', lead: '', text })];
  });
}

function readClauses(document: DocumentRecord, read: Reader): Clause[] {
  const clauses: Clause[] = [];
  add(clauses, { id: '', label: '标题', lead: '', text: document.title });
  if (document.docNumber) {
    add(clauses, { id: '', label: '发文字号', lead: '', text: document.docNumber });
  }
  if (document.date) {
    add(clauses, { id: '', label: '成文日期', lead: '', text: writeDate(document.date) });
  }
  for (const part of document.parts) addPart(clauses, part, document, read);
  return clauses;
}

/** What is printed in a clause from its label on: the text that is searched. */
export function printedText({ lead, text }: Pick<Clause, 'lead' | 'text'>): string {
  return searchText(`${lead} ${text}`);
}

/** The characters of a text: as corrected or as printed. */
type Reader = (text: Text) => string;

interface Place {
  read: Reader;
  /** Name of the part, '' for the main text: 附件1. */
  part: string;
  /** Citation inside the part, down to the node above. */
  path: string;
  /** Nearest id. */
  id: string;
  /** A label printed before the first text below, not yet part of a clause. */
  pending: { lead: string };
}

function addPart(clauses: Clause[], part: Part, document: DocumentRecord, read: Reader): void {
  const isMain = part.id === undefined || document.parts.length === 1;
  const name = isMain ? '' : partName(part, document);
  const place: Place = { read, part: name, path: '', id: part.id ?? '', pending: { lead: '' } };
  // A notice's title is the document's, unless the two were printed differently.
  if (searchText(part.title) !== searchText(document.title) || part.label !== undefined) {
    const label = isMain ? '正文标题' : part.role === 'attachment' ? name : join(name, '标题');
    add(clauses, { id: place.id, label, lead: part.label ?? '', text: part.title });
  }
  addChildren(clauses, part, place);
}

/** 通知, 附件1, 《…办法》: what a part that is not the main text is called in a citation. */
export function partName(
  part: Pick<Part, 'role' | 'label' | 'title'>,
  { kind }: Pick<DocumentRecord, 'kind'>,
): string {
  if (part.role === 'notice') return kind;
  if (part.label !== undefined) return searchText(part.label);
  if (part.role === 'attachment') return '附件';
  return part.title === '' ? '文本' : `《${searchText(part.title)}》`;
}

function addChildren(clauses: Clause[], parent: GazetteContent, place: Place): void {
  if (!('children' in parent)) return;
  const children = parent.children as GazetteContent[];
  const paragraphs = children.filter(({ type }) => type === 'paragraph').length;
  let paragraph = 0;
  let table = 0;
  for (const child of children) {
    if (child.type === 'paragraph') paragraph++;
    if (child.type === 'table') table++;
    addNode(clauses, child, parent, place, {
      paragraph: paragraphs > 1 ? paragraph : null,
      table,
    });
  }
}

/** Places of a node among its siblings; `paragraph` is null where it is the only one. */
interface Order {
  paragraph: number | null;
  table: number;
}

function addNode(
  clauses: Clause[],
  node: GazetteContent,
  parent: GazetteContent,
  place: Place,
  order: Order,
): void {
  const id = ('id' in node ? node.id : undefined) ?? place.id;
  const below = (path: string): Place => ({ ...place, path, id });
  switch (node.type) {
    case 'chapter':
    case 'section': {
      // Articles run through the whole text: chapters are no part of their citation.
      const label = searchText(node.label);
      const path =
        node.type === 'section' && isChapterLabel(place.path) ? place.path + label : label;
      add(clauses, { id, label: join(place.part, path), lead: node.label, text: node.title });
      addChildren(clauses, node, below(path));
      return;
    }
    case 'article':
    case 'heading': {
      const path =
        node.type === 'article'
          ? searchText(node.label)
          : (isDivisionLabel(place.path) ? '' : place.path) + writeHeadingLabel(node);
      const title = (node.title ?? '') + (node.data?.titleMark ?? '');
      if (title !== '') {
        add(clauses, { id, label: join(place.part, path), lead: node.label, text: title });
        addChildren(clauses, node, below(path));
        return;
      }
      const pending = { lead: node.label };
      addChildren(clauses, node, { ...below(path), pending });
      if (pending.lead !== '') {
        add(clauses, { id, label: join(place.part, path), lead: node.label, text: '' });
      }
      return;
    }
    case 'paragraph':
      addText(clauses, node, below(place.path + paragraphName(node, parent, order.paragraph)));
      return;
    case 'item':
      addText(clauses, node, below(`${place.path}第${bareLabel(node.label)}项`), node.label);
      return;
    case 'subitem': {
      const name =
        parent.type === 'subitem' ? `第${bareLabel(node.label)}点` : `第${String(node.number)}目`;
      addText(clauses, node, below(place.path + name), node.label);
      return;
    }
    case 'table':
      addTable(clauses, node, { ...place, id }, order.table);
      return;
    case 'contents':
    case 'unknown':
      for (const child of node.children) {
        addText(clauses, child, { ...below(namesOfTypes[node.type]), id: child.id ?? id });
      }
      return;
    case 'addressee':
    case 'annotation':
    case 'signature':
    case 'attachmentNote':
    case 'sourceNote':
      addText(clauses, node, below(namesOfTypes[node.type]));
      return;
    default:
      return;
  }
}

const namesOfTypes = {
  addressee: '主送机关',
  annotation: '附注',
  signature: '署名',
  attachmentNote: '附件说明',
  sourceNote: '来源',
  contents: '目录',
  unknown: '未识别文字',
} as const;

/** Adds the own text of a paragraph, item or note, then what lies below it. */
function addText(clauses: Clause[], node: GazetteContent, place: Place, lead?: string): void {
  const text = ownText(node, place.read);
  if (text !== '' || lead !== undefined) {
    add(clauses, {
      id: place.id,
      label: join(place.part, place.path) || '正文',
      lead: lead ?? place.pending.lead,
      text,
    });
    if (lead === undefined) place.pending.lead = '';
  }
  if (!('children' in node)) return;
  for (const child of node.children as GazetteContent[]) {
    if (child.type !== 'text' && child.type !== 'citation') {
      addNode(clauses, child, node, place, { paragraph: null, table: 0 });
    }
  }
}

function addTable(clauses: Clause[], table: Table, place: Place, order: number): void {
  const name = join(place.part, `表${lastNumber(place.id, 'tbl') ?? String(order)}`);
  add(clauses, { id: place.id, label: name, lead: '', text: table.caption ?? '' });
  // Where rows print numbers of their own, one that prints none must not be taken for the row of that number.
  const isNumbered = table.children.some(({ id = '' }) => lastNumber(id, 'r') !== null);
  let count = 0;
  for (const row of table.children) {
    if (!row.header) count++;
    const id = row.id ?? place.id;
    const printed = lastNumber(id, 'r');
    const counted = `${isNumbered ? '上起' : ''}第${String(count)}行`;
    const label = row.header ? '表头' : printed === null ? counted : `第${printed}行`;
    add(clauses, { id, label: `${name} ${label}`, lead: '', text: rowText(row, place.read) });
  }
}

/** Texts of the cells that are not empty, with a mark between them. */
function rowText(row: TableRow, read: Reader): string {
  return row.children
    .map((cell) =>
      cell.children
        .map((child) => searchText(allText(child, read)))
        .filter((text) => text !== '')
        .join(cell.children.some(({ type }) => type === 'paragraph') ? cellBreak : ''),
    )
    .filter((text) => text !== '')
    .join(cellBreak);
}

/** Text of a node's own phrasing; parts of it that items separate are kept apart. */
function ownText(node: GazetteContent, read: Reader): string {
  if (!('children' in node)) return '';
  const pieces = [''];
  for (const child of node.children as GazetteContent[]) {
    if (child.type === 'text' || child.type === 'citation')
      pieces[pieces.length - 1] += allText(child, read);
    else if (pieces.at(-1) !== '') pieces.push('');
  }
  return pieces.filter((piece) => searchText(piece) !== '').join(cellBreak);
}

function allText(node: GazetteContent, read: Reader): string {
  if (node.type === 'text') return read(node);
  if (!('children' in node)) return '';
  const label = 'label' in node ? (node.label ?? '') : '';
  return label + (node.children as GazetteContent[]).map((child) => allText(child, read)).join('');
}

function add(clauses: Clause[], { id, label, lead, text }: Clause): void {
  clauses.push({ id, label, lead: searchText(lead), text: searchText(text) });
}

function join(part: string, path: string): string {
  return part === '' || path === '' ? part + path : `${part} ${path}`;
}

function paragraphName(
  node: GazetteContent & { type: 'paragraph' },
  parent: GazetteContent,
  order: number | null,
): string {
  if (order === null) return '';
  if (parent.type === 'article') return `第${writeNumeral(node.number ?? order)}款`;
  return `第${lastNumber(node.id ?? '', 'p') ?? String(order)}段`;
}

/** The number at the end of an id's last step: 5 of `tbl_1__r_5`; null where it is of another kind. */
function lastNumber(id: string, kind: string): string | null {
  return new RegExp(`(?:^|__)${kind}_(\\d+[a-z]?)$`).exec(id)?.[1] ?? null;
}

function isChapterLabel(path: string): boolean {
  return /^第\S{1,6}章$/.test(path);
}

function isDivisionLabel(path: string): boolean {
  return /^第\S{1,6}[编章节]$/.test(path);
}

/** A printed label as it stands in a citation: brackets in full width, closing marks gone. */
function bareLabel(label: string): string {
  return searchText(label)
    .replace(/^\(/, '（')
    .replace(/\)$/, '）')
    .replace(/[、.．]$/, '');
}

const writers: Record<HeadingStyle, (value: number) => string> = {
  a: (value) => `${writeNumeral(value)}、`,
  b: (value) => `（${writeNumeral(value)}）`,
  c: (value) => `${String(value)}.`,
  d: (value) => `（${String(value)}）`,
  e: (value) => (value <= 20 ? String.fromCodePoint(0x245f + value) : `(${String(value)})`),
};

function writeHeadingLabel({ style, number }: Heading): string {
  return writers[style](number);
}

function writeDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${String(year)}年${String(month)}月${day === undefined ? '' : `${String(day)}日`}`;
}
