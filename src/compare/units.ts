/**
 * The units in which two documents are compared: articles (条) with all that stands in them; where a text has none, its
 * headings and paragraphs; tables and titles as units of their own. Whatever has an address stands in one unit.
 */
import { clauseTexts, wholeClause } from '../model/clause-texts.ts';
import type { DocumentRecord } from '../model/output.ts';
import type { GazetteContent } from '../model/tree.ts';

/** Units are compared with units of their kind only. */
export type UnitKind = 'text' | 'table' | 'title';

export interface Unit {
  /** The clause of the document's page. */
  id: string;
  /** By which it is cited: 第十三条, 二、（三）, 附件1 表1. */
  name: string;
  kind: UnitKind;
  /** Whether it is an article (条), so that units can be counted as such. */
  article: boolean;
  /** Titles of chapters and headings above it, outermost first: 第三章 办理机制. */
  within: string[];
  /** Its text, as corrected by editors; one line for each paragraph, item and row, without its own label. */
  lines: string[];
}

/** A unit with its lines cut into words and marks; joined, they are the line. */
export interface CutUnit extends Omit<Unit, 'lines'> {
  lines: string[][];
}

/** Text below which a heading and the headings in it are one unit: about as much as an article of some items. */
const smallHeading = 240;

/**
 * Cuts a document into units, in reading order. A heading with much text below gives units of its own: its title with
 * what stands before the first heading in it, then each of these headings.
 *
 * @param names of the clauses by id.
 */
export function unitsOf(document: DocumentRecord, names: ReadonlyMap<string, string>): Unit[] {
  const texts = clauseTexts(document, 'corrected');
  const places = new Map(texts.map(({ id }, at) => [id, at]));
  const units: Unit[] = [];

  const linesOf = (id: string): string[] => {
    const at = places.get(id);
    if (at === undefined) return [];
    const { label } = texts[at]!;
    const [first = '', ...rest] = wholeClause(texts, at).split('\n');
    const bare = first.startsWith(label) ? first.slice(label.length).trimStart() : first;
    return [bare, ...rest].filter((line) => line !== '');
  };
  const add = (node: GazetteContent, within: string[], kind: UnitKind, lines: string[]) => {
    const id = idOf(node);
    if (id === '' || lines.length === 0) return;
    const name = isCarrier(node, document) ? document.kind : names.get(id)!;
    units.push({ id, name, kind, article: node.type === 'article', within, lines });
  };
  const walk = (node: GazetteContent, within: string[]): void => {
    if (!('children' in node)) return;
    const divisions = node.type === 'part' || node.type === 'chapter' || node.type === 'section';
    if (!divisions && !isParted(node, linesOf)) {
      add(node, within, node.type === 'table' ? 'table' : 'text', linesOf(idOf(node)));
      return;
    }
    const own = texts[places.get(idOf(node)) ?? -1]?.text ?? '';
    if (own !== '') add(node, within, 'title', own.split('\n'));
    const title = 'label' in node ? [node.label, own].filter(Boolean).join(' ') : '';
    const below = title === '' ? within : [...within, title];
    for (const child of node.children as GazetteContent[]) walk(child, below);
  };
  for (const part of document.parts) {
    if (isCarrier(part, document)) add(part, [], 'text', linesOf(idOf(part)));
    else walk(part, []);
  }
  return units;
}

const idOf = (node: GazetteContent) => ('id' in node ? (node.id ?? '') : '');

/** A notice that only hands on another text is one unit. */
function isCarrier(part: GazetteContent, { parts }: DocumentRecord): boolean {
  return (
    part.type === 'part' &&
    part.role === 'notice' &&
    parts.some(({ role }) => role === 'promulgated') &&
    part.children.every(({ type }) => type !== 'heading' && type !== 'article' && type !== 'table')
  );
}

/** A heading with headings or tables in it and more text than one unit should have. */
function isParted(node: GazetteContent, linesOf: (id: string) => string[]): boolean {
  if (node.type !== 'heading') return false;
  if (!node.children.some(({ type }) => type === 'heading' || type === 'table')) return false;
  return linesOf(idOf(node)).join('').length > smallHeading;
}
