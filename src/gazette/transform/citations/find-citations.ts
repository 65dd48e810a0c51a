/** The references of one piece of running text with what they lead to. */
import { findAttachmentReferences } from '../../../language/attachment-references.ts';
import { namedDocuments, isInstrument } from '../../../language/named-documents.ts';
import { findReferences, type ClauseReference } from '../../../language/references.ts';
import { namesItself } from '../../../language/referred-texts.ts';
import { normaliseTitle } from '../../../language/titles.ts';
import type { CitationTarget, ReferenceKind } from '../../../model/tree.ts';
import { findOwnClause, type OwnText } from './own-clauses.ts';
import type { Standpoint } from './standpoint.ts';

/** A reference in a text; UTF-16 offsets. */
export interface FoundCitation {
  start: number;
  end: number;
  kind: ReferenceKind;
  target: CitationTarget;
  unresolved?: string;
  lacking?: string;
}

/** What the text around a reference knows. */
export interface CitingText {
  /** Title of the text the words belong to, by which 本办法 is told. */
  title: string;
  /** The text whose clauses a reference without a name means. */
  own: OwnText;
  /** Whether the words stand in a text without articles, which means another's clauses only by its name. */
  foreign: boolean;
  /** Short names of the document: 条例 → 江西省旅游者权益保护条例. */
  shortNames: ReadonlyMap<string, string>;
  /** An attachment of the document by its number, null for the only one. */
  attachment(number: number | null, branch: number | null): CitationTarget | null;
  /** A text of the issue by its title or its number: a part of the document itself, or another document. */
  held(title: string | null, docNumber: string | null): CitationTarget | null;
}

/** The references of a text in order; they do not overlap. */
export function findCitations(text: string, at: Standpoint, context: CitingText): FoundCitation[] {
  const named = namedDocuments(text);
  const found = findReferences(text).flatMap((reference) => {
    const citation = clauseCitation(reference, text, at, context);
    return citation ? [citation] : [];
  });
  // 《条例》第三条、第五条: the name belongs to the first of the list.
  const taken: FoundCitation[] = [];
  for (const citation of found) {
    const last = taken.at(-1);
    if (last && citation.start < last.end) continue;
    taken.push(citation);
  }
  const isFree = ({ start, end }: { start: number; end: number }) =>
    !taken.some((other) => start < other.end && other.start < end);
  for (const { title, docNumber, start, end } of named) {
    // （以下简称《条例》） gives a name and refers to nothing.
    if (!isFree({ start, end }) || /简称\s*$/.test(text.slice(0, start))) continue;
    const citation = namedCitation(title, docNumber, context);
    if (citation) taken.push({ start, end, ...citation });
  }
  for (const { start, end, number, branch } of findAttachmentReferences(text)) {
    if (!isFree({ start, end })) continue;
    const target = context.attachment(number, branch);
    const words = text.slice(start, end).replace(/\s/g, '');
    if (target) taken.push({ start, end, kind: 'attachment', target });
    else if (!at.inTable)
      taken.push({
        start,
        end,
        kind: 'attachment',
        target: {},
        unresolved: `本文后没有印出${words === '附件' ? '唯一的附件' : words}`,
      });
  }
  return taken.sort((a, b) => a.start - b.start);
}

function clauseCitation(
  reference: ClauseReference,
  text: string,
  at: Standpoint,
  context: CitingText,
): FoundCitation | null {
  const { law, quoted, start, end } = reference;
  const isSelf = law?.kind === 'self' && namesItself(law.name, context.title);
  const isOwn = !quoted && (isSelf || (law === null && !at.inTable));
  if (isOwn) {
    if (context.foreign && law === null && !isLocal(reference)) return null;
    const from = isSelf && adjoins(text, law.end, start) ? law.start : start;
    return { start: from, end, ...ownCitation(reference, at, context) };
  }
  const title = lawTitle(reference, text, context);
  if (title === null) return null;
  const from = law && !law.carried && adjoins(text, law.end, start) ? law.start : start;
  const { path } = reference;
  return {
    start: from,
    end,
    kind: 'clause',
    target: { ...context.held(title, null), title, path },
  };
}

/** 前款, 第（一）项: means a clause nearby, also where the text has no articles. */
function isLocal({ path, relative }: ClauseReference): boolean {
  return relative === null && path.article === undefined && path.item !== undefined;
}

function ownCitation(
  reference: ClauseReference,
  at: Standpoint,
  context: CitingText,
): Omit<FoundCitation, 'start' | 'end'> {
  const kind = reference.relative ? 'relative' : 'own';
  const found = findOwnClause(reference, at, context.own);
  if ('unclear' in found) return { kind, target: {}, unresolved: found.unclear };
  if ('lacking' in found) {
    const { lacking } = found;
    return { kind, target: {}, unresolved: `本文没有${lacking}`, lacking };
  }
  return { kind, target: { ...found } };
}

/** Only words like 的 and a note in brackets stand between a name and its clause. */
function adjoins(text: string, end: number, start: number): boolean {
  return (
    start >= end &&
    /^(?:\s*[（(][^（）()]{0,60}[)）])*[\s的中之内文件上述]{0,6}$/u.test(text.slice(end, start))
  );
}

/** The whole title of the law whose clause is meant; null where it cannot be told. */
function lawTitle(
  { law, start, relative }: ClauseReference,
  text: string,
  { shortNames }: CitingText,
): string | null {
  if (relative !== null) return null;
  const before = text.slice(0, law?.start ?? start);
  const last = (ending: string) => {
    const titles = namedDocuments(before).flatMap(({ title }) =>
      title?.replace(/[（(][^（）()]*[)）]$/, '').endsWith(ending) ? [title] : [],
    );
    return titles.at(-1) ?? null;
  };
  // 本法 in a cell that prints another law's words, 第六十六条 after 《畜牧法》第四十一条.
  if (law === null) return last('');
  const name = law.name.replace(/\s/g, '');
  if (law.kind === 'self') return last(name.replace(/^本(?:实施)?/, ''));
  const whole = shortNames.get(name);
  if (whole !== undefined) return whole;
  if (law.kind === 'title') return normaliseTitle(law.name);
  // 该办法第三条: the one named last.
  return law.anaphor || name.length < 3 ? last(name) : name;
}

function namedCitation(
  title: string | null,
  docNumber: string | null,
  { held, shortNames }: CitingText,
): Omit<FoundCitation, 'start' | 'end'> | null {
  const whole = title === null ? null : (shortNames.get(title) ?? title);
  const own = held(whole, docNumber);
  if (!own && docNumber === null && !isInstrument(whole!)) return null;
  const target: CitationTarget = {
    ...own,
    ...(whole === null ? {} : { title: whole }),
    ...(docNumber === null ? {} : { docNumber }),
  };
  return {
    kind: own?.clause === undefined || own.document !== undefined ? 'named' : 'attachment',
    target,
  };
}
