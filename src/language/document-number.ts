/** 发文字号: 代字 + 〔year〕 + N号 (GB/T 9704—2012, 7.2.5). */
import { hasHan } from './text.ts';

export interface DocumentNumber {
  /** 代字: 景府办字. */
  prefix: string;
  year: number;
  number: number;
}

const open = '[〔\\[［(（【﹝]';
const close = '[〕\\]］)）】﹞]';

/** 〔2020〕5号; groups: year, number. */
const tailSource = `${open}\\s*((?:19|20|１９|２０)[\\d０-９]{2})\\s*${close}\\s*第?\\s*([\\d０-９]{1,4})\\s*号`;
/** UTF-16 units that the 代字 of the pattern below takes at most. */
const longestPrefix = 90;

/** Source of a pattern that finds a 发文字号 in running text; groups: prefix, year, number. 〔市、区〕 is none. */
export const documentNumberSource = `([\\p{Script=Han}A-Z](?:[\\p{Script=Han}A-Z\\s]|[（(][\\p{Script=Han}]{1,2}[)）]){0,14})\\s*${tailSource}`;

/** Source of a pattern for an order's number, 第47号; group: the number. */
export const orderNumberSource = '第\\s*([\\d零〇一二三四五六七八九十百]{1,5})\\s*号';

const whole = new RegExp(`^\\s*${documentNumberSource}\\s*$`, 'u');
const anywhere = new RegExp(documentNumberSource, 'gu');
const tail = new RegExp(tailSource, 'gu');

/**
 * Every place of a text that may be a 发文字号, from left to right: what `documentNumberSource` matches. Any Han
 * character may begin a 代字, so the year in brackets, which is rare, is looked for first.
 */
export function findDocumentNumbers(text: string): { text: string; index: number }[] {
  const found: { text: string; index: number }[] = [];
  let from = 0;
  for (const { index } of text.matchAll(tail)) {
    if (index < from) continue;
    anywhere.lastIndex = Math.max(
      from,
      text.slice(from, index).trimEnd().length + from - longestPrefix,
    );
    const match = anywhere.exec(text);
    if (!match) break;
    found.push({ text: match[0], index: match.index });
    from = match.index + match[0].length;
  }
  return found;
}

/** Reads a string that is a 发文字号 and nothing else, in any of the brackets and widths met; else null. */
export function readDocumentNumber(text: string): DocumentNumber | null {
  const match = whole.exec(text);
  if (!match) return null;
  const prefix = match[1]!.replace(/\s/g, '');
  if (!hasHan(prefix)) return null;
  return {
    prefix,
    year: Number(match[2]!.normalize('NFKC')),
    number: Number(match[3]!.normalize('NFKC')),
  };
}

/** 景府办字〔2020〕55号. */
export function writeDocumentNumber({ prefix, year, number }: DocumentNumber): string {
  return `${prefix}〔${year}〕${number}号`;
}
