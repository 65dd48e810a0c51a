/** Lines that are a unit of their own in every format: 附件, （此件主动公开）, 目录, titles of carried texts. */
import {
  isDisclosure,
  readAttachmentLabel,
  readTitledAttachment,
} from '../../language/standing-forms.ts';
import { foldLetters } from '../../language/text.ts';
import type { Line } from '../sources/line.ts';

const standing = [
  /^附\s*件?\s*[:：]/,
  /^[（(]\s*(来源|供稿)\s*[:：].{0,30}[)）]$/,
  /^目\s*[录次]$/,
  /^单位\s*[:：]\s*\S{1,8}$/,
];

const notes = /^(注|备注|说明|填表说明|填报单位|单位[（(]盖章[)）])\s*[:：]/;

/** The line is never joined with the one before it. */
export function beginsApart(text: string): boolean {
  return notes.test(text) || standsAlone(text);
}

/** The line is never joined with its neighbours. */
export function standsAlone(text: string): boolean {
  return (
    standing.some((pattern) => pattern.test(text)) ||
    readAttachmentLabel(text) !== null ||
    readTitledAttachment(text, false) !== null ||
    isDisclosure(text)
  );
}

const firstLetters = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** Whether some title begins with the letter that the line begins with. */
function mayBegin({ text }: Line, titles: ReadonlySet<string>): boolean {
  const letters = foldLetters(text.slice(0, 8));
  // A mark that combines may follow the slice.
  if (letters.length < 2) return true;
  let firsts = firstLetters.get(titles);
  if (!firsts) firstLetters.set(titles, (firsts = new Set([...titles].map((title) => title[0]!))));
  return firsts.has(letters[0]!);
}

/** Number of lines from `index` on that together are a known title; 0 for none. A line （试行） after it counts. */
export function titleLength(lines: Line[], index: number, titles: ReadonlySet<string>): number {
  if (titles.size === 0 || !mayBegin(lines[index]!, titles)) return 0;
  let text = '';
  for (let count = 1; count <= 5 && index + count <= lines.length; count++) {
    const line = lines[index + count - 1]!;
    if (line.tabbed || /[。；：，]$/.test(line.text)) return 0;
    text += foldLetters(line.text);
    if (text.length < 5 || !titles.has(text)) continue;
    const next = lines[index + count];
    // 《某办法》 / 已经市政府同意: the announcement, not the title.
    if (
      /^《.*》$/.test(line.text) &&
      count === 1 &&
      /^(已|现|等|经|业经|印发)/.test(next?.text ?? '')
    )
      return 0;
    if (
      next &&
      !titles.has(text + foldLetters(next.text)) &&
      /^[（(][^。，；]{1,16}[)）]$/.test(next.text) &&
      !beginsApart(next.text)
    ) {
      return count + 1;
    }
    if (next && titles.has(text + foldLetters(next.text))) continue;
    return count;
  }
  return 0;
}
