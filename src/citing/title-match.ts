/** How well what was typed fits a title. Titles are found by parts of their words, in order: 12345热线管理办法. */
import { foldLetters } from '../language/text.ts';

/** The better the smaller. */
export const titleFits = ['whole', 'end', 'part', 'words', 'similar'] as const;
export type TitleFit = (typeof titleFits)[number];

/** A title as it is compared. */
export interface TitleForm {
  letters: string;
  /** Without what stands in brackets at the end: （试行）, （2022—2025年）. */
  bare: string;
}

const closing = /[（(][^（()）]*[)）]$/u;

export function titleForm(title: string): TitleForm {
  const plain = title.trim();
  return { letters: foldLetters(plain), bare: foldLetters(plain.replace(closing, '')) };
}

/** A place or its government before a title, which people leave out: 某市12345…办法. */
const place = /^\p{Script=Han}{1,10}(?:省|市|县|区|州|盟|旗)$/u;

/** A short form this long (share of the title) is said of it, not of a longer one that ends alike. */
const tellingShare = 0.5;
const similarShare = 0.7;
const shortenedShare = 0.5;

/**
 * How an input fits a title, or null.
 *
 * `whole`: the title, also without its place and （试行）. `end`: the greater part of it, up to its end. `part`: in one
 * piece. `words`: in several pieces of two characters and more. `similar`: most pairs of characters.
 *
 * @param words what was typed, cut at spaces; all must fit, in whatever order.
 * @param joined what was typed as one: titles hold spaces too.
 */
export function fitTitle(
  words: readonly TitleForm[],
  joined: TitleForm,
  title: TitleForm,
): TitleFit | null {
  const whole = fitWord(joined, title);
  if (words.length < 2 || (whole !== null && whole !== 'similar')) return whole;
  const each = words.map((word) => fitWord(word, title));
  return each.some((fit) => fit === null || fit === 'similar') ? whole : 'words';
}

function fitWord(word: TitleForm, title: TitleForm): TitleFit | null {
  if (word.letters === '' || title.letters === '') return null;
  const { bare, letters } = title;
  if (word.letters === letters || word.letters === bare || (word.bare === bare && bare !== ''))
    return 'whole';
  for (const whole of [letters, bare]) {
    if (!whole.endsWith(word.letters)) continue;
    if (place.test(whole.slice(0, -word.letters.length))) return 'whole';
    if (word.letters.length >= whole.length * tellingShare) return 'end';
  }
  if (word.letters.length < 2) return null;
  if (letters.includes(word.letters)) return 'part';
  if (inPieces(word.letters, letters)) return 'words';
  if (word.letters.length < 6) return null;
  // 医保门诊共济细则 of 基本医疗保险门诊共济保障实施细则: shortened words, all characters in order.
  const share = hasCharacters(word.letters, letters) ? shortenedShare : similarShare;
  return sharedPairs(word.letters, letters) >= share ? 'similar' : null;
}

/** Whether a text is made of pieces of another in their order: 热线|管理办法. Numbers are not cut. */
function inPieces(text: string, whole: string): boolean {
  const pieces = text.match(/\d+|\D+/g) ?? [];
  const search = (index: number, rest: string, from: number): boolean => {
    if (rest === '') {
      const next = pieces[index + 1];
      return next === undefined || search(index + 1, next, from);
    }
    const least = /^\d/.test(rest) ? rest.length : Math.min(2, rest.length);
    for (let length = rest.length; length >= least; length--) {
      // A single character left over would stand nearly anywhere.
      if (length !== rest.length && rest.length - length < 2) continue;
      const at = whole.indexOf(rest.slice(0, length), from);
      if (at !== -1 && search(index, rest.slice(length), at + length)) return true;
    }
    return false;
  };
  return text.length <= 60 && hasCharacters(text, whole) && search(-1, '', 0);
}

/** Whether the characters stand in the other text in their order: a quick test before the slow one. */
function hasCharacters(text: string, whole: string): boolean {
  let at = 0;
  for (const character of text) {
    at = whole.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function sharedPairs(text: string, whole: string): number {
  let shared = 0;
  for (let at = 0; at < text.length - 1; at++) if (whole.includes(text.slice(at, at + 2))) shared++;
  return shared / (text.length - 1);
}
