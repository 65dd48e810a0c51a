/**
 * Tokens for numbers and Latin letters: 70%, 24小时, 〔2020〕55号, 4A级. A number has one token for itself as a whole and
 * one with what it counts; a word has one for each of its beginnings, since it may go on after a match.
 * All functions take folded text.
 */

/** Neighbouring characters of one class: a number, or letters of an alphabet. */
const run = /\d+|[a-z]+/g;
const documentNumber = /\(((?:19|20)\d{2})\)第?(\d{1,4})号/g;
/** Longer words are told apart by their beginning. */
const maxLetters = 8;

/** Every token a query for a part of the text can ask for, each once, in order. */
export function numberTokens(folded: string): string[] {
  const tokens = new Set<string>();
  for (const match of folded.matchAll(run)) {
    if (/^\d/.test(match[0])) {
      tokens.add(wholeToken(match[0]));
      const token = withUnit(match[0], folded.slice(match.index + match[0].length));
      if (token !== null) tokens.add(token);
    } else {
      for (let end = Math.min(match[0].length, maxLetters); end > 0; end--) {
        tokens.add(match[0].slice(0, end));
      }
    }
  }
  for (const [, year, number] of folded.matchAll(documentNumber)) {
    tokens.add(documentToken(year!, number!));
  }
  return [...tokens];
}

/** The tokens that every text holding this phrase has, the most telling first. */
export function numberTerms(folded: string): string[] {
  const documents = [...folded.matchAll(documentNumber)].map(([, year, number]) =>
    documentToken(year!, number!),
  );
  const rest = folded.replace(documentNumber, ' ');
  const runs = [...rest.matchAll(run)].map((match) => {
    if (!/^\d/.test(match[0])) return match[0].slice(0, maxLetters);
    const token = withUnit(match[0], rest.slice(match.index + match[0].length));
    return token ?? wholeToken(match[0]);
  });
  return [...new Set([...documents, ...runs.sort((a, b) => b.length - a.length)])];
}

/** The letter keeps 5 from being asked for as the beginning of 50 and 5个. */
function wholeToken(number: string): string {
  return `${number}z`;
}

/** 24小 for 24小时, 70pct for 70%; null where no unit follows. */
function withUnit(number: string, rest: string): string | null {
  if (rest.startsWith('%')) return `${number}pct`;
  const unit = /^\p{Script=Han}(?<=[\p{L}\p{Nl}])/u.exec(rest);
  return unit && number + unit[0];
}

function documentToken(year: string, number: string): string {
  return `y${year}n${String(Number(number))}`;
}

/**
 * Whether a match stands on whole numbers and words: 2个月 is not in 12个月, 5% not in 3.5%, art not in part.
 * A word may go on after the match (Wi in WiFi), a number may not. A point between digits is a decimal point
 * unless a year or a date is near: 2020年 stands in “1.2020年”, 3月 in “1.3月”, 2022 in “2022.10”.
 */
export function isWhole(folded: string, start: number, end: number): boolean {
  const before = folded.slice(Math.max(0, start - 2), start);
  const first = folded[start]!;
  if (/[a-z]/.test(first) && /[a-z]$/.test(before)) return false;
  if (/\d/.test(first)) {
    if (/\d$/.test(before)) return false;
    const number = /^\d+/.exec(folded.slice(start, start + 20))![0];
    const dated = number.length >= 4 || /[年月日号]/.test(folded[start + number.length] ?? '');
    if (/\d\.$/.test(before) && !dated) return false;
  }
  if (/\d/.test(folded[end - 1]!)) {
    if (/\d/.test(folded[end] ?? '')) return false;
    const isYear = /(?<!\d)(?:19|20)\d{2}$/.test(folded.slice(Math.max(0, end - 5), end));
    if (/^\.\d/.test(folded.slice(end, end + 2)) && !isYear) {
      return /^\.\d{4}/.test(folded.slice(end, end + 5));
    }
  }
  return true;
}
