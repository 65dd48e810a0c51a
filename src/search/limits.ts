/** What a query asks of a document beside its text: words of its titles, number, issuers. Read from the table of documents. */
import { searchText } from '../language/text.ts';
import type { ListedDocument } from './documents.ts';
import { foldWithPlaces } from './fold.ts';
import { findPhrase, mergeMarks, type Mark } from './match.ts';
import { titleLabel, type FoundClause } from './record.ts';
import type { Limit, LimitField } from './query.ts';

/** Whether the document meets every limit. */
export function meetsLimits(document: ListedDocument, limits: Limit[]): boolean {
  return limits.every((limit) => {
    const texts = valuesOf(document, limit.field);
    return texts.some((text) => marksOf(text, [limit]).length > 0) !== limit.excluded;
  });
}

/**
 * The titles of a document that hold a word asked for in titles, as clauses with marks: its own, and those of the texts
 * it carries. Where only numbers or issuers are asked for, its own title without marks.
 */
export function limitedTitles(
  document: ListedDocument,
  limits: Limit[],
): (FoundClause & { marks: Mark[] })[] {
  const words = limits.filter(({ field, excluded }) => field === 'title' && !excluded);
  const titles = titlesOf(document).map((title) => ({
    ...title,
    marks: marksOf(title.text, words),
  }));
  return words.length === 0 ? titles.slice(0, 1) : titles.filter(({ marks }) => marks.length > 0);
}

/** 标题 of the document first; a main text's title stands under the page itself. */
function titlesOf({ title, parts = {} }: ListedDocument): FoundClause[] {
  const own = { id: '', label: titleLabel, text: searchText(title) };
  const carried = Object.entries(parts).map(([id, text]) => ({
    id,
    label: id === '' ? '正文标题' : `所载文本标题`,
    text: searchText(text),
  }));
  return [own, ...carried];
}

function valuesOf(document: ListedDocument, field: LimitField): string[] {
  if (field === 'title') return titlesOf(document).map(({ text }) => text);
  if (field === 'issuer') return document.issuers;
  return document.number === null ? [] : [document.number];
}

function marksOf(text: string, phrases: { folded: string }[]): Mark[] {
  const folded = foldWithPlaces(text);
  return mergeMarks(phrases.flatMap((phrase) => findPhrase(folded, phrase.folded)));
}
