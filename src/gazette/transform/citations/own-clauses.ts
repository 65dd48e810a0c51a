/** References to clauses of the same text → ids; what the text does not have is said. */
import { clausePathText, type ClausePath } from '../../../language/clause-paths.ts';
import { writeNumeral } from '../../../language/numerals.ts';
import type { ClauseReference } from '../../../language/references.ts';
import { articleId, resolvePath } from '../../../model/clause-resolution.ts';
import type { Standpoint } from './standpoint.ts';

/** The text whose clauses are meant. */
export interface OwnText {
  /** Ids of the whole document. */
  ids: ReadonlySet<string>;
  /** Id of the text's part, '' for the main text. */
  part: string;
}

export type Found =
  | { clause: string; through?: string }
  /** The text does not have it: what it lacks. */
  | { lacking: string }
  /** It cannot be told what is meant: why, in Chinese. */
  | { unclear: string };

const divisions = ['book', 'chapter', 'section'] as const;
const withinArticle = ['paragraph', 'item', 'subitem'] as const;

/** 第十三条第三款（该条现有2款）: the shortest beginning of a path that is not there. */
function writeLacking(path: ClausePath, text: OwnText): string {
  const { article } = path;
  const levels = article === undefined ? divisions : withinArticle;
  let shown: ClausePath = article === undefined ? {} : { article };
  const isThere = () => resolvePath(text.ids, shown, text.part).ids.length > 0;
  if (article !== undefined && !isThere()) return clausePathText(shown);
  for (const unit of levels) {
    if (path[unit] === undefined) continue;
    shown = { ...shown, [unit]: path[unit] };
    if (isThere()) continue;
    const count = unit === 'paragraph' ? `（该条现有${countParagraphs(article!, text)}款）` : '';
    return clausePathText(shown) + count;
  }
  return clausePathText(shown);
}

function countParagraphs(article: readonly number[], { ids, part }: OwnText): number {
  const own = `${part === '' ? '' : `${part}__`}${articleId(article)}`;
  return [...ids].filter(
    (id) => id.startsWith(`${own}__para_`) && !/__(?=.*__)/.test(id.slice(own.length)),
  ).length;
}

/** The clause of a path; of several that fit the clause above them. */
function lookUp(path: ClausePath, text: OwnText): Found {
  const { ids, reached } = resolvePath(text.ids, path, text.part);
  if (ids.length === 1) return { clause: ids[0]! };
  if (ids.length > 1) return { clause: commonAbove(ids) ?? reached };
  return { lacking: writeLacking(path, text) };
}

/** The longest address that all the ids begin with. */
function commonAbove(ids: string[]): string | null {
  const steps = ids.map((id) => id.split('__'));
  const [first] = steps as [string[]];
  let length = 0;
  while (length < first.length && steps.every((own) => own[length] === first[length])) length++;
  return length === 0 ? null : first.slice(0, length).join('__');
}

/** The clause, and the last of a range. */
function lookUpRange(path: ClausePath, through: ClausePath | null, text: OwnText): Found {
  const first = lookUp(path, text);
  if (through === null || !('clause' in first)) return first;
  const last = lookUp(through, text);
  return 'clause' in last ? { ...first, through: last.clause } : last;
}

/** 第（三）项 of a text without articles: the item （三） beside or above, by the headings around it. */
function lookUpHeading(number: number, at: Standpoint, { ids }: OwnText): Found {
  const around = at.headings.map(({ id }) => id ?? '').reverse();
  const found = around.map((id) => `${id}__b_${number}`).find((id) => ids.has(id));
  return found === undefined
    ? { unclear: `没有写明是哪一条的第（${writeNumeral(number)}）项` }
    : { clause: found };
}

function relative({ relative: from, path }: ClauseReference, at: Standpoint, text: OwnText): Found {
  const { unit, direction, count } = from!;
  const known = (id: string | undefined): Found =>
    id === undefined ? { unclear: '所在之处不在章、节、条、款之内' } : { clause: id };
  if (unit === 'chapter') return direction === 'this' ? known(at.chapter?.id) : unclearBack;
  if (unit === 'section') return direction === 'this' ? known(at.section?.id) : unclearBack;
  if (!at.article) return { unclear: '所在之处不是条文，无从数起' };
  const { number } = at.article;
  if (unit === 'article') {
    const meant = direction === 'this' ? number : [number[0]! - count];
    if (meant[0]! < 1) return { lacking: `在前的${count}条` };
    // 前两条: the first of them.
    return lookUp({ ...path, article: meant }, text);
  }
  const own = at.paragraph?.number ?? 1;
  if (unit === 'paragraph') {
    if (direction === 'this') return lookUp({ ...path, article: number, paragraph: own }, text);
    // An item of the first paragraph may mean the words above it by 前款.
    if (own - count < 1)
      return at.item
        ? { unclear: '项中的“前款”所指不明' }
        : { lacking: `在前的${writeNumeral(count)}款` };
    return lookUp({ ...path, article: number, paragraph: own - count }, text);
  }
  if (unit === 'item' && at.item) {
    const item = direction === 'this' ? at.item.number : at.item.number - count;
    if (item < 1) return { lacking: `在前的${writeNumeral(count)}项` };
    return lookUp({ ...path, article: number, paragraph: own, item }, text);
  }
  return unclearBack;
}

const unclearBack: Found = { unclear: '所指不明' };

/** The clause of the text that a reference without a law of its own means. */
export function findOwnClause(reference: ClauseReference, at: Standpoint, text: OwnText): Found {
  if (reference.relative) return relative(reference, at, text);
  const { path, through, law } = reference;
  if (path.article !== undefined) return lookUpRange(path, through, text);
  if (path.chapter !== undefined || path.book !== undefined)
    return resolvePath(text.ids, { chapter: 1 }, text.part).ids.length === 0
      ? { unclear: '本文不分章' }
      : lookUpRange(path, through, text);
  if (law === null && at.article) {
    const { number } = at.article;
    const own = path.paragraph === undefined ? { paragraph: at.paragraph?.number ?? 1 } : {};
    const within = (inner: ClausePath) => ({ article: number, ...own, ...inner });
    return lookUpRange(within(path), through && within(through), text);
  }
  if (path.item !== undefined && path.paragraph === undefined)
    return lookUpHeading(path.item, at, text);
  return { unclear: '没有写明是哪一条' };
}
