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

/** Source of a pattern that finds a 发文字号 in running text; groups: prefix, year, number. 〔市、区〕 is none. */
export const documentNumberSource = `([\\p{Script=Han}A-Z](?:[\\p{Script=Han}A-Z\\s]|[（(][\\p{Script=Han}]{1,2}[)）]){0,14})\\s*${open}\\s*((?:19|20|１９|２０)[\\d０-９]{2})\\s*${close}\\s*第?\\s*([\\d０-９]{1,4})\\s*号`;

/** Source of a pattern for an order's number, 第47号; group: the number. */
export const orderNumberSource = '第\\s*([\\d零〇一二三四五六七八九十百]{1,5})\\s*号';

const whole = new RegExp(`^\\s*${documentNumberSource}\\s*$`, 'u');

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
