/**
 * References to clauses in running text: 第十三条第一款第（二）项, 本办法第十四条, 前款, 《法》第三十六条
 * (立法法: 编 章 节 条 款 项 目; 款 has no printed number but is counted in references).
 */
import { readLabel } from './labels.ts';
import { numeralCharacters, readNumeral } from './numerals.ts';

export type ClauseUnit =
  'book' | 'chapter' | 'section' | 'article' | 'paragraph' | 'item' | 'subitem';

/** The numbers a reference names; levels it does not name are absent. 第十三条之一 is `article: [13, 1]`. */
export interface ClausePath {
  book?: number;
  chapter?: number;
  section?: number;
  article?: number[];
  paragraph?: number;
  item?: number;
  subitem?: number;
}

/** 前款 (previous, 1), 前两款 (previous, 2), 本条 (this, 0); seen from the clause the text stands in. */
export interface RelativeClause {
  direction: 'previous' | 'this';
  unit: ClauseUnit;
  count: number;
}

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
}

/** One clause, or with `through` all from `path` to it. A list (第五条、第七条) is several references. */
export interface ClauseReference {
  /** UTF-16 offsets in the text given, without the name of the law. */
  start: number;
  end: number;
  /** Levels left out in a list are those of the clause before: 第三条第一款、第二款. Empty for 前款 alone. */
  path: ClausePath;
  through: ClausePath | null;
  relative: RelativeClause | null;
  /** null: the text says no name, the clause is one of its own. */
  law: ReferredText | null;
  /** Inside “ ”: the words of another text. */
  quoted: boolean;
}

const units: [mark: string, unit: ClauseUnit, notBefore: string][] = [
  ['编', 'book', '制|号|码|辑|写|纂|外|内|办'],
  ['章', 'chapter', '程'],
  ['节', 'section', '课|点|能|约|目|省|余|假|日|奏'],
  // 第一条件, 第三条例, 本条例, 第二条线路
  ['条', 'article', '件|例|款(?![第前])|线|龙|街|巷|河|路|目'],
  ['款', 'paragraph', '项(?![第所规的])|式|物|车|产|应用|游戏|[Aa]'],
  ['项', 'item', '目'],
  ['目', 'subitem', '标|录|前|的地|击|光'],
];
const order = units.map(([, unit]) => unit);
const unitOf = Object.fromEntries(units.map(([mark, unit]) => [mark, unit])) as Record<
  string,
  ClauseUnit
>;
const unitSource = `(?:${units.map(([mark, , no]) => `${mark}(?!${no})`).join('|')})`;
const rank = (unit: ClauseUnit) => order.indexOf(unit);

const digits = `[${numeralCharacters}\\d０-９]{1,7}`;
const number = `(?:[（(]\\s*${digits}\\s*[)）]|${digits})`;
const range = '[至到~～—–\\-－]+';
const joint = '、|，|,|以及|或者|和|及|或|与|并';
const separator = `\\s*(?:${range}|${joint})\\s*`;
const branch = `(?:\\s*之(?<branch>[${numeralCharacters}]{1,3}))`;

const atomPattern = new RegExp(
  [
    // 第三条之一, 第四、五、六条, 第（一）至（三）项, 第一至七项
    `第\\s*(?<numbers>${number}(?:${separator}(?:第\\s*)?${number})*)\\s*(?<unit>${unitSource})(?:(?<=条)${branch})?`,
    // …和83条, …、（三）项, after another member of the list
    `(?<=[、，,和及或与至到]\\s?)(?<bare>${number})\\s*(?<bareUnit>条(?!件|例|款)|项(?!目))`,
    // 前款, 前两款, 上一条; not 目前条件, 当前项目
    `(?<![目之提以当先从此生空跟])(?<back>[前上])\\s*(?<count>[一二两三四五])?\\s*(?<backUnit>[款条项](?!件|例|目|款|线|述))`,
    // 本条, 本款; not 本条例, 本项目, 本章程
    `(?<![基根成资版])本\\s*(?<hereUnit>[编章节条款项](?!制|程|点|能|约|件|例|款|目|线))`,
  ].join('|'),
  'gu',
);

interface Numbered {
  number: number;
  through: number | null;
  start: number;
  end: number;
}

interface Atom {
  start: number;
  end: number;
  unit: ClauseUnit;
  relative: RelativeClause | null;
  numbers: Numbered[];
  branch: number | null;
  /** Only the continuation of a list. */
  bare: boolean;
  bracketed: boolean;
}

const readBracketed = (text: string) => readNumeral(text.replace(/[（()）\s]/g, ''));

/** 四、五、七至九 → the numbers with their places; null where one of them is none. */
function readNumbers(text: string, offset: number): Numbered[] | null {
  const found: Numbered[] = [];
  let last = 0;
  for (const match of text.matchAll(new RegExp(number, 'gu'))) {
    const value = readBracketed(match[0]);
    if (value === null || value === 0) return null;
    const before = found.at(-1);
    const end = offset + match.index + match[0].length;
    if (before && new RegExp(`^\\s*${range}`, 'u').test(text.slice(last, match.index))) {
      before.through = value;
      before.end = end;
    } else {
      found.push({ number: value, through: null, start: offset + match.index, end });
    }
    last = match.index + match[0].length;
  }
  return found;
}

function toAtom(match: RegExpExecArray): Atom | null {
  const groups = match.groups as Record<string, string | undefined>;
  const start = match.index;
  const end = start + match[0].length;
  const plain = { start, end, numbers: [], branch: null, bare: false, bracketed: false };
  if (groups.back !== undefined) {
    const unit = unitOf[groups.backUnit!]!;
    const count = groups.count === undefined ? 1 : readNumeral(groups.count)!;
    return { ...plain, unit, relative: { direction: 'previous', unit, count } };
  }
  if (groups.hereUnit !== undefined) {
    const unit = unitOf[groups.hereUnit]!;
    return { ...plain, unit, relative: { direction: 'this', unit, count: 0 } };
  }
  const written = groups.numbers ?? groups.bare!;
  const numbers = readNumbers(written, start + match[0].indexOf(written));
  if (!numbers || numbers.length === 0) return null;
  numbers[0]!.start = start;
  numbers.at(-1)!.end = end;
  return {
    ...plain,
    unit: unitOf[groups.unit ?? groups.bareUnit!]!,
    relative: null,
    numbers,
    branch: groups.branch === undefined ? null : readNumeral(groups.branch),
    bare: groups.bare !== undefined,
    bracketed: /[（(]/.test(written),
  };
}

/** Atoms that stand together as one clause: 第十三条 第一款 第（二）项. */
type Phrase = Atom[];

interface Chain {
  phrases: Phrase[];
  /** What stands before each phrase but the first: 、, 至. */
  links: string[];
}

const link = new RegExp(`^${separator}$`, 'u');

/** Atoms into clauses, and clauses into lists. */
function groupAtoms(text: string, atoms: Atom[]): Chain[] {
  const chains: Chain[] = [];
  for (const atom of atoms) {
    const chain = chains.at(-1);
    const before = chain?.phrases.at(-1)?.at(-1);
    const gap = before ? text.slice(before.end, atom.start) : '';
    if (
      before &&
      !atom.bare &&
      atom.relative === null &&
      rank(atom.unit) > rank(before.unit) &&
      /^\s*[的之]?\s*$/.test(gap)
    ) {
      chain!.phrases.at(-1)!.push(atom);
    } else if (before && link.test(gap)) {
      chain!.phrases.push([atom]);
      chain!.links.push(gap);
    } else if (!atom.bare) {
      chains.push({ phrases: [[atom]], links: [] });
    }
  }
  return chains;
}

function toPath(atom: Atom, value: number, withBranch: boolean): ClausePath {
  if (atom.unit !== 'article') return { [atom.unit]: value };
  return { article: withBranch && atom.branch !== null ? [value, atom.branch] : [value] };
}

/** The levels of a path above the unit. */
function above(path: ClausePath, unit: ClauseUnit): ClausePath {
  return Object.fromEntries(
    Object.entries(path).filter(([name]) => rank(name as ClauseUnit) < rank(unit)),
  );
}

type Place = Pick<ClauseReference, 'start' | 'end' | 'path' | 'through' | 'relative'>;

/** The clauses one phrase names; `before` is the last clause of the list so far. */
function expandPhrase(phrase: Phrase, before: Place | null): Place[] {
  const places: Place[] = [];
  const [first] = phrase as [Atom];
  const inherits =
    before !== null &&
    first.relative === null &&
    (before.relative === null || rank(first.unit) > rank(before.relative.unit));
  let path = inherits ? above(before.through ?? before.path, first.unit) : {};
  const relative = first.relative ?? (inherits ? before.relative : null);
  let start = first.start;
  phrase.forEach((atom, at) => {
    const last = at === phrase.length - 1;
    if (atom.numbers.length === 0 && last)
      places.push({ start, end: atom.end, path, through: null, relative });
    atom.numbers.forEach((entry, index) => {
      const final = index === atom.numbers.length - 1;
      const own = { ...path, ...toPath(atom, entry.number, final && entry.through === null) };
      if (index > 0) start = entry.start;
      if (!final || last) {
        const through =
          entry.through === null ? null : { ...path, ...toPath(atom, entry.through, true) };
        places.push({ start, end: entry.end, path: own, through, relative });
      } else {
        path = own;
      }
    });
  });
  return places;
}

function expandChain({ phrases, links }: Chain): Place[] {
  const places: Place[] = [];
  phrases.forEach((phrase, at) => {
    const before = places.at(-1) ?? null;
    const [next, ...rest] = expandPhrase(phrase, before);
    const ranged = at > 0 && new RegExp(`^\\s*${range}`, 'u').test(links[at - 1]!);
    if (ranged && before && before.through === null && next!.relative === null) {
      before.through = next!.path;
      before.end = next!.end;
      places.push(...rest);
    } else {
      places.push(next!, ...rest);
    }
  });
  return places;
}

const kinds =
  '法典|法|条例|规定|办法|细则|规则|规程|准则|规范|标准|章程|制度|决定|意见|通知|方案|措施|预案|指南|公约|解释';
const aside = '(?:\\s*[（(][^（）()]{0,60}[)）])*';
const particle = '\\s*(?:文件|全文)?\\s*(?:[的中之内])?\\s*(?:上述)?\\s*';
const titleBefore = new RegExp(`《([^《》]*(?:《[^《》]*》[^《》]*)*)》${aside}${particle}$`, 'u');
const selfBefore = new RegExp(`本\\s*(?:实施)?(?:${kinds})${particle}$`, 'u');
const nameBefore = new RegExp(
  `(?:该|此|原|上述|前述|以上)?([\\p{Script=Han}]{0,24}(?:${kinds}))${aside}${particle}$`,
  'u',
);
const notOfName =
  /^.*(?:违反|依照|根据|按照|依据|适用|参照|执行|符合|属于|落实|[按依与和及或其对在以])/u;
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
function nameBeforeClause(text: string, offset: number): ReferredText | null {
  const from = Math.max(0, offset - 200);
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
  const name = named[1]!.replace(notOfName, '');
  const start = from + named.index + named[0].indexOf(named[1]!) + named[1]!.length - name.length;
  const anaphor = /^(?:该|此|原|上述|前述|以上)/.test(named[0]);
  // 违反规定第…: the bare word is no name.
  if (name.length < 3 && !anaphor && !shortLaw.test(name)) return null;
  return { kind: 'name', name, start, end: start + name.length };
}

/** The last instrument named in the sentence before the offset, for a clause without a name of its own. */
function namedInSentence(text: string, offset: number): ReferredText | null {
  const from = text.lastIndexOf('。', offset - 1) + 1;
  const last = [...text.slice(from, offset).matchAll(instrument)].at(-1);
  if (!last) return null;
  const start = from + last.index;
  return { kind: 'title', name: last[1]!, start, end: start + last[0].length };
}

/** The text to which a clause without a name belongs: the one named last; none where that is the text itself. */
function carry(cited: ReferredText | null, mentioned: ReferredText | null): ReferredText | null {
  const last =
    cited && mentioned && mentioned.start > cited.start ? mentioned : (cited ?? mentioned);
  return last === null || last.kind === 'self' ? null : { ...last, carried: true };
}

/** Offsets that stand inside “ ”. */
function quotedRanges(text: string): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '“' && depth++ === 0) start = index;
    else if (text[index] === '”' && depth > 0 && --depth === 0) ranges.push({ start, end: index });
  }
  return ranges;
}

/** What must follow a clause named by 款, 项, 章 alone for it to be a reference and no counted thing (第一项工作). */
const follows = /^\s*(?:的?规定|的?情形|所列|所称|所述|所规定|中的?规定|至第|以下|之规定)/;

function standsAlone(text: string, { phrases }: Chain): boolean {
  const [[first] = []] = phrases;
  const last = phrases.at(-1)!.at(-1)!;
  if (!first) return false;
  // A label, not a reference: 第一条 为了…
  if (first.start === 0 && phrases.length === 1 && readLabel(text)?.family === 'article')
    return phrases[0]!.length > 1;
  if (first.unit === 'article' && first.relative === null) return true;
  const rest = text.slice(last.end);
  if (phrases.flat().some(({ unit, numbers }) => unit === 'article' && numbers.length > 0))
    return true;
  if (first.relative !== null)
    return (
      phrases.length > 1 ||
      phrases[0]!.length > 1 ||
      !/[条项]/.test(text[first.end - 1]!) ||
      /^(?:\s*(?:第|的?规定|所|中|各|的|要求|情形)|[，。；、：]|$)/.test(rest)
    );
  if (first.bracketed) return true;
  if (nameBeforeClause(text, first.start) !== null) return true;
  return follows.test(rest);
}

/**
 * The clause references of a text, in order.
 *
 * A clause without a name belongs to the law of the list it stands in, then to the law whose clause was cited last in
 * the text, then to the instrument named last in the sentence (`law.carried`).
 */
export function findReferences(text: string): ClauseReference[] {
  const atoms = [...text.matchAll(atomPattern)].flatMap((match) => toAtom(match) ?? []);
  const quotes = quotedRanges(text);
  const references: ClauseReference[] = [];
  let named: ReferredText | null = null;
  for (const chain of groupAtoms(text, atoms)) {
    if (!standsAlone(text, chain)) continue;
    const [[first]] = chain.phrases as [[Atom]];
    const own = first.relative === null ? nameBeforeClause(text, first.start) : null;
    const law = own ?? carry(named, namedInSentence(text, first.start));
    for (const place of expandChain(chain)) {
      const quoted = quotes.some((quote) => place.start > quote.start && place.end <= quote.end);
      references.push({ ...place, law: place.relative === null ? law : null, quoted });
    }
    const inQuotes = quotes.some(({ start, end }) => first.start > start && first.start < end);
    if (own && !(inQuotes && own.kind === 'self')) named = own;
  }
  return references;
}
