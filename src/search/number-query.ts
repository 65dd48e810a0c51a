/** 发文字号 typed in a query, whole or in part, in any spelling. */
import { fold } from '../language/text.ts';

/** A 发文字号 as typed, in part or whole. */
export interface NumberQuery {
  prefix: string | null;
  year: number | null;
  number: number | null;
}

const years = '(?:19|20)\\d{2}';
const numberForms = [
  // 景府办字〔2020〕55号, 〔2020〕55, 景府办字2020年第55号, 景府办字2020-55, jfbz-2020-55
  new RegExp(
    `^(?<prefix>\\p{Script=Han}{1,12}|[a-z]{2,8}-)?[〔(]?(?<year>${years})(?:[〕)]|年|-|/)+第?(?<number>\\d{1,4})(?:号文?)?$`,
    'u',
  ),
  // 景府办字202055号: without anything between
  new RegExp(
    `^(?<prefix>\\p{Script=Han}{2,12}[字发令函办文])(?<year>${years})(?<number>\\d{1,4})号?$`,
    'u',
  ),
  // 景府办字〔2020〕, 景府办字2020年
  new RegExp(
    `^(?<prefix>\\p{Script=Han}{1,12}[字发令函办文])[〔(]?(?<year>${years})[〕)年]?$`,
    'u',
  ),
  // 景府办字55, 景府办字第55号, 市政府令第1号
  /^(?<prefix>\p{Script=Han}{0,12}[字发令函办文])第?(?<number>\d{1,4})号?$/u,
];

/** Reads an input that is a 发文字号 or the beginning of one, else null. */
export function readNumberQuery(input: string): NumberQuery | null {
  const folded = fold(input);
  for (const form of numberForms) {
    const groups = form.exec(folded)?.groups;
    if (!groups) continue;
    // 2022-10 alone is rather a month or an issue.
    if (groups.prefix === undefined && !/[〔号]/.test(folded)) continue;
    return {
      prefix: groups.prefix?.replace(/-$/, '') ?? null,
      year: groups.year === undefined ? null : Number(groups.year),
      number: groups.number === undefined ? null : Number(groups.number),
    };
  }
  return null;
}
