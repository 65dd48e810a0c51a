/** A long input as the words of the corpus in it: 医保报销流程 as 医保 报销 流程. */
import type { Words } from './words.ts';

const minLength = 4;
const maxLength = 30;
/** More words are rarely all in one document. */
const maxWords = 6;

/**
 * The known words of an input in order, separated by blanks, then with each of them left out; none where there are not two,
 * or where less than `share` of the input is known.
 */
export function setApart(input: string, words: Words, share: number): string[] {
  const runs = input.match(/[\u3400-\u9fff]+|[A-Za-z0-9.%]+/g) ?? [];
  const length = runs.join('').length;
  if (length < minLength || length > maxLength) return [];
  const found = runs.flatMap((run) => (/^[\u3400-\u9fff]/.test(run) ? cut(run, words) : [run]));
  if (found.join('').length < share * length) return [];
  const apart = [...new Set(found)];
  if (apart.length < 2 || apart.length > maxWords) return [];
  const fewer =
    apart.length < 3 ? [] : apart.map((_, index) => apart.toSpliced(index, 1).join(' '));
  return [apart.join(' '), ...fewer.reverse()];
}

/** Fewest unknown characters, then fewest words, then the commonest. */
function cut(run: string, words: Words): string[] {
  const best: { cost: number; words: string[] }[] = [{ cost: 0, words: [] }];
  for (let end = 1; end <= run.length; end++) {
    const before = best[end - 1]!;
    let here = { cost: before.cost + 10, words: before.words };
    for (let start = Math.max(0, end - 8); start <= end - 2; start++) {
      const word = run.slice(start, end);
      if (!words.has(word)) continue;
      const cost = best[start]!.cost + 1 - words.band(word) / 100;
      if (cost < here.cost) here = { cost, words: [...best[start]!.words, word] };
    }
    best.push(here);
  }
  return best.at(-1)!.words;
}
