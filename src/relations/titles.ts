/** What titles have in common: the text a document carries, its subject, a form for comparing. */
import { carriedBy } from '../language/carried-titles.ts';
import { foldLetters } from '../language/text.ts';
import { issuersOf } from '../language/titles.ts';
import type { DocumentRecord } from '../model/output.ts';

const aside = /\s*[（(〔[][^（）()〔〕[\]]{1,20}[)）〕\]]\s*$/u;
const kind =
  /(?:实施)?(?:暂行|试行)?(?:实施)?(办法|规定|细则|规则|规程|条例|制度|准则|规范|标准)$/u;

/** Titles of the texts that a document lays down: those it promulgates, else its own. */
export function textTitles({ title, parts }: Pick<DocumentRecord, 'title' | 'parts'>): string[] {
  const promulgated = parts.filter((part) => part.role === 'promulgated' && part.title !== '');
  return promulgated.length > 0 ? promulgated.map((part) => part.title) : [title];
}

/** All titles under which a document may be named. */
export function namesOf(record: Pick<DocumentRecord, 'title' | 'parts'>): string[] {
  return [...new Set([record.title, ...carriedBy(record.title), ...textTitles(record)])];
}

/** A title without the authority or place at its head and without （试行）, （讨论稿） at its end. */
export function bareTitle(title: string, place: string): string {
  let bare = title.replace(/\s+/g, '');
  while (aside.test(bare)) bare = bare.replace(aside, '');
  const head = issuersOf(bare).join('');
  if (head !== '' && bare.startsWith(head)) bare = bare.slice(head.length);
  return bare.startsWith(place) ? bare.slice(place.length) : bare;
}

/** A title in the form for comparing: 《某市人民政府关于甲的办法》（讨论稿） and 关于甲办法 are one. */
export function titleKey(title: string, place: string): string {
  return foldLetters(bareTitle(title, place).replaceAll('的', ''));
}

/** What a rule is about, and its kind. */
export interface Subject {
  /** 12345政务服务热线运行管理 */
  subject: string;
  /** 办法 */
  kind: string;
}

/** The subject of a rule's title; null where the title names no rule, or too little of a subject to compare. */
export function subjectOf(title: string, place: string): Subject | null {
  const bare = bareTitle(title, place).replace(/^关于/, '');
  const match = kind.exec(bare);
  if (!match) return null;
  const subject = foldLetters(bare.slice(0, match.index));
  return subject.length < 4 ? null : { subject, kind: match[1]! };
}
