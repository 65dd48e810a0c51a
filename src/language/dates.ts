/** Dates as printed: 2020年3月10日, 2020 年 3 月 10 日, 二〇二〇年三月十日, 2020.3.10. */
import { readNumeral } from './numerals.ts';

const numeral = '[零〇○Ｏ一二三四五六七八九十]';

/** Source of a pattern for a printed date with year and month, day optional; groups: year, month, day. */
export const dateSource = `((?:19|20)\\d{2}|${numeral}{4})\\s*年\\s*(\\d{1,2}|${numeral}{1,3})\\s*月(?:\\s*(\\d{1,2}|${numeral}{1,3})\\s*日)?`;

const whole = new RegExp(`^\\s*${dateSource}\\s*$`, 'u');
const dotted = /^\s*((?:19|20)\d{2})\s*([.\-/])\s*(\d{1,2})\s*\2\s*(\d{1,2})\s*$/;

function iso(match: RegExpExecArray): string | null {
  const year = readNumeral(match[1]!);
  const month = readNumeral(match[2]!);
  const day = match[3] === undefined ? null : readNumeral(match[3]);
  if (year === null || month === null || month < 1 || month > 12) return null;
  if (day !== null && (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()))
    return null;
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${year}-${pad(month)}${day === null ? '' : `-${pad(day)}`}`;
}

/** ISO form of a string that is a date and nothing else (`2020-11` without a day); null for none or an impossible one. */
export function readDate(text: string): string | null {
  const folded = text.normalize('NFKC');
  const match = whole.exec(folded);
  if (match) return iso(match);
  const numbers = dotted.exec(folded);
  return numbers && readDate(`${numbers[1]!}年${numbers[3]!}月${numbers[4]!}日`);
}

/** The first date in a text with its place (UTF-16 offsets into the text), or null. */
export function findDate(text: string): { date: string; start: number; end: number } | null {
  const match = new RegExp(dateSource, 'u').exec(text);
  if (!match) return null;
  const date = iso(match);
  return date === null ? null : { date, start: match.index, end: match.index + match[0].length };
}

/** An ISO date as it is written: `2020-11-06` → 2020年11月6日, `2020-11` → 2020年11月. */
export function displayDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return [year, '年', month, month && '月', day, day && '日'].filter(Boolean).join('');
}
