/** The law or document whose clause is cited: 《条例》第三条, 行政处罚法第三十三条, 本办法第十四条. */

/** The text whose clause is meant. */
export interface ReferredText {
  /** `title`: 《条例》; `name`: 行政处罚法, 该办法 without marks; `self`: 本办法 (本法 where the words around are quoted). */
  kind: 'title' | 'name' | 'self';
  /** Without the marks 《》. */
  name: string;
  /** UTF-16 offsets of the name in the text, marks included. */
  start: number;
  end: number;
  /** Not printed before this reference: the last text named before it. */
  carried?: true;
  /** 该办法, 上述规定: the last text so named. */
  anaphor?: true;
}

const kinds =
  '法典|法|条例|规定|办法|细则|规则|规程|准则|规范|标准|章程|制度|决定|意见|通知|方案|措施|预案|指南|公约|解释';
/** Characters before a clause in which its text is named. */
const reach = 200;
const aside = '(?:\\s*[（(][^（）()]{0,60}[)）])*';
const particle = '\\s*(?:文件|全文)?\\s*(?:[的中之内])?\\s*(?:上述)?\\s*';
const titleBefore = new RegExp(`《([^《》]*(?:《[^《》]*》[^《》]*)*)》${aside}${particle}$`, 'u');
const selfBefore = new RegExp(`本\\s*(?:实施)?(?:${kinds})${particle}$`, 'u');
const nameBefore = new RegExp(`([\\p{Script=Han}]{0,24}(?:${kinds}))${aside}${particle}$`, 'u');
// Not 原产地, 原子能.
const anaphor = /^(?:.*(?:该|上述|前述)|此|以上|原(?![子产料油种木]))/u;
const notOfName =
  /^.*(?:违反|依照|根据|按照|依据|适用|参照|执行|符合|属于|落实|[按依与和及或其对在]|以(?!上))/u;
// 水法, 刑法; not 办法, 依法.
const shortLaw = /^[^办方做用依合违执司立无守]法$/;
const kindAtEnd = new RegExp(`(?:${kinds})$`, 'u');
const instrument = new RegExp(`《([^《》]*(?:${kinds})(?:[（(][^（）()]*[)）])?)》`, 'gu');

/**
 * Whether a text of this title means itself by the name: 本办法 in a 办法, 本细则 and 本实施细则 in an 实施细则.
 *
 * @param self a `self` name, without white space.
 */
export function namesItself(self: string, title: string): boolean {
  const bare = title.replace(/\s*[（(][^（）()]*[)）]\s*$/, '');
  const word = kindAtEnd.exec(bare)?.[0];
  return word !== undefined && word === self.replace(/^本(?:实施)?/, '');
}

/** The text named right before the offset, or null. */
export function nameBeforeClause(text: string, offset: number): ReferredText | null {
  const from = Math.max(0, offset - reach);
  const before = text.slice(from, offset);
  const title = titleBefore.exec(before);
  if (title) {
    const start = from + title.index;
    return { kind: 'title', name: title[1]!, start, end: start + title[1]!.length + 2 };
  }
  const self = selfBefore.exec(before);
  const trim = (match: RegExpExecArray) => match[0].replace(new RegExp(`${particle}$`, 'u'), '');
  if (self) {
    const name = trim(self);
    const start = from + self.index;
    return { kind: 'self', name: name.replace(/\s/g, ''), start, end: start + name.length };
  }
  const named = nameBefore.exec(before);
  if (!named) return null;
  const printed = named[1]!.replace(notOfName, '');
  const name = printed.replace(anaphor, '');
  const isAnaphor = name !== printed;
  const start = from + named.index + named[1]!.length - name.length;
  // 违反规定第…: the bare word is no name.
  if (name.length < 3 && !isAnaphor && !shortLaw.test(name)) return null;
  return {
    kind: 'name',
    name,
    start,
    end: start + name.length,
    ...(isAnaphor && { anaphor: true }),
  };
}

/** The last instrument named in the sentence before the offset, for a clause without a name of its own. */
export function namedInSentence(text: string, offset: number): ReferredText | null {
  const near = Math.max(0, offset - reach);
  const from = near + text.slice(near, offset).lastIndexOf('。') + 1;
  const last = [...text.slice(from, offset).matchAll(instrument)].at(-1);
  if (!last) return null;
  const start = from + last.index;
  return { kind: 'title', name: last[1]!, start, end: start + last[0].length };
}

/** The text to which a clause without a name belongs: the one named last; none where that is the text itself. */
export function carry(
  cited: ReferredText | null,
  mentioned: ReferredText | null,
): ReferredText | null {
  const last =
    cited && mentioned && mentioned.start > cited.start ? mentioned : (cited ?? mentioned);
  return last === null || last.kind === 'self' ? null : { ...last, carried: true };
}
