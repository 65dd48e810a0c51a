/** Reads what was typed: several words are all wanted, "…" keeps white space together, -词 is excluded. */
import { foldPhrase } from './fold.ts';

export interface Phrase {
  /** As typed. */
  text: string;
  folded: string;
}

export interface Query {
  phrases: Phrase[];
  excluded: Phrase[];
  /** Something was left out because the input is too long. */
  cut: boolean;
}

/** Longest input that is read, in characters. */
export const maxLength = 80;
const maxPhrases = 8;

const quotes = '"“”„‟＂';
const word = new RegExp(
  `([-－]?)(?:[${quotes}]([^${quotes}]+)[${quotes}]|([^\\s${quotes}]+))`,
  'gu',
);

/**
 * The phrases of an input. Words without a letter, digit or Han character are passed over, as are words that
 * stand inside another one.
 */
export function readQuery(input: string): Query {
  const characters = [...input.toWellFormed().trim()];
  const text = characters.slice(0, maxLength).join('');
  const phrases: Phrase[] = [];
  const excluded: Phrase[] = [];
  for (const match of text.matchAll(word)) {
    const typed = (match[2] ?? match[3]!).trim();
    const folded = trimMarks(foldPhrase(typed));
    if (folded === '') continue;
    // 3-5 and wi-fi hold a hyphen; only one after white space excludes.
    const negative = match[1] !== '' && (match.index === 0 || /\s/.test(text[match.index - 1]!));
    (negative ? excluded : phrases).push({ text: typed, folded });
  }
  return {
    phrases: withoutContained(phrases).slice(0, maxPhrases),
    excluded: withoutContained(excluded).slice(0, maxPhrases),
    cut: characters.length > maxLength || phrases.length > maxPhrases,
  };
}

/** Marks around a phrase that a sentence would have there are no part of what is looked for. */
function trimMarks(folded: string): string {
  if (!/[\p{L}\p{N}]/u.test(folded)) return '';
  return folded.replace(/^[\s,.;:!?、。]+|[\s,;:!?、。]+$/gu, '');
}

function withoutContained(phrases: Phrase[]): Phrase[] {
  return phrases.filter(
    (phrase, index) =>
      !phrases.some(
        (other, at) =>
          at !== index &&
          other.folded.includes(phrase.folded) &&
          (other.folded !== phrase.folded || at < index),
      ),
  );
}
