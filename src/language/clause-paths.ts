/**
 * The words of clause references: 第十三条第一款第（二）项, 第四、五条, 第三条至第八条, 前款, 本条 (立法法: 编 章 节 条 款 项 目;
 * 款 has no printed number but is counted in references).
 */
import { numeralCharacters, readNumeral, writeNumeral } from './numerals.ts';

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

/** The place of one clause in a text, or of a range. UTF-16 offsets. */
export interface ClausePlace {
  start: number;
  end: number;
  /** Levels left out in a list are those of the clause before: 第三条第一款、第二款. Empty for 前款 alone. */
  path: ClausePath;
  /** The last clause of a range; null for one clause. */
  through: ClausePath | null;
  relative: RelativeClause | null;
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

export interface Atom {
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
    const lead = /第\s*$/.exec(text.slice(last, match.index))?.[0].length ?? 0;
    const end = offset + match.index + match[0].length;
    if (before && new RegExp(`^\\s*${range}`, 'u').test(text.slice(last, match.index))) {
      before.through = value;
      before.end = end;
    } else {
      found.push({ number: value, through: null, start: offset + match.index - lead, end });
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
export type Phrase = Atom[];

/** Clauses in a list: 第五条、第七条第二款和第九条. */
export interface Chain {
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

/** The clauses one phrase names; `before` is the last clause of the list so far. */
function expandPhrase(phrase: Phrase, before: ClausePlace | null): ClausePlace[] {
  const places: ClausePlace[] = [];
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

/** The clauses a list names, in order. */
export function expandChain({ phrases, links }: Chain): ClausePlace[] {
  const places: ClausePlace[] = [];
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

/** The lists of clauses in a text, in order. What is only a counted thing (第一项工作) is among them. */
export function findChains(text: string): Chain[] {
  return groupAtoms(
    text,
    [...text.matchAll(atomPattern)].flatMap((match) => toAtom(match) ?? []),
  );
}

/** A path as a citation writes it: 第十三条之一第二款第（三）项. */
export function clausePathText(path: ClausePath): string {
  const { article, item, ...rest } = path;
  const plain = (unit: Exclude<ClauseUnit, 'article' | 'item'>) =>
    rest[unit] === undefined
      ? ''
      : `第${writeNumeral(rest[unit])}${units.find(([, name]) => name === unit)![0]}`;
  const branch = article?.[1] === undefined ? '' : `之${writeNumeral(article[1])}`;
  return [
    plain('book'),
    plain('chapter'),
    plain('section'),
    article === undefined ? '' : `第${writeNumeral(article[0]!)}条${branch}`,
    plain('paragraph'),
    item === undefined ? '' : `第（${writeNumeral(item)}）项`,
    plain('subitem'),
  ].join('');
}
