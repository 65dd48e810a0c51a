/** Which documents a sentence repeals: 《A》同时废止, 决定废止《A》, 《A》不再执行. */

/** A part of the text that names what is repealed; UTF-16 offsets. */
export interface RepealClause {
  start: number;
  end: number;
}

const passive =
  /(?:同时|即行|予以|自行|相应|一并|同日|均|均予|自动)(?:停止执行|废止|失效)|停止执行|不再(?:继续)?(?:执行|施行)|宣布失效|(?:》|号|[)）]|文件|起)\s*废止|[条款项]\s*(?:废止|失效)(?=[。；，,;]|$)/gu;
const active =
  /(?:决定|经研究|同意|现)?[，,]?(?:予以|宣布|现)?(?:废止|停止执行)(?:下列|以下)?\s*(?=[《□][^。]*)/gu;
// What stands before the documents in the same sentence: 本办法自…起施行，, …制定本办法，
const before =
  /(?:施行|执行|实施|生效|试行|为准|(?:制定|有效期|试行期)[^，。；《]{0,8})\s*[，,；;]\s*|[。；;]/gu;
const conditional = /(?:如|若|因|未|不得|尚未|已经?|修改、|清理和)\s*[\p{Script=Han}、]{0,6}$/u;

/** Titles made opaque, so that a 废止 inside them says nothing. */
function mask(text: string): string {
  let depth = 0;
  let masked = '';
  for (const mark of text) {
    if (mark === '》' && depth > 0) depth--;
    masked += depth > 0 ? '□'.repeat(mark.length) : mark;
    if (mark === '《') depth++;
  }
  return depth === 0 ? masked : text;
}

/** The parts of a paragraph that name what it repeals, in order. */
export function findRepeals(text: string): RepealClause[] {
  const masked = mask(text);
  const found: RepealClause[] = [];
  let from = 0;
  for (const match of masked.matchAll(passive)) {
    const verb = match.index + match[0].search(/[^》号)）起文件条款项]/u);
    const head = masked.slice(from, verb);
    if (conditional.test(head) && !/[》）)号]$/.test(head)) continue;
    const sentence = head.lastIndexOf('。') + 1;
    const cuts = [...head.slice(sentence).matchAll(before)];
    const last = cuts.at(-1);
    const start = from + sentence + (last ? last.index + last[0].length : 0);
    if (start < verb) found.push({ start, end: verb });
    from = match.index + match[0].length;
  }
  for (const match of masked.matchAll(active)) {
    if (/[》）)号、]\s*(?:同时|予以|即行)?$/.test(masked.slice(0, match.index))) continue;
    const start = match.index + match[0].length;
    const stop = masked.slice(start).search(/[。；;]|，(?!《)/);
    const clause = { start, end: stop === -1 ? text.length : start + stop };
    if (!found.some((other) => clause.start < other.end && clause.end > other.start))
      found.push(clause);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The paragraph only leads in a list of what is repealed: 下列文件同时废止：. */
export function leadsInRepeals(text: string): boolean {
  return (
    /(?:下列|以下|附件所列)[^。；]{0,30}(?:废止|失效|停止执行)[^。；]{0,6}[:：]\s*$/u.test(text) ||
    /(?:废止|停止执行)(?:下列|以下)[^。；]{0,20}[:：]\s*$/u.test(text)
  );
}
