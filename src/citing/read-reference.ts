/**
 * Reads a reference as people write it (景府办字〔2020〕55号第十三条第一款第（二）项, 12345热线管理办法 第十三条, 令1号第九条,
 * 2022年第7期, a pasted address) into its document, clause and issue. What is meant is found by `resolve-reference.ts`.
 */
import { stepsOfId, type Step } from './clause-steps.ts';
import { readAddress } from './read-address.ts';
import { findClause, type FoundClause, type TypedClause } from './read-clause.ts';
import { readMonth, takeIssue, type TypedIssue } from './read-issue.ts';
import { takeNumbers, type TypedNumber } from './read-number.ts';
import { cut, gap, normaliseTyped } from './typed-text.ts';

export interface Reading {
  /** Ids of documents as they stand in addresses. */
  ids: string[];
  numbers: TypedNumber[];
  /** Titles in 《》, without the marks. */
  titles: string[];
  /** What else was typed: words of a title, or the name of a part (附注). */
  words: string;
  /** Id of a clause as it stands in an address. */
  clauseId: string | null;
  clause: TypedClause | null;
  /** All that stands beside ids, numbers, titles and issue: it may be the very name of a clause (附件 1.). */
  name: string;
  issue: TypedIssue | null;
  /** 2022-07 for 2022年7月, which names no document. */
  month: string | null;
}

/** Whether a reading names a document in any way. */
export function namesDocument({ ids, numbers, titles, words }: Reading): boolean {
  return ids.length > 0 || numbers.length > 0 || titles.length > 0 || words !== '';
}

/** 《某市人民政府公报》, not 《…统计公报》. */
const isGazette = /(?:政府|委员会)公报$/u;
const gazetteNames = /\S*(?:政府|委员会)公报/gu;

/** Reads an input; never throws. What is too long is cut. */
export function readReference(input: string): Reading {
  const address = readAddress(cut(input));
  let rest = normaliseTyped(address?.rest ?? input);
  const month = readMonth(rest);
  const titles: string[] = [];
  rest = rest.replace(/《((?:[^《》]|《[^《》]*》)+)》/gu, (_, title: string) => {
    titles.push(title.trim());
    return gap;
  });
  const named = takeIds(rest);
  const numbered = takeNumbers(named.rest);
  const issued = month === null ? takeIssue(numbered.rest) : { issue: null, rest: '' };
  const { clause, words, name } = readSegments(issued.rest);
  const issue = address?.issue ?? named.issue;
  const clauseId = address?.clauseId ?? named.clauseId;
  return {
    ids: [...(address?.document ? [address.document] : []), ...named.ids],
    numbers: numbered.numbers,
    // 《某市人民政府公报》2022年第7期: the gazette is no document of its own.
    titles: issued.issue ? titles.filter((title) => !isGazette.test(title)) : titles,
    words: issued.issue ? words.replace(gazetteNames, '').trim() : words,
    clauseId,
    clause: clause ?? fromId(clauseId),
    name,
    issue:
      issue === null ? issued.issue : { key: issue, year: null, number: null, totalNumber: null },
    month,
  };
}

function fromId(id: string | null): TypedClause | null {
  const steps: Step[] | null = id === null ? null : stepsOfId(id);
  return steps && { steps, through: null, also: [] };
}

const unitIds = '(?:art|para|item|pt|chp|sec|bk|att|tbl|[abcdeprg])_n?\\d[\\d-]*[a-z]?';
const partIds = '(?:n|t\\d+|to|note|sign[a-z]?|source|contents|attachments|unk_\\d+)';
const clauseIds = new RegExp(
  `(?:#((?:${unitIds}|${partIds})(?:__(?:${unitIds}|${partIds}))*)|(?<![a-z0-9_-])((?:(?:att_[\\d-]+|n|t\\d+)__)?${unitIds}(?:__(?:${unitIds}|${partIds}))*))(?![a-z0-9_])`,
  'u',
);
const issueIds = /(?<![a-z0-9-])(?:[a-z]+-)?(?:19|20)\d{2}-u\d+(?![a-z0-9-])/;
const documentIds =
  /(?<![a-z0-9_-])(?:(?=[a-z0-9-]*\d)[a-z][a-z0-9]*(?:-[a-z0-9]+)+|[a-z]{2,8}[ -]?(?:19|20)\d{2}[ -]\d{1,4})(?![a-z0-9-])/;

/** Takes ids out of a text: jfbz-2020-55#art_13, gb2020-11-10, 2022-u1, art_13__para_1. */
function takeIds(text: string) {
  let rest = text;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(rest);
    if (match) rest = rest.slice(0, match.index) + gap + rest.slice(match.index + match[0].length);
    return match;
  };
  const clause = take(clauseIds);
  const issue = take(issueIds)?.[0] ?? null;
  const document = take(documentIds)?.[0].replace(/ /g, '-') ?? null;
  return {
    clauseId: clause ? (clause[1] ?? clause[2]!) : null,
    issue,
    ids: document === null ? [] : [document],
    rest,
  };
}

/** Words before a reference that say nothing of it. */
const lead = /^(?:请?(?:参见|参照|详见|见|查|根据|依据|依照|按照|按|违反|关于)(?=$| )|的|中|第)+/u;

/** The clause of what is left, and the words beside it. */
function readSegments(text: string): Pick<Reading, 'clause' | 'words' | 'name'> {
  let clause: TypedClause | null = null;
  const words: string[] = [];
  for (const segment of text.split(gap)) {
    const found: FoundClause | null = clause === null ? findClause(segment) : null;
    if (found) {
      clause = found.clause;
      words.push(segment.slice(0, found.start), segment.slice(found.end));
    } else {
      words.push(segment);
    }
  }
  return {
    clause,
    name: text
      .split(gap)
      .map((segment) => segment.replace(/^[\s、,。;:)]+|[\s、,。;:(]+$/gu, ''))
      .join(' ')
      .trim(),
    words: words
      .map((word) => word.replace(/^[\s、,。;:)]+|[\s、,。;:(]+$/gu, '').replace(lead, ''))
      .filter((word) => /[\p{L}\p{N}]/u.test(word))
      .join(' '),
  };
}
