/** 发文字号 in any spelling people use: 景府办字〔2020〕55号, 景府办字[2020]55, 景府办字2020-55, 令1号, 第1号令, 〔2020〕55号. */
import { readNumeral } from '../language/numerals.ts';
import { gap, normaliseTyped } from './typed-text.ts';

/** A 发文字号 as typed; what was left out is null. */
export interface TypedNumber {
  /** 代字 with whatever Han characters stood before it (根据景府办字): compare its end. */
  prefix: string | null;
  year: number | null;
  number: number;
  /** The number of an order (令), which has no year. */
  order: boolean;
}

const years = '(?:19|20)\\d{2}|[一二][九零〇○][零〇○一二三四五六七八九]{2}';
const year = `(?<year>${years})`;
const hanDigits = '[零〇○一二三四五六七八九十百]';
// A whole number, and none of a clause, an issue or a date.
const count = `(?<number>\\d{1,4}(?!\\d)|${hanDigits}{1,6}(?!${hanDigits}))`;
const number = `${count}(?! ?[条款项章节目编期年月日行段])`;
const han = '(?!第)\\p{Script=Han}';
const prefix = `(?<prefix>(?:${han}){1,14})`;
/** 代字 that tell themselves by their last character. */
const telling = `(?<prefix>(?:${han}){1,13}[字发令函办文规])`;
const ending = '(?: ?号(?! ?令)(?:文件?)?)';

const forms = [
  // 市政府令第1号, 令1号, 2022年市政府令1号
  `(?:(?<year>${years}) ?年? ?)?(?<prefix>(?:${han}){0,13}令) ?[〔(]? ?第? ?${number} ?号(?: ?[〕)])?`,
  // 第1号令, 市政府第1号令, 1号令
  `(?:(?<year>${years}) ?年? ?)?(?<prefix>(?:${han}){1,14}?)? ?第? ?${count} ?号 ?令`,
  // 1号政府令
  `(?<![〕)] ?)第? ?${count} ?号 ?(?<prefix>[省市县区]?(?:人民)?政府令)`,
  // 景府办字〔2020〕55号, 〔2020〕第55, (2020)55号
  `(?:${prefix})? ?[〔(] ?${year} ?年? ?[〕)] ?(?:第 ?)?${number}${ending}?`,
  // 景府办字2020-55, 景府办字2020年第55号, 景府办字 2020 55
  `${telling} ?${year}(?: ?[-/.年] ?第? ?| ?第 ?| )${number}${ending}?`,
  // 景府办字202055号
  `${telling} ?(?<year>(?:19|20)\\d{2})(?<number>\\d{1,4}) ?号`,
  // 2020年55号
  `(?<![\\d.])${year} ?年 ?第? ?${number}${ending}`,
  // 景府办字第55号, 景府办字 55
  `${telling} ?第? ?${number}${ending}?`,
].map((source) => new RegExp(source, 'u'));

/**
 * Takes every 发文字号 out of a normalised text.
 *
 * @returns them in the order of the forms above, and the text with a gap in place of each.
 */
export function takeNumbers(text: string): { numbers: TypedNumber[]; rest: string } {
  const numbers: TypedNumber[] = [];
  let rest = text;
  for (const form of forms) {
    for (
      let match = form.exec(rest);
      match !== null && numbers.length < 4;
      match = form.exec(rest)
    ) {
      numbers.push(toNumber(match[0], match.groups!));
      rest = rest.slice(0, match.index) + gap + rest.slice(match.index + match[0].length);
    }
  }
  return { numbers, rest };
}

function toNumber(text: string, groups: Record<string, string | undefined>): TypedNumber {
  const order = text.includes('令');
  const written = groups.prefix ?? '';
  const named = order && !written.endsWith('令') ? `${written}令` : written;
  return {
    prefix: named === '' ? null : named,
    year: groups.year === undefined ? null : readNumeral(groups.year),
    number: readNumeral(groups.number!) ?? 0,
    order,
  };
}

/** The number a printed 发文字号 is; null where it is none. */
export function readTypedNumber(printed: string): TypedNumber | null {
  // Nearly all are as they should be; thousands are read when a page opens.
  const plain = /^(\p{Script=Han}+)〔(\d{4})〕(\d{1,4})号$/u.exec(printed);
  if (plain)
    return { prefix: plain[1]!, year: Number(plain[2]), number: Number(plain[3]), order: false };
  return takeNumbers(normaliseTyped(printed)).numbers[0] ?? null;
}

/** 景府办字〔2020〕55号, 市政府令第1号: a number as it is printed, with what is known of it. */
export function writeTypedNumber({ prefix, year, number, order }: TypedNumber): string {
  if (order) return `${prefix ?? '令'}第${String(number)}号`;
  return `${prefix ?? ''}${year === null ? '' : `〔${String(year)}〕`}${String(number)}号`;
}
