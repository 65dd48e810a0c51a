/**
 * What a reading means in this library: one place for certain, several to choose from, or nothing, with what there is.
 * Only certainty lands: an id, a whole 发文字号, a title that no other is like.
 */
import { wholeClause } from '../model/clause-texts.ts';
import {
  findById,
  findByName,
  findSteps,
  type CitableClause,
  type ClauseSearch,
} from './find-clause.ts';
import {
  withId,
  withNumber,
  withTitle,
  type CitableDocument,
  type CitationIndex,
  type FoundDocument,
} from './find-documents.ts';
import { isIssue, issuesOf, issuesOfYear, type CitableIssue } from './find-issues.ts';
import { writeTypedNumber, type TypedNumber } from './read-number.ts';
import { namesDocument, type Reading } from './read-reference.ts';

export interface TargetClause {
  id: string;
  /** 第十三条第一款第（二）项 */
  name: string;
  /** Its whole text, as shown. */
  text: string;
}

/** A document, or a clause of it. */
export interface DocumentTarget<Document> {
  document: Document;
  /** null: the document as a whole. */
  clause: TargetClause | null;
  /** By what it was found; null where only its date speaks for it. */
  by: FoundDocument<CitableDocument>['by'] | null;
  /** The same in Chinese. */
  why: string;
}

export type Resolution<Document> =
  /** One place, for certain. `note`: what else is to be said of it, or ''. */
  | { kind: 'landed'; target: DocumentTarget<Document>; note: string }
  /** An issue, for certain. */
  | { kind: 'issue'; issue: CitableIssue }
  /** Several places fit, or one that is not certain. */
  | {
      kind: 'candidates';
      reason: string;
      candidates: DocumentTarget<Document>[];
      issues: CitableIssue[];
    }
  /** Nothing fits: why, and what there is instead. */
  | {
      kind: 'missing';
      reason: string;
      exists: DocumentTarget<Document>[];
      issues: CitableIssue[];
    }
  /** Nothing was typed that could be a reference. */
  | { kind: 'empty' };

/** Clauses of a document; rejects where its file cannot be fetched. */
export type LoadClauses = (id: string) => Promise<readonly CitableClause[]>;

/** Documents whose clauses are fetched for one reference. */
const opened = 6;
const shown = 8;

/** Finds what a reading means. Rejects only where `load` does. */
export async function resolveReference<Document extends CitableDocument>(
  reading: Reading,
  index: CitationIndex<Document>,
  load: LoadClauses,
): Promise<Resolution<Document>> {
  if (!namesDocument(reading)) return resolveWithoutDocument(reading, index);
  const { found, certain, reason, similar } = findDocuments(reading, index);
  if (found.length === 0)
    return {
      kind: 'missing',
      reason,
      exists: similar.slice(0, shown).map((one) => toTarget(one)),
      issues: [],
    };
  const isTitle = isWholeTitle(reading, index);
  const isWhole = reading.clause === null && reading.clauseId === null && !mayNamePart(reading);
  if ((isTitle || isWhole) && found.every(({ part }) => part === ''))
    return certain
      ? { kind: 'landed', target: toTarget(found[0]!), note: '' }
      : choose(
          found.map((one) => toTarget(one)),
          reason,
        );
  const asked = isTitle ? { ...reading, clause: null, name: '' } : reading;
  return resolveClause(asked, found, certain, reason, load);
}

/** A title may end as a clause does: 关于…的补充规定（二）. */
function isWholeTitle<Document extends CitableDocument>(
  { ids, numbers, titles, clause, name }: Reading,
  index: CitationIndex<Document>,
): boolean {
  if (clause === null || ids.length + numbers.length + titles.length > 0) return false;
  return withTitle(index, name)[0]?.by === 'whole';
}

/** After a number or a title, other words may be the name of a part: （文号）附注. */
const mayNamePart = ({ ids, numbers, titles, words }: Reading) =>
  words !== '' && ids.length + numbers.length + titles.length > 0;

function choose<Document>(
  candidates: DocumentTarget<Document>[],
  reason: string,
): Resolution<Document> {
  return { kind: 'candidates', reason, candidates: candidates.slice(0, shown), issues: [] };
}

const reasons: Record<FoundDocument<CitableDocument>['by'], string> = {
  id: '地址相符',
  number: '发文字号相符',
  whole: '标题相符',
  end: '标题的简称',
  part: '标题含这几个字',
  words: '标题含这些词',
  similar: '标题相近',
  near: '文号相近',
};

function toTarget<Document extends CitableDocument>(
  { document, by, part }: FoundDocument<Document>,
  clauses: readonly CitableClause[] = [],
  place = -1,
): DocumentTarget<Document> {
  const found = clauses[place];
  const clause = found
    ? { id: found.id, name: found.name, text: wholeClause(clauses, place) }
    : null;
  return {
    document,
    clause,
    by,
    why: part.startsWith('att') ? `附件的${reasons[by]}` : reasons[by],
  };
}

interface Named<Document extends CitableDocument> {
  found: FoundDocument<Document>[];
  certain: boolean;
  /** Why it is not certain, or why there is none. */
  reason: string;
  /** What comes near where nothing is found. */
  similar: FoundDocument<Document>[];
}

/** The documents meant by ids, else numbers, else titles; what was typed besides must agree. */
function findDocuments<Document extends CitableDocument>(
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

/** The clause in each of the documents found. */
async function resolveClause<Document extends CitableDocument>(
  reading: Reading,
  found: FoundDocument<Document>[],
  certain: boolean,
  reason: string,
  load: LoadClauses,
): Promise<Resolution<Document>> {
  const read = await Promise.all(
    found.slice(0, opened).map(async (one) => {
      const clauses = await load(one.document.id);
      return { one, clauses, search: searchClauses(reading, clauses, one.part) };
    }),
  );
  const targets = read.flatMap(({ one, clauses, search }) =>
    search.places.map((place) => toTarget(one, clauses, place)),
  );
  const isWhole = read.every(({ search }) => search.places.every((place) => place === -1));
  if (targets.length === 1 && certain)
    return { kind: 'landed', target: targets[0]!, note: read[0]!.search.note };
  if (targets.length > 0) {
    if (!certain) {
      const having = read.filter(({ search }) => search.places.length > 0).length;
      return choose(
        targets,
        having < found.length ? `${reason}其中${String(having)}件有这一条款。` : reason,
      );
    }
    return choose(
      targets,
      reading.clause?.also.length
        ? `写了${String(targets.length)}处条款。`
        : isWhole
          ? reason
          : `有${String(targets.length)}处相符。`,
    );
  }
  const { one, search, clauses } = read[0]!;
  const missing =
    read.length === 1
      ? search.missing
      : `这${String(read.length)}件文件都没有所写的条款。${reason}`;
  return {
    kind: 'missing',
    reason: missing,
    exists:
      read.length === 1
        ? [toTarget(one, clauses, search.reached)]
        : read.map(({ one: each }) => toTarget(each)),
    issues: [],
  };
}

function searchClauses(
  { clauseId, clause, words, name }: Reading,
  clauses: readonly CitableClause[],
  part: string,
): ClauseSearch {
  const none: ClauseSearch = { places: [], reached: -1, missing: '', note: '' };
  const exact = clauseId === null ? null : findById(clauses, clauseId);
  if (exact !== null) return { ...none, places: [exact] };
  const named = part === '' ? findByName(clauses, name) : [];
  if (named.length > 0) return { ...none, places: named };
  if (clause === null)
    return clauseId === null
      ? // Words beside a number that name no part say something of the document.
        { ...none, places: [part === '' ? -1 : (findById(clauses, part) ?? -1)] }
      : { ...none, missing: `本文没有地址为#${clauseId}的条款。` };
  // 通知 第二段: the words name the part.
  const inside = findByName(clauses, words).map((at) => clauses[at]!.id);
  const own = inside.length === 1 ? inside[0]! : part;
  const searches = [clause.steps, ...clause.also].map((steps) =>
    findSteps(clauses, { steps, through: clause.through }, own),
  );
  const [first] = searches as [ClauseSearch];
  return { ...first, places: [...new Set(searches.flatMap(({ places }) => places))] };
}

function resolveWithoutDocument<Document extends CitableDocument>(
  { issue, month, clause, clauseId }: Reading,
  { documents }: CitationIndex<Document>,
): Resolution<Document> {
  if (month !== null) return ofMonth(month, documents);
  if (issue !== null) {
    const all = issuesOf(documents);
    const meant = all.filter((one) => isIssue(one, issue));
    const certain = issue.key !== null || issue.totalNumber !== null || issue.year !== null;
    if (meant.length === 1 && certain) return { kind: 'issue', issue: meant[0]! };
    if (meant.length > 0)
      return {
        kind: 'candidates',
        reason: certain ? '有几种公报有这一期。' : '没有写年份。',
        candidates: [],
        issues: meant,
      };
    const near = issue.year === null ? all : issuesOfYear(all, issue.year);
    return {
      kind: 'missing',
      reason:
        issue.year !== null && near.length === 0
          ? `站内没有${String(issue.year)}年的公报。`
          : '站内没有这一期，或者原文没有载明它的期号。',
      exists: [],
      issues: (near.length > 0 ? near : all).slice(0, shown),
    };
  }
  if (clause !== null || clauseId !== null)
    return {
      kind: 'missing',
      reason: '只写了条款，没有写是哪一份文件。请在前面加上发文字号或标题。',
      exists: [],
      issues: [],
    };
  return { kind: 'empty' };
}

/** 2022年7月 is no reference; what is dated then is said. */
function ofMonth<Document extends CitableDocument>(
  month: string,
  documents: Document[],
): Resolution<Document> {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const dated = documents.filter(({ date }) => date?.startsWith(month));
  const written = `${String(year)}年${String(number)}月`;
  return {
    kind: 'missing',
    reason:
      dated.length > 0
        ? `“${written}”不是引用，站内这个月成文的有${String(dated.length)}件。`
        : `“${written}”不是引用，站内没有这个月成文的文件。`,
    exists: dated
      .slice(0, shown)
      .map((document) => ({ document, clause: null, by: null, why: '这个月成文' })),
    issues: issuesOf(documents).filter((issue) =>
      isIssue(issue, { key: null, year, number, totalNumber: null }),
    ),
  };
}
