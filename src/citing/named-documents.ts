/** The documents a reading names, whether that is certain, and why not. */
import {
  withId,
  withNumber,
  withTitle,
  type CitableDocument,
  type CitationIndex,
  type FoundDocument,
} from './find-documents.ts';
import { isIssue, issuesOf } from './find-issues.ts';
import { writeTypedNumber, type TypedNumber } from './read-number.ts';
import { namesDocument, type Reading } from './read-reference.ts';
import { shown } from './resolution.ts';

export interface Named<Document extends CitableDocument> {
  found: FoundDocument<Document>[];
  certain: boolean;
  /** Why it is not certain, or why there is none. */
  reason: string;
  /** What comes near where nothing is found. */
  similar: FoundDocument<Document>[];
}

/** The documents meant by ids, else numbers, else titles; what was typed besides must agree. */
export function findDocuments<Document extends CitableDocument>(
  reading: Reading,
  index: CitationIndex<Document>,
): Named<Document> {
  if (reading.ids.length > 0) {
    const named = byId(reading.ids, index);
    // COVID-19 looks like an address.
    if (named.found.length > 0 || !namesDocument({ ...reading, ids: [] })) return named;
  }
  const title = reading.titles[0] ?? '';
  const titled = title === '' ? [] : withTitle(index, title);
  if (reading.numbers.length > 0) return byNumber(reading, index, titled);
  if (isWholeTitle(reading, index)) return byTitle(reading.name, reading, index);
  return byTitle(title === '' ? reading.words : title, reading, index);
}

function byId<Document extends CitableDocument>(
  ids: string[],
  index: CitationIndex<Document>,
): Named<Document> {
  const found = withId(index, ids[0]!).map((document) => ({
    document,
    part: '',
    by: 'id' as const,
  }));
  const family = ids[0]!.replace(/[^-]*$/, '');
  return {
    found,
    certain: found.length === 1,
    reason: found.length > 1 ? '有几件文件的地址这样写。' : `站内没有地址为${ids[0]!}的文件。`,
    similar: index.documents
      .filter(({ id }) => family !== '' && id.startsWith(family))
      .map((document) => ({ document, part: '', by: 'near' as const })),
  };
}

function byNumber<Document extends CitableDocument>(
  { numbers }: Reading,
  index: CitationIndex<Document>,
  titled: FoundDocument<Document>[],
): Named<Document> {
  const [asked] = numbers as [TypedNumber];
  const having = numbers.flatMap((one) => withNumber(index, one));
  const found = having.map(({ document }): FoundDocument<Document> => {
    const named = titled.find((other) => other.document === document);
    return { document, part: named?.part ?? '', by: 'number' };
  });
  if (found.length === 0) {
    const whole = titled.filter(({ by }) => by === 'whole');
    const reason = `站内没有${writeTypedNumber(asked)}。`;
    if (whole.length > 0)
      return {
        found: whole,
        certain: false,
        reason: `${reason}标题相符的文件，文号与所写的不同。`,
        similar: [],
      };
    return { found, certain: false, reason, similar: [...titled, ...nearNumbers(index, asked)] };
  }
  if (found.length > 1)
    return { found, certain: false, reason: `有${String(found.length)}件文件相符。`, similar: [] };
  const [{ fit }] = having as [(typeof having)[number]];
  const conflict = titled.filter(
    ({ by, document }) => by === 'whole' && document !== found[0]!.document,
  );
  const agrees = titled.some(({ document }) => document === found[0]!.document);
  if (conflict.length > 0 && !agrees)
    return {
      found: [...found, ...conflict],
      certain: false,
      reason: '标题和发文字号不是同一件文件的。',
      similar: [],
    };
  // 令1号 leaves out less than 〔2020〕55号: which authority's number that is, is not said.
  const certain = asked.order ? asked.prefix !== null : fit === 'whole' && asked.year !== null;
  if (numbers.length > 1)
    return { found, certain: false, reason: '写了几个发文字号，站内只有这一件。', similar: [] };
  return { found, certain, reason: certain ? '' : '只写了文号的一部分。', similar: [] };
}

/** Numbers near to one that is not there: those of its prefix and year, then its year and number under other prefixes. */
function nearNumbers<Document extends CitableDocument>(
  index: CitationIndex<Document>,
  asked: TypedNumber,
): FoundDocument<Document>[] {
  const near = index.entries.flatMap(({ document, number }) => {
    if (number === null || number.order !== asked.order) return [];
    const sameNumber =
      number.number === asked.number && (asked.year ?? number.year) === number.year;
    const samePrefix =
      asked.prefix !== null && number.prefix !== null && asked.prefix.endsWith(number.prefix);
    if (!samePrefix && !sameNumber) return [];
    const apart =
      (samePrefix ? 0 : 1000) +
      100 * Math.abs((number.year ?? 0) - (asked.year ?? number.year ?? 0)) +
      Math.abs(number.number - asked.number);
    return [{ document, part: '', by: 'near' as const, apart }];
  });
  return near.sort((a, b) => a.apart - b.apart).slice(0, 4);
}

function byTitle<Document extends CitableDocument>(
  typed: string,
  { issue }: Reading,
  index: CitationIndex<Document>,
): Named<Document> {
  const all = withTitle(index, typed);
  const issues = issue ? issuesOf(index.documents).filter((one) => isIssue(one, issue)) : [];
  const keys = new Set(issues.map(({ key }) => key));
  const inIssue = all.filter(({ document }) => keys.has(document.issueKey));
  const fitting = inIssue.length > 0 ? inIssue : all;
  const near = fitting.filter(({ by }) => by !== 'similar');
  const [first, second] = near;
  if (!first) {
    const none = `站内没有标题含“${typed}”的文件`;
    // A title with wrong letters is offered, never taken for the one.
    return fitting.length > 0
      ? { found: fitting, certain: false, reason: `${none}，相近的有：`, similar: [] }
      : { found: [], certain: false, reason: `${none}。`, similar: [] };
  }
  const alone = first.by === 'whole' ? second?.by !== 'whole' : near.length === 1;
  const elsewhere = issue !== null && inIssue.length === 0;
  const certain = alone && !elsewhere && (first.by === 'whole' || first.by === 'end');
  return {
    found: certain ? [first] : near,
    certain,
    reason: elsewhere
      ? '标题相符的文件不在所写的这一期。'
      : near.length === 1
        ? '只写了标题的一部分，请确认。'
        : `有${String(near.length)}件文件的标题相符${near.length > shown ? `，先列${String(shown)}件` : ''}。`,
    similar: [],
  };
}

/** A title may end as a clause does: 关于…的补充规定（二）. */
export function isWholeTitle<Document extends CitableDocument>(
  { ids, numbers, titles, clause, name }: Reading,
  index: CitationIndex<Document>,
): boolean {
  if (clause === null || ids.length + numbers.length + titles.length > 0) return false;
  return withTitle(index, name)[0]?.by === 'whole';
}
