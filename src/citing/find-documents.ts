/** The documents a reading names: by their ids, by 发文字号, by title. */
import { readTypedNumber, type TypedNumber } from './read-number.ts';
import { fitTitle, titleFits, titleForm, type TitleFit, type TitleForm } from './title-match.ts';

/** What must be known of a document to find it; the table of search (`search/documents.ts`) has it. */
export interface CitableDocument {
  id: string;
  title: string;
  /** 发文字号, null where none is printed. */
  number: string | null;
  /** ISO date or null. */
  date: string | null;
  /** Label of the issue: 2020年第11期（总第23期）. */
  issue: string;
  /** The issue in addresses: 2020-11. */
  issueKey: string;
  /** Titles of the texts inside by part id ('' the main text), where they differ from the document's. */
  parts?: Record<string, string>;
}

export interface FoundDocument<Document extends CitableDocument> {
  document: Document;
  /** Part the title belongs to: '' the document or its main text, att_1, t2. */
  part: string;
  /** `near`: the number or address is like the one typed. */
  by: 'id' | 'number' | 'near' | TitleFit;
}

interface Entry<Document> {
  document: Document;
  number: TypedNumber | null;
  titles: { part: string; form: TitleForm }[];
}

/** The library as it is searched; made once. */
export interface CitationIndex<Document extends CitableDocument> {
  entries: Entry<Document>[];
  documents: Document[];
}

/** @param documents newest first. */
export function indexDocuments<Document extends CitableDocument>(
  documents: Document[],
): CitationIndex<Document> {
  return {
    documents,
    entries: documents.map((document) => ({
      document,
      number: document.number === null ? null : readTypedNumber(document.number),
      titles: [['', document.title] as const, ...Object.entries(document.parts ?? {})]
        // The notice's own title is the document's.
        .filter(([part, title]) => title !== '' && part !== 'n')
        .map(([part, title]) => ({ part, form: titleForm(title) })),
    })),
  };
}

/** 景府办字 is meant by 根据景府办字, and by 府办字 in part. */
function fitsPrefix(typed: string, printed: string): 'whole' | 'part' | null {
  const [asked, own] = [bareOrder(typed), bareOrder(printed)];
  if (asked.endsWith(own)) return 'whole';
  return own.endsWith(asked) ? 'part' : null;
}

/** 市人民政府令, 市政府令: the same letterhead. */
const bareOrder = (prefix: string) => prefix.replace(/人民政府/g, '政府');

/** Documents of a number, those of the very prefix alone where there are any. */
export function withNumber<Document extends CitableDocument>(
  { entries }: CitationIndex<Document>,
  asked: TypedNumber,
): { document: Document; fit: 'whole' | 'part' }[] {
  const having = entries.flatMap(({ document, number }) => {
    if (number === null || number.number !== asked.number || number.order !== asked.order)
      return [];
    if (asked.year !== null && yearOf(number, document) !== asked.year) return [];
    if (asked.prefix === null) return [{ document, fit: 'part' as const, length: 0 }];
    const fit = fitsPrefix(asked.prefix, number.prefix ?? '');
    return fit === null ? [] : [{ document, fit, length: number.prefix?.length ?? 0 }];
  });
  const whole = having.filter(({ fit }) => fit === 'whole');
  // 景府办字 ends in 办字 too, if another authority's 代字 were that: the longest is meant.
  const longest = Math.max(0, ...whole.map(({ length }) => length));
  return whole.length > 0 ? whole.filter(({ length }) => length === longest) : having;
}

/** The year in a number; orders have none, theirs is that of their date. */
function yearOf({ year }: TypedNumber, { date }: CitableDocument): number | null {
  return year ?? (date === null ? null : Number(date.slice(0, 4)));
}

/** Documents with a fitting title, the best fit first, then the newest; each once. */
export function withTitle<Document extends CitableDocument>(
  { entries }: CitationIndex<Document>,
  typed: string,
): FoundDocument<Document>[] {
  const words = typed
    .split(' ')
    .map(titleForm)
    .filter(({ letters }) => letters !== '');
  const joined = titleForm(typed.replace(/ /g, ''));
  // One character names nothing.
  if (joined.letters.length < 2) return [];
  const found = entries.flatMap(({ document, titles }) => {
    const fits = titles.flatMap(({ part, form }) => {
      const by = fitTitle(words, joined, form);
      return by === null ? [] : [{ document, part, by }];
    });
    return fits.sort((a, b) => rank(a) - rank(b)).slice(0, 1);
  });
  return found.sort((a, b) => rank(a) - rank(b));
}

/** Place of a fit; a title of the document or of its main text comes before that of an attachment. */
function rank({ by, part }: { by: TitleFit; part: string }): number {
  return 2 * titleFits.indexOf(by) + (part.startsWith('att') ? 1 : 0);
}

/** The documents with an id as typed: jfbz-2020-55, also jfbz 2020-55. */
export function withId<Document extends CitableDocument>(
  { documents }: CitationIndex<Document>,
  typed: string,
): Document[] {
  const plain = (id: string) => id.replace(/[-_ ]/g, '');
  const exact = documents.filter(({ id }) => id === typed);
  return exact.length > 0 ? exact : documents.filter(({ id }) => plain(id) === plain(typed));
}
