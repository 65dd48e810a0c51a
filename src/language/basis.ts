/** What a text is based on (根据《…》制定本办法) and who explains it (由…负责解释). */

export interface TextRange {
  /** UTF-16 offsets. */
  start: number;
  end: number;
}

const verb = /(?:根据|依据|按照|依照|遵照)/gu;
// 根据《甲》（文号）、《乙》和《丙》等文件要求
const title =
  '《[^《》]*(?:[《〈<][^《》]*[》〉>][^《》]*)*》\\s*(?:[（(〔\\[][^（）()]{0,60}[)）〕\\]])?(?:第[^，。；《]{1,20}?[条款项])*';
const zone = new RegExp(
  `^[^《，。；]{0,40}${title}(?:\\s*(?:[、，,]|以及|和|及|与)?\\s*(?:关于)?\\s*${title}|(?:、|以及|和|及|与)[\\p{Script=Han}、]{0,24}?\\s*${title})*`,
  'u',
);
const numbered = /^[^《，。；]{0,60}?[〔［[(（]\d{4}[〕］\])）]\s*\d+\s*号/u;
const lawMaking =
  /(?:制定|制订|修订|起草|编制|特制)(?:了)?(?:本|如下|以下|此|$)|(?:特|现)?(?:制定|制订)\s*(?:本|如下|以下)/u;

/**
 * The parts of a paragraph that name what the text is based on.
 *
 * @param opens the paragraph opens the text, so that what it begins from needs no 制定本办法 after it.
 */
export function findBasis(text: string, opens: boolean): TextRange[] {
  const found: TextRange[] = [];
  for (const match of text.matchAll(verb)) {
    const from = match.index + match[0].length;
    if (match.index < (found.at(-1)?.end ?? 0)) continue;
    const after = text.slice(from, from + 4 * reach);
    const named = zone.exec(after) ?? numbered.exec(after);
    if (!named || quoted(text, match.index)) continue;
    const end = from + named[0].length;
    const [rest] = text.slice(end, end + reach).split('。') as [string];
    const self = /本[\p{Script=Han}]{2,6}(?:是)?$/u.test(
      text.slice(Math.max(0, match.index - 12), match.index),
    );
    if (opens || self || lawMaking.test(rest)) found.push({ start: from, end });
  }
  return found;
}

/** Characters within which a quotation or title is expected to close. */
const reach = 400;

/** Inside 《》 or “ ”: the words are another text's. */
function quoted(text: string, offset: number): boolean {
  const head = text.slice(Math.max(0, offset - reach), offset);
  const open = (a: string, b: string) => head.lastIndexOf(a) > head.lastIndexOf(b);
  return open('《', '》') || open('“', '”');
}

const organ = '(?<organ>\\p{Script=Han}[\\p{Script=Han}（）()、\\d]{1,60}?)';
const interpreters = [
  new RegExp(
    `由\\s*${organ}\\s*(?:负责|承担|进行)?\\s*(?:具体)?(?:的)?解释(?:工作)?(?=[，,。；;]|$)`,
    'u',
  ),
  new RegExp(`解释权\\s*(?:归|属于|属)\\s*${organ}\\s*(?:所有)?(?=[，,。；;]|$)`, 'u'),
];
const explained =
  /(?:本|该|此)[\p{Script=Han}]{1,14}|办法|规定|细则|制度|方案|意见|措施|规则|条例|通知|应用问题|适用中的/u;

/** The authority that explains the text, with its place; null where the paragraph says none. */
export function findInterpreter(text: string): (TextRange & { name: string }) | null {
  for (const pattern of interpreters) {
    const match = pattern.exec(text.replace(/\s/g, ' '));
    if (!match) continue;
    const sentence = text.lastIndexOf('。', match.index - 1) + 1;
    if (!explained.test(text.slice(sentence, match.index))) continue;
    const name = match.groups!.organ!;
    const start = match.index + match[0].indexOf(name);
    return { name: name.replace(/\s/g, ''), start, end: start + name.length };
  }
  return null;
}
