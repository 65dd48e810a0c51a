/**
 * Printed labels: 第一编, 第一章, 第一节, 第一条, 一、, （一）, 1., （1）, ①. Families from GB/T 9704—2012, 7.3.3 and
 * 立法法; variants of width and mark belong to one family (1． 1、 1. are `c`, (1) and （1） are `d`).
 */
import { numeralCharacters, readCircled, readNumeral } from './numerals.ts';

/** Families of 层次序数: a 一、 b （一） c 1. d （1） e ①. */
export type HeadingStyle = 'a' | 'b' | 'c' | 'd' | 'e';

export type LabelFamily = 'book' | 'chapter' | 'section' | 'article' | HeadingStyle;

export interface Label {
  family: LabelFamily;
  /** [13], or [13, 1] for 第十三条之一. */
  number: number[];
  /** The label as printed, without the space after it. */
  text: string;
  /** Length of the label and the white space after it. */
  length: number;
}

const numeral = `[${numeralCharacters}]`;

interface LabelRule {
  pattern: RegExp;
  family(match: RegExpExecArray): LabelFamily;
}

const divisions: Record<string, LabelFamily> = { 编: 'book', 章: 'chapter', 节: 'section' };

const rules: LabelRule[] = [
  {
    // 第一章 总则; the space may be lost, but 第一章规定 in a sentence is none: see `isDivisionHeading`.
    pattern: new RegExp(
      `^(第\\s?(?<n>${numeral}{1,6}|\\d{1,3})\\s?(?<u>[编章节]))(?=[\\s\\p{Script=Han}]|$)`,
      'u',
    ),
    family: (match) => divisions[match.groups!.u!]!,
  },
  {
    // 第十三条, 第十三条之一; not 第十三条第二款, 第十三条、第十四条, 第十三条的规定 (citations at a line start).
    pattern: new RegExp(
      `^(第\\s?(?<n>${numeral}{1,7}|\\d{1,4})\\s?条(?:之(?<b>${numeral}{1,2}))?)(?!第|[、，。；：:）)》”]|的|规定|和|至|或|及|所|中|之)`,
      'u',
    ),
    family: () => 'article',
  },
  { pattern: new RegExp(`^((?<n>${numeral}{1,4})\\s?[、．.])(?!\\d)`, 'u'), family: () => 'a' },
  { pattern: new RegExp(`^([（(]\\s?(?<n>${numeral}{1,4})\\s?[)）])`, 'u'), family: () => 'b' },
  { pattern: /^(?<n>[㈠-㈩])/u, family: () => 'b' },
  // 1. 1． 1、 but not 33.56% and not 2019.5
  { pattern: /^((?<n>\d{1,3}|[０-９]{1,3})\s?[.．、])(?!\d|[０-９])/u, family: () => 'c' },
  { pattern: /^([（(]\s?(?<n>\d{1,3}|[０-９]{1,3})\s?[)）])/u, family: () => 'd' },
  { pattern: /^(?<n>[⑴-⒇])/u, family: () => 'd' },
  { pattern: /^(?<n>[①-⑳])/u, family: () => 'e' },
];

// 第二条规定…, 第二条中介机构…: a label that lost its space, or a citation.
const softArticle: LabelRule = {
  pattern: new RegExp(`^(第\\s?(?<n>${numeral}{1,7}|\\d{1,4})\\s?条)(?=[的规和至或及所中之])`, 'u'),
  family: () => 'article',
};

const labelStart = new RegExp(`^[第\\d０-９（(㈠-㈩⑴-⒇①-⑳${numeralCharacters}]`, 'u');

/** The label a text begins with, or null. Says nothing of whether the label fits its place. */
export function readLabel(text: string): Label | null {
  if (!labelStart.test(text)) return null;
  for (const rule of rules) {
    const label = applyRule(rule, text);
    if (label) return label;
  }
  return null;
}

/**
 * 第N条 before a word that in running text follows a citation (第二条规定, 第二条的, 第二条中介机构). It is a label only
 * where a paragraph begins and the number is the next one.
 */
export function readSoftArticle(text: string): Label | null {
  return applyRule(softArticle, text);
}

function applyRule({ pattern, family }: LabelRule, text: string): Label | null {
  const match = pattern.exec(text);
  if (!match) return null;
  const { n, b } = match.groups!;
  const number = n!.length === 1 ? (readCircled(n!) ?? readNumeral(n!)) : readNumeral(n!);
  if (number === null || number === 0) return null;
  const branch = b === undefined ? null : readNumeral(b);
  const space = /^\s*/.exec(text.slice(match[0].length))![0].length;
  return {
    family: family(match),
    number: branch === null ? [number] : [number, branch],
    text: match[0],
    length: match[0].length + space,
  };
}

/** Whether a chapter or section label stands on a heading line: what follows is short and no sentence. */
export function isDivisionHeading(text: string, label: Label): boolean {
  const title = text.slice(label.length).replace(/\s/g, '');
  return title.length <= 40 && !/[。；，：]/.test(title) && !/^(的|和|至|规定|第)/.test(title);
}

/** Depth of the families that nest as 层次 do; a new family lies below every family before it. */
export const styleRank: Record<HeadingStyle, number> = { a: 0, b: 1, c: 2, d: 3, e: 4 };

export function isStyle(family: LabelFamily): family is HeadingStyle {
  return family in styleRank;
}

/** Whether an inline label of the family with this number stands inside the text, not at its start. */
export function holdsInlineLabel(text: string, family: LabelFamily, number: number): boolean {
  const labels: Partial<Record<LabelFamily, (n: number) => RegExp>> = {
    c: (n) => new RegExp(`[^\\d.．]${n}[.．、](?!\\d)`),
    d: (n) => new RegExp(`.[（(]${n}[)）]`),
    e: (n) => new RegExp(`.${String.fromCodePoint(0x245f + n)}`),
  };
  return labels[family]?.(number).test(text) ?? false;
}
