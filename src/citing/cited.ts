/** From a clause's id and name to the words of a citation: of which text, in which attachment, at which place. */
import type { CitableClause, CitableDocument, Cited } from './facts.ts';

/**
 * The clause in the words of a citation.
 *
 * A clause of the promulgated text is cited from its own title (《…办法》第十三条), one of the notice and of attachments
 * from the title of the document.
 *
 * @param ids of the document's clauses; 表1 is left out where an attachment holds one table.
 */
export function citeClause(
  { document: facts, titles, partNames }: CitableDocument,
  { id, name }: CitableClause,
  ids: Iterable<string>,
): Cited {
  const part = partOf(id, titles);
  const own = titles[part] ?? '';
  const isAttachment = part.startsWith('att_');
  const partName = partNames[part] ?? '';
  const place = placeIn(name, partName);
  return {
    facts,
    title: id === '' || isAttachment || own === '' ? facts.title : own,
    forwarded:
      id !== '' && part !== 'n' && !isAttachment && own !== '' && isForwarding(facts.title),
    attachment: isAttachment ? partName + (own === '' ? '' : `《${quoteTitle(own)}》`) : '',
    place: isAttachment && hasOneTable(part, ids) ? place.replace(/^表1(?=第)/u, '') : place,
    id,
  };
}

/** The document as a whole. */
export function citeDocument({ document: facts }: Pick<CitableDocument, 'document'>): Cited {
  return { facts, title: facts.title, forwarded: false, attachment: '', place: '', id: '' };
}

/** Id of the part a clause stands in, '' for the main text. */
export function partOf(id: string, titles: Record<string, string>): string {
  const parts = Object.keys(titles).filter((part) => id === part || id.startsWith(`${part}__`));
  return parts.sort((a, b) => b.length - a.length)[0] ?? '';
}

/** A title inside 《》: marks in it become 〈〉, those in them 《》 again (GB/T 15834—2011, 4.15). */
export function quoteTitle(title: string): string {
  let depth = 0;
  return title.replace(/[《〈》〉]/gu, (mark) => {
    const opens = mark === '《' || mark === '〈';
    if (!opens) depth = Math.max(0, depth - 1);
    const written = depth % 2 === 0 ? '〈〉' : '《》';
    if (opens) depth++;
    return written[opens ? 0 : 1]!;
  });
}

/** 转发 stands before what is forwarded: 某局转发某厅关于…的通知, 关于转发《…》的通知; not 关于印发文件转发办法的通知. */
function isForwarding(title: string): boolean {
  return /^(?:(?!印发|公布|发布)[^《〈])*转发/u.test(title);
}

/** The name without that of the part, without blanks and the mark that ends a heading's label (二、 → 二). */
function placeIn(name: string, part: string): string {
  const place = name.startsWith(part) ? name.slice(part.length) : name;
  return place.replace(/\s+/gu, '').replace(/[、.．]$/u, '');
}

function hasOneTable(part: string, ids: Iterable<string>): boolean {
  let tables = 0;
  for (const id of ids) {
    const isTable = id.startsWith(`${part}__tbl_`) && id.split('__').length === 2;
    if (isTable) tables++;
  }
  return tables === 1;
}
