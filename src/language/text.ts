/** Folding and cleaning of Chinese text. Pure functions; nothing here changes what is stored. */

const han = /\p{Script=Han}/u;

/** Whether the string holds a Han character. */
export function hasHan(text: string): boolean {
  return han.test(text);
}

/** Closes letter-spaced words (总 则, 虚 拟 一 台): three or more single Han characters between spaces. */
function closeLetterSpacing(text: string): string {
  return text.replace(
    /(?<![\p{L}\p{N}])[\p{Script=Han}（）]([ \u3000][\p{Script=Han}，、：；（）]){2,}(?![\p{L}\p{N}])/gu,
    (run) => run.replace(/\s/g, ''),
  );
}

/** Text for the eye: letter-spaced words closed, runs of white space made one space. */
export function displayText(text: string): string {
  return closeLetterSpacing(text.replace(/\s+/g, ' '));
}

/** Text for searching and comparing: white space goes unless it stands between two Latin words or numbers. */
export function searchText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ (?![A-Za-z0-9])|(?<![A-Za-z0-9]) /g, '')
    .trim();
}

const brackets: Record<string, string> = {
  '[': '〔',
  '［': '〔',
  '【': '〔',
  '﹝': '〔',
  ']': '〕',
  '］': '〕',
  '】': '〕',
  '﹞': '〕',
  '〈': '《',
  '<': '《',
  '＜': '《',
  '〉': '》',
  '>': '》',
  '＞': '》',
  '«': '《',
  '»': '》',
};

/**
 * One form for comparing: NFKC width, one family of square and of title brackets, one dash, one quote, no
 * white space, lower case. 景府办字［2020］ 55号 and 景府办字〔2020〕55号 fold to the same string.
 */
export function fold(text: string): string {
  return text
    .replace(/[[\]［］【】﹝﹞〈〉<>＜＞«»]/g, (mark) => brackets[mark]!)
    .normalize('NFKC')
    .replace(/[‐‑‒–—―－~～]+/g, '-')
    .replace(/-+/g, '-')
    .replace(/["“”„‟＂]/g, '"')
    .replace(/['‘’‚‛＇]/g, "'")
    .replace(/\s/g, '')
    .toLowerCase();
}

/** Most titles and lines hold nothing that `fold` changes but marks, which `foldLetters` drops. */
const plain = /^[\u4e00-\u9fff0-9a-z\s。，、；：！？（）《》〈〉“”‘’〔〕.,;:()-]*$/;

/** `fold` without any mark: letters, digits and Han only. For comparing titles across damaged punctuation. */
export function foldLetters(text: string): string {
  if (plain.test(text)) return text.replace(/[^\u4e00-\u9fff0-9a-z]+/g, '');
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Share of bigrams two strings have in common (Dice), 0 to 1. */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const counts = new Map<string, number>();
  for (let i = 0; i < a.length - 1; i++) {
    const pair = a.slice(i, i + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let i = 0; i < b.length - 1; i++) {
    const pair = b.slice(i, i + 2);
    const left = counts.get(pair) ?? 0;
    if (left > 0) {
      shared++;
      counts.set(pair, left - 1);
    }
  }
  return (2 * shared) / (a.length + b.length - 2);
}
