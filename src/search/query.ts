/**
 * Reads what was typed: several words are all wanted, "…" keeps white space together, -词 is excluded, 标题:词 looks in
 * titles, 文号:词 in numbers, 机关:词 in issuers. What is none of these is text.
 */
import { explainQuery } from './explain.ts';
import { foldPhrase } from './fold.ts';
import { isWhole } from './numbers.ts';

export interface Phrase {
  /** As typed. */
  text: string;
  folded: string;
}

/** What a document is asked for beside its text. */
export type LimitField = 'title' | 'number' | 'issuer';

/** A word that one field of a document has to hold, or not to hold. */
export interface Limit extends Phrase {
  field: LimitField;
  excluded: boolean;
}

export interface Query {
  phrases: Phrase[];
  /** No clause with one of these is a hit. */
  excluded: Phrase[];
  /** Every one holds of every document found. */
  limits: Limit[];
  /** What is wanted, without the signs of the query language: what references and titles are recognised in. */
  plain: string;
  /** How the input was read, in Chinese: 同时含“热线”和“考核”，不含“试行”. Empty where nothing is asked for. */
  explanation: string;
  /** Something was left out because the input is too long. */
  cut: boolean;
}

/** Longest input that is read, in characters. */
export const maxLength = 80;
/** Words wanted, words excluded, limits: as many of each are read. */
const maxPhrases = 8;

const fields: Record<string, LimitField> = {
  标题: 'title',
  题名: 'title',
  文号: 'number',
  发文字号: 'number',
  机关: 'issuer',
  发文机关: 'issuer',
  標題: 'title',
  文號: 'number',
  機關: 'issuer',
};
const prefix = `(?:${Object.keys(fields).join('|')})[:：﹕∶]\\s*`;
/** The sign of a limit where a word begins. */
export const fieldPrefix = new RegExp(`(?<=^|[\\s－−﹣-])${prefix}`, 'gu');
const opening = '"“”„‟＂「『〝﹁﹃';
const closing = '"“”„‟＂」』〞〟﹂﹄';
/** -, －, − and ﹣ before a word. */
const minus = '[-－−﹣]';
/** A quotation ends before white space, the end or another quotation: “放管服”改革 is text with marks in it. */
const token = new RegExp(
  `(?<minus>${minus}?)(?<field>${prefix})?` +
    `(?:[${opening}](?<quoted>[^${opening}${closing}]+)[${closing}](?=[\\s${opening}]|${minus}[${opening}]|$)|` +
    `[${opening}](?<spaced>[^${opening}${closing}]*\\s[^${opening}${closing}]*)[${closing}]|(?<word>\\S+))`,
  'gu',
);

/**
 * The words of an input with what is asked of each. Words without a letter, digit or Han character are passed over, as
 * are words that stand inside another one.
 */
export function readQuery(input: string): Query {
  const characters = [...input.toWellFormed().trim()];
  const text = characters.slice(0, maxLength).join('');
  const phrases: Phrase[] = [];
  const excluded: Phrase[] = [];
  const limits: Limit[] = [];
  for (const { groups = {} } of text.matchAll(token)) {
    const typed = (groups.quoted ?? groups.spaced ?? groups.word!).trim();
    const folded = groups.word === undefined ? quotedText(typed) : trimMarks(foldPhrase(typed));
    if (folded === '') continue;
    const negative = groups.minus !== '';
    const field = groups.field && fields[/^\p{Script=Han}+/u.exec(groups.field)![0]];
    const phrase = { text: typed, folded };
    if (field) limits.push({ ...phrase, field, excluded: negative });
    else (negative ? excluded : phrases).push(phrase);
  }
  const read = {
    phrases: phrases.filter(isWidest).slice(0, maxPhrases),
    excluded: excluded.filter(isNarrowest).slice(0, maxPhrases),
    limits: limits.filter(isNew).slice(0, maxPhrases),
  };
  const cut =
    characters.length > maxLength ||
    [phrases, excluded, limits].some(({ length }) => length > maxPhrases);
  const isText = excluded.length + limits.length === 0;
  return {
    ...read,
    cut,
    plain: isText ? input.toWellFormed().trim() : wanted(read),
    explanation: explainQuery({ ...read, cut }),
  };
}

/** The words wanted, of limits those that name documents. */
function wanted({ phrases, limits }: Pick<Query, 'phrases' | 'limits'>): string {
  const naming = limits.filter(({ field, excluded }) => field !== 'issuer' && !excluded);
  return [...naming, ...phrases].map(({ text }) => text).join(' ');
}

/** In quotes every mark counts, unless there is nothing else. */
function quotedText(typed: string): string {
  const folded = foldPhrase(typed);
  return trimMarks(folded) === '' ? '' : folded;
}

/** Marks around a phrase that a sentence would have there are no part of what is looked for. */
function trimMarks(folded: string): string {
  if (!/[\p{L}\p{N}]/u.test(folded)) return '';
  return folded.replace(/^[\s"',.;:!?、。]+|[\s"',;:!?、。]+$/gu, '');
}

/** Whether `part` stands in `whole` as it would be found there: 5 is not in 55. */
function isIn(part: Phrase, whole: Phrase): boolean {
  const at = whole.folded.indexOf(part.folded);
  return at !== -1 && isWhole(whole.folded, at, at + part.folded.length);
}

/** What holds 医疗保障 holds 医疗: the longer word is enough. */
function isWidest(phrase: Phrase, index: number, all: Phrase[]): boolean {
  return !all.some(
    (other, at) =>
      at !== index && isIn(phrase, other) && (other.folded !== phrase.folded || at < index),
  );
}

/** What lacks 医疗 lacks 医疗保障: the shorter word is enough. */
function isNarrowest(phrase: Phrase, index: number, all: Phrase[]): boolean {
  return !all.some(
    (other, at) =>
      at !== index && isIn(other, phrase) && (other.folded !== phrase.folded || at < index),
  );
}

function isNew(limit: Limit, index: number, all: Limit[]): boolean {
  return !all
    .slice(0, index)
    .some(
      ({ folded, field, excluded }) =>
        folded === limit.folded && field === limit.field && excluded === limit.excluded,
    );
}
