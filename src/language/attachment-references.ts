/** References to attachments in running text: 附件1, 附件2、3, （见附件）. */
import { readNumeral } from './numerals.ts';

export interface AttachmentReference {
  /** UTF-16 offsets in the text. */
  start: number;
  end: number;
  /** null: the only attachment. */
  number: number | null;
  /** 2 of 附件1-2. */
  branch: number | null;
}

const numeral = '[\\d０-９]{1,2}|[一二三四五六七八九十]{1,3}';
const numbered = new RegExp(
  `附\\s*件\\s*(?<numbers>(?:${numeral})(?:\\s*[-—–]\\s*\\d{1,2})?(?:\\s*[、和及]\\s*(?:${numeral})(?![\\d.．、]))*)(?!\\s*份|\\s*个|\\s*件|[.．])`,
  'gu',
);
// 见附件 and 附件说明 differ: the word must end there.
const alone =
  /(?<=(?:见|如|按|参照|填写|对照)\s*)附\s*件(?!\s*[\d０-９一二三四五六七八九十说列所材资下中])/gu;
const one = new RegExp(`(${numeral})(?:\\s*[-—–]\\s*(\\d{1,2}))?`, 'gu');

/** The attachments a text refers to, in order. */
export function findAttachmentReferences(text: string): AttachmentReference[] {
  if (!/附\s*件/.test(text)) return [];
  const found: AttachmentReference[] = [];
  for (const { 0: printed, index, groups } of text.matchAll(numbered)) {
    const from = index + printed.length - groups!.numbers!.length;
    let start = index;
    for (const member of groups!.numbers!.matchAll(one)) {
      const end = from + member.index + member[0].length;
      const number = readNumeral(member[1]!.normalize('NFKC'));
      const branch = member[2] === undefined ? null : Number(member[2]);
      if (number !== null && number > 0) found.push({ start, end, number, branch });
      start = from + member.index + member[0].length;
      start += /^\s*[、和及]\s*/u.exec(text.slice(start))?.[0].length ?? 0;
    }
  }
  for (const { 0: printed, index } of text.matchAll(alone))
    found.push({ start: index, end: index + printed.length, number: null, branch: null });
  return found.sort((a, b) => a.start - b.start);
}
