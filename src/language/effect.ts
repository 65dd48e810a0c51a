/** Since when a text applies and how long: 自…起施行, 自印发之日起30日后施行, 有效期五年, 有效期至… */
import { dateSource, findDate } from './dates.ts';
import { numeralCharacters, readNumeral } from './numerals.ts';

/** A clause that says since when; UTF-16 offsets in the text. */
export interface EffectClause {
  start: number;
  end: number;
  /** The printed date, ISO; null where the day is that of the issuing. */
  date: string | null;
  /** Days after the issuing, 30 in 自公布之日起30日后; null where the clause counts in working days. */
  days: number | null;
}

/** A clause that says how long; UTF-16 offsets in the text. */
export interface ValidityClause {
  start: number;
  end: number;
  /** The printed last day, ISO. */
  until: string | null;
  /** The printed term in months (五年 is 60). */
  months: number | null;
}

const numeral = `(?:\\d{1,3}|[${numeralCharacters}]{1,4})`;
const verb = '(?:开始|正式|试|统一|全面)?(?:施行|实施|执行|生效|试行)';
const issue = '(?:本?\\p{Script=Han}{0,4}?(?:印发|发布|公布|下发|公告|颁布|发文|签发)之日)';
// Bounded, so that a run of spaces is not read anew from each of them.
const space = '\\s{0,3}';
const effect = new RegExp(
  `(?:(?:自|从)${space}(?<issue>${issue})|(?:自|从|于)?${space}(?<date>${dateSource}))\\s*起?\\s*` +
    `(?:(?<days>${numeral})\\s*(?<unit>日|天|个工作日)\\s*(?:以后|之后|后)?\\s*起?)?` +
    `(?:(?:至|到)\\s*${dateSource}(?:\\s*止)?)?\\s*[,，]?\\s*${verb}`,
  'u',
);

/** What a text calls itself. */
const kinds =
  '办法|规定|细则|条例|规则|规程|制度|方案|意见|措施|政策|通知|公告|通告|决定|文件|标准|预案|准则|指南|计划|规划';
const self = `(?:本|该|此)(?:实施|暂行|试行|管理|工作|政策|若干)?(?:${kinds})`;
const subject = new RegExp(
  `(?:本|该)[\\p{Script=Han}]{1,12}|办法|规定|细则|制度|方案|意见|措施|规则|予(?:以)?公布|条例|标准|预案`,
  'u',
);

const sentenceStart = (text: string, offset: number) => text.lastIndexOf('。', offset - 1) + 1;

/** The clause that says since when the text itself applies, or null. */
export function findEffect(text: string): EffectClause | null {
  for (const match of text.matchAll(new RegExp(effect, 'gu'))) {
    const { index } = match;
    const groups = match.groups as Record<string, string | undefined>;
    if (!subject.test(text.slice(sentenceStart(text, index), index))) continue;
    const end = index + match[0].length;
    if (groups.date !== undefined)
      return { start: index, end, date: findDate(groups.date)?.date ?? null, days: null };
    const counted = groups.days === undefined ? 0 : readNumeral(groups.days);
    return { start: index, end, date: null, days: groups.unit === '个工作日' ? null : counted };
  }
  return null;
}

const term =
  '(?:有效期限?|试行期限?|试行时间|施行期限?|实施期限?|执行期限?|政策执行期限?|适用期限?)';
// 许可证有效期为3年 is the permit's: the term stands alone or after the text's own name.
const own = `(?<=^|[，,。；;：:\\s起]|${self}的?|施行|实施|执行|试行)`;
const duration = new RegExp(
  `${own}(?:${term}\\s*(?:限)?(?:暂定|均)?(?:为|是)?|(?<=起\\s*)试行)\\s*[:：]?\\s*(?<number>${numeral})\\s*(?<unit>年|个月)(?!\\d|月|\\s*\\d{1,2}\\s*月)`,
  'u',
);
const until = new RegExp(
  `${own}${term}\\s*(?:为)?\\s*(?:(?:自|从)?\\s*${dateSource}\\s*起?\\s*)?(?:延长|延续|顺延)?(?:截至|截止至|截止到|截止|至|到|[-—–~～])\\s*(?<date>${dateSource})`,
  'u',
);
const span = new RegExp(
  `(?:自|从)\\s*${dateSource}\\s*起?\\s*(?:至|到)\\s*(?<date>${dateSource})\\s*止?\\s*(?:${verb}|有效)`,
  'u',
);
const ownName = new RegExp(`${self}|施行|实施|执行|印发之日|发布之日|公布之日`, 'u');

/** The clause that says how long the text itself applies, or null. */
export function findValidity(text: string): ValidityClause | null {
  for (const pattern of [until, span, duration]) {
    const match = pattern.exec(text);
    if (!match) continue;
    const head = text.slice(0, match.index + match[0].length);
    if (!ownName.test(head)) continue;
    const { date, number, unit } = match.groups as Record<string, string | undefined>;
    const place = { start: match.index, end: match.index + match[0].length };
    if (date !== undefined) return { ...place, until: findDate(date)?.date ?? null, months: null };
    const value = readNumeral(number!);
    if (value === null || value === 0) continue;
    return { ...place, until: null, months: unit === '年' ? value * 12 : value };
  }
  return null;
}

const day = 24 * 60 * 60 * 1000;
const isFull = (date: string) => /^\d{4}-\d{2}-\d{2}$/.test(date);
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The date some days after an ISO date; null where the date has no day. */
export function addDays(date: string, days: number): string | null {
  return isFull(date) ? iso(Date.parse(date) + days * day) : null;
}

/**
 * The last day of a term: the day before the one on which it ends (2023-01-01, 60 months → 2027-12-31). Null where the
 * first date has no day.
 */
export function lastDay(first: string, months: number): string | null {
  if (!isFull(first)) return null;
  const [year, month, date] = first.split('-').map(Number) as [number, number, number];
  // 31 January and one month: the last day is that of February.
  const length = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return date > length
    ? iso(Date.UTC(year, month - 1 + months, length))
    : iso(Date.UTC(year, month - 1 + months, date) - day);
}
