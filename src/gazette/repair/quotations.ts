/**
 * Provisions quoted by a decision that amends them: 将第三条修改为：“第三条 …。” printed on lines of their own. Their
 * labels are the amended text's, not the decision's.
 */
import type { Line } from '../sources/line.ts';

/** 修改为：“, 增加一条，作为第五条：“, also with the quote on the next line. */
const announced = /(?:修改为|修改如下|改为|表述为|作为[^。；]{1,24})[，,]?[：:]?$/;

/** Lines within which a quotation is expected to close; without its end nothing is taken for quoted. */
const longest = 100;

/** Indices of the lines that begin inside such a quotation. */
export function quotedLines(lines: readonly Line[]): ReadonlySet<number> {
  const quoted = new Set<number>();
  for (let index = 0; index < lines.length; index++) {
    const end = endOfQuotation(lines, index);
    for (let inside = index + 1; inside <= end; inside++) quoted.add(inside);
    if (end > index) index = end - 1;
  }
  return quoted;
}

/** Index of the line in which a quotation that line `from` opens is closed; `from` where it opens none. */
function endOfQuotation(lines: readonly Line[], from: number): number {
  const { text } = lines[from]!;
  const open = text.lastIndexOf('“');
  if (open === -1 || text.indexOf('”', open) !== -1) return from;
  const before = open === 0 ? (lines[from - 1]?.text ?? '') : text.slice(0, open);
  if (!announced.test(before)) return from;
  let depth = 1;
  for (let index = from + 1; index < lines.length && index <= from + longest; index++) {
    // Each quoted paragraph may begin with a quote of its own; only the last one closes it.
    const resumed = lines[index]!.text.startsWith('“') && /[。；：]$/.test(lines[index - 1]!.text);
    for (const mark of lines[index]!.text.slice(resumed ? 1 : 0)) {
      if (mark === '“') depth++;
      else if (mark === '”' && --depth === 0) return index;
    }
  }
  return from;
}
