/**
 * The clauses of a document by their addresses, each with its own words and the number of clauses below it, so that the
 * whole text of a clause (第十三条 with its 款 and 项) is a run of the list.
 */
import { searchText } from '../language/text.ts';
import { clausesAs, type Reading } from './clauses.ts';
import type { DocumentRecord } from './output.ts';
import type { GazetteContent } from './tree.ts';

export interface ClauseText {
  id: string;
  /** The label printed in front of it (第十三条, （二）, 附件1), '' where none is. */
  label: string;
  /** Its own words, title included, without white space inside Han text; lines are parted by \n. */
  text: string;
  /** How many of the clauses after it in the list lie below it. */
  below: number;
}

/**
 * Every addressable clause of the document in reading order.
 *
 * @param reading with an editor's corrections, or as printed (titles and captions are as shown in both).
 */
export function clauseTexts(document: DocumentRecord, reading: Reading): ClauseText[] {
  const words = new Map<string, string[]>();
  for (const { id, text } of clausesAs(document, reading)) {
    if (text === '') continue;
    const own = words.get(id);
    if (own) own.push(text);
    else words.set(id, [text]);
  }
  const texts: ClauseText[] = [];
  const walk = (node: GazetteContent) => {
    const id = 'id' in node && node.type !== 'tableCell' ? node.id : undefined;
    const at = texts.length;
    if (id !== undefined) {
      const label = 'label' in node ? searchText(node.label ?? '') : '';
      texts.push({ id, label, text: (words.get(id) ?? []).join('\n'), below: 0 });
    }
    if ('children' in node) (node.children as GazetteContent[]).forEach(walk);
    if (id !== undefined) texts[at]!.below = texts.length - at - 1;
  };
  document.parts.forEach(walk);
  return texts;
}

/**
 * The whole text of a clause, one line for each paragraph, item, heading and row. A label without words of its own
 * (第十三条) stands in the first line below it, as printed.
 *
 * @param at its place in the list of `clauseTexts`.
 */
export function wholeClause(texts: readonly ClauseText[], at: number): string {
  const lines: string[] = [];
  let lead = '';
  for (const { label, text } of texts.slice(at, at + texts[at]!.below + 1)) {
    lead += label;
    if (text === '') continue;
    // A Latin label and the text after it would run together: 1. 3个月 is not 1.3个月.
    const gap = /[0-9A-Za-z.)]$/.test(lead) ? ' ' : /条$/.test(lead) ? '　' : '';
    lines.push(lead + gap + text);
    lead = '';
  }
  if (lead !== '') lines.push(lead);
  return lines.join('\n');
}

/** What stands above the clauses of a document. */
export interface TextHead {
  title: string;
  docNumber: string | null;
  /** Titles by part id; that of the main text ('') has no clause of its own. */
  titles: Record<string, string>;
}

/** The words of a whole document: its title and number, the title of its main text, then all clauses in lines. */
export function wholeDocument(
  { title, docNumber, titles }: TextHead,
  texts: readonly ClauseText[],
): string {
  const main = titles[''] ?? '';
  const lines = [title, docNumber ?? '', main === title ? '' : main];
  for (let at = 0; at < texts.length; at += texts[at]!.below + 1)
    lines.push(wholeClause(texts, at));
  return lines.filter((line) => line !== '').join('\n');
}
