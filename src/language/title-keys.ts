/** Whether two titles name one text: the forms in which a text quotes a title, and slips between two prints of it. */
import { foldLetters, similarity } from './text.ts';
import { issuersOf } from './titles.ts';

const aside = /\s*[（(](?:试行|暂行|修订|修正|修订稿|\d{4}年?(?:修订|修正)?(?:版|本)?)[)）]\s*$/u;

/** The folded forms of a title that name the same text: whole, and without the issuer at its head (某市人民政府关于…的意见). */
export function titleKeys(title: string): string[] {
  const [issuer] = issuersOf(title);
  const bare = issuer === undefined ? title : title.slice(title.indexOf(issuer) + issuer.length);
  return [...new Set([title, bare].map(foldLetters))].filter((key) => key.length >= 5);
}

/** `titleKeys`, and the forms without （试行） at the end: for a title quoted where no other text can be meant. */
export function looseTitleKeys(title: string): string[] {
  return [...new Set([...titleKeys(title), ...titleKeys(title.replace(aside, ''))])];
}

// A title that differs in one of these is another document's: 办法 and 实施细则, 2021年 and 2022年, 甲市 and 乙市.
const telling =
  /[\d一二三四五六七八九十]|[省市县区州]|试行|暂行|修订|修正|办法|细则|规定|方案|意见|措施|通知|条例|计划|要点|清单|目录|规划|实施|补充|关于|印发|转发|解读|说明|公报|令$/u;
/** Characters in which two prints of one title may differ. */
const slip = 3;

/** Whether two folded titles are one title, printed differently by a slip. */
export function isSlip(a: string, b: string): boolean {
  if (a === b || Math.min(a.length, b.length) < 10 || Math.abs(a.length - b.length) > slip)
    return false;
  if (similarity(a, b) < 0.8) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (
    end < Math.min(a.length, b.length) - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  )
    end++;
  const rests = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return rests.every((rest) => rest.length <= slip && !telling.test(rest));
}
