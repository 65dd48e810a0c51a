/** Chinese numerals as official documents write them: 第十三条, 第一百零二条, 二〇二二年. Pure functions. */

const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  '○': 0,
  Ｏ: 0,
  '０': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};

const units: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

/** The characters a Chinese numeral may hold, for use inside a character class. */
export const numeralCharacters = '零〇○一二两三四五六七八九十百千';

/**
 * The value of a Chinese or Arabic numeral (full-width digits too), or null where it is none.
 * Positional numerals are read digit by digit: 二〇二二 = 2022; 一百零二, 一百〇二, 百零二 = 102; 廿 is not used.
 */
export function readNumeral(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  if (plain === '') return null;
  if (/^\d+$/.test(plain)) return Number(plain);
  const characters = [...text.replace(/\s/g, '')];
  if (characters.every((character) => character in digits)) {
    return characters.reduce((value, character) => value * 10 + digits[character]!, 0);
  }
  let total = 0;
  let digit: number | null = null;
  for (const character of characters) {
    if (character in units) {
      total += (digit ?? 1) * units[character]!;
      digit = null;
    } else if (character in digits) {
      digit = digits[character]!;
    } else {
      return null;
    }
  }
  return total + (digit ?? 0);
}

const names = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 13 → 十三, 102 → 一百零二; for whole numbers from 0 to 9999. */
export function writeNumeral(value: number): string {
  if (value < 10) return names[value]!;
  let text = '';
  let rest = value;
  let gap = false;
  for (const [unit, size] of [
    ['千', 1000],
    ['百', 100],
    ['十', 10],
  ] as const) {
    const count = Math.floor(rest / size);
    rest %= size;
    if (count > 0) {
      if (gap) text += '零';
      text += unit === '十' && count === 1 && text === '' ? '十' : names[count]! + unit;
      gap = false;
    } else if (text !== '' && rest > 0) {
      gap = true;
    }
  }
  if (rest > 0) text += (gap ? '零' : '') + names[rest]!;
  return text;
}

/** First characters of the enclosed numerals: ①–⑳, ⑴–⒇, ㈠–㈩. */
const enclosed: [first: number, count: number][] = [
  [0x2460, 20],
  [0x2474, 20],
  [0x3220, 10],
];

/** ① → 1, ⑵ → 2, ㈢ → 3, or null. */
export function readCircled(character: string): number | null {
  const code = character.codePointAt(0)!;
  const range = enclosed.find(([first, count]) => code >= first && code < first + count);
  return range ? code - range[0] + 1 : null;
}
