/** An issue as people name it: 2022年第7期, 2022-7, 总第43期, 第7期, 2022-u1. */
import { readNumeral } from '../language/numerals.ts';
import { gap, numeral } from './typed-text.ts';

/** What was said of an issue; what was left out is null. */
export interface TypedIssue {
  /** Its place in addresses, where that was typed. */
  key: string | null;
  year: number | null;
  number: number | null;
  totalNumber: number | null;
}

const year = '(?:19|20)\\d{2}|[一二][九零〇○][零〇○一二三四五六七八九]{2}';
const count = `[${numeral}]{1,5}`;
const total = new RegExp(`[(]?总 ?第? ?(?<total>${count}) ?期[)]?`, 'u');
const numbered = new RegExp(
  `(?:(?<![\\d])(?<year>${year}) ?年?度? ?[-/.]? ?)?(?:第 ?)?(?<![${numeral}])(?<number>${count}) ?期(?: ?(?:政府)?公报)?`,
  'u',
);
const short = /^((?:19|20)\d{2}) ?[-/.] ?(\d{1,2})$/;
const month = /^((?:19|20)\d{2}) ?年 ?(\d{1,2}) ?月份?$/;

/** Takes an issue out of a normalised text; `rest` has a gap in its place. */
export function takeIssue(text: string): { issue: TypedIssue | null; rest: string } {
  const brief = short.exec(text);
  if (brief)
    return {
      issue: { key: null, year: Number(brief[1]), number: Number(brief[2]), totalNumber: null },
      rest: '',
    };
  const whole = total.exec(text);
  let rest = whole ? text.replace(whole[0], gap) : text;
  const own = numbered.exec(rest);
  if (own) rest = rest.replace(own[0], gap);
  if (!whole && !own) return { issue: null, rest: text };
  const read = (value: string | undefined) => (value === undefined ? null : readNumeral(value));
  return {
    issue: {
      key: null,
      year: read(own?.groups?.year),
      number: read(own?.groups?.number),
      totalNumber: read(whole?.groups?.total),
    },
    rest,
  };
}

/** 2022年7月 → 2022-07; null for anything else. A month names no document. */
export function readMonth(text: string): string | null {
  const match = month.exec(text);
  return match ? `${match[1]!}-${match[2]!.padStart(2, '0')}` : null;
}
