/**
 * The clause part of what people type: 第十三条第一款第（二）项, 13条1款2项, 十三条二项, 二（三）1., 附件2第3行. More lenient than the grammar of
 * running text (`language/clause-paths.ts`), because here every word was meant as a reference. All functions take
 * normalised text.
 */
import { readCircled, readNumeral } from '../language/numerals.ts';
import { stepForms, type Step, type StepKind } from './clause-steps.ts';
import { numeral } from './typed-text.ts';

export interface TypedClause {
  /** From the largest unit to the smallest. */
  steps: Step[];
  /** Last clause of a range (第七条至第九条): its last step, null where one clause is meant. */
  through: Step | null;
  /** Further clauses of a list: 第五条、第七条. */
  also: Step[][];
}

export interface FoundClause {
  clause: TypedClause;
  start: number;
  end: number;
}

const units: Record<string, StepKind> = {
  编: 'book',
  章: 'chapter',
  节: 'section',
  条: 'article',
  款: 'paragraph',
  项: 'item',
  目: 'subitem',
  点: 'subitem',
  段: 'passage',
  自然段: 'passage',
  行: 'row',
  部分: 'a',
};
const unit =
  '(?<unit>编(?![号制])|章(?!程)|节(?![能约点])|条(?![件例])|款(?!项)|项(?!目)|目(?![标录的])|自然段|段(?!落)|行(?![动业政])|点(?!位)|部分)';
const value = `[${numeral}]{1,7}[b-z]?`;
const number = `(?:\\( ?(?:${value}) ?\\)|(?:${value}))`;
const to = ' ?(?:至|到|-) ?(?:第 ?)?';

const hanNumber = '[一二三四五六七八九十]{1,3}';

const patterns: [kind: StepKind | null, pattern: RegExp][] = [
  // 附件, 附件2, 附件一, 附件1-2
  [
    'attachment',
    new RegExp(
      `附(?:件|表|录)(?!说明)(?: ?(?<number>${value}(?:-\\d{1,2})?)(?![${numeral}])(?! ?[条款项章节目段行])(?<! ${hanNumber}(?=[、.(])))?`,
      'uy',
    ),
  ],
  // 第十三条, 13条, 第(2)项, 第十三条之一, 第七至九条, 第七条至第九条
  [
    null,
    new RegExp(
      `(?:第 ?)?(?<number>${number})(?:${to}(?<last>${number}))? ?${unit}(?:之 ?(?<branch>[${numeral}]{1,3})(?! ?[条款项]))?(?:${to}(?<through>${number}) ?\\k<unit>)?`,
      'uy',
    ),
  ],
  ['table', new RegExp(`表 ?(?<number>${value})(?![${numeral}])`, 'uy')],
  ['table', new RegExp(`第 ?(?<number>${value}) ?[张个]?表`, 'uy')],
  ['row', new RegExp(`序号 ?(?<number>${value})`, 'uy')],
];

/** 一、（一）1.（1）①: the labels of headings as they are printed, 二(三)1 as it is shortened. */
const headings: [kind: StepKind, pattern: RegExp][] = [
  ['a', new RegExp(`(?<number>${hanNumber})(?:[、.,] ?| ?(?=\\())`, 'uy')],
  ['b', new RegExp(`(?:第 ?)?\\( ?(?<number>${hanNumber}) ?\\)`, 'uy')],
  ['c', /(?<number>\d{1,3})(?:[.、,](?!\d)| ?(?=\())/uy],
  ['d', /(?:第 ?)?\( ?(?<number>\d{1,3}) ?\)/uy],
  ['e', /(?<number>[①-⑳])/uy],
];
/** 二、（三）1 at the end, without its mark. */
const lastDigit = /(?<number>\d{1,3})(?=[ )。,]*$)/uy;

const between = /[ 的、,;:。/和及与]*/uy;

interface Read {
  step: Step;
  through: Step | null;
  end: number;
}

/** 十三 → 13, (二) → 2, 5b stays; null where it is no number. */
function readNumber(text: string): string | null {
  const bare = text.replace(/[() ]/g, '');
  if (/^\d+[b-z]$/.test(bare)) return bare;
  const read = bare.length === 1 ? readCircled(bare) : null;
  const found = read ?? readNumeral(bare);
  return found === null || found === 0 ? null : String(found);
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function readStep(text: string, at: number, afterHeading: boolean): Read | null {
  for (const [kind, pattern] of patterns) {
    const found = match(pattern, text, at);
    const read = found && toStep(kind, found);
    if (read) return read;
  }
  const inHeading: typeof headings = afterHeading ? [...headings, ['c', lastDigit]] : headings;
  for (const [kind, pattern] of inHeading) {
    const found = match(pattern, text, at);
    const read = found && toStep(kind, found);
    if (read) return read;
  }
  return null;
}

function toStep(kind: StepKind | null, found: RegExpExecArray): Read | null {
  const { number, unit, branch, last, through } = found.groups!;
  const own = kind ?? units[unit!]!;
  const end = found.index + found[0].length;
  if (number === undefined) return { step: { kind: own, number: '' }, through: null, end };
  const [main, sub] = number.split(/-(?=\d)/);
  const first = readNumber(main!);
  if (first === null) return null;
  const tail = sub ?? (branch === undefined ? null : readNumber(branch));
  const until = readNumber(last ?? through ?? '');
  return {
    step: { kind: own, number: tail === null ? first : `${first}-${tail}` },
    through: until === null ? null : { kind: own, number: until },
    end,
  };
}

const isHeading = ({ kind }: Step) => /^[a-e]$/.test(kind);

/** Reads as many steps as stand at a place; null where there is none. */
function readSteps(text: string, start: number): FoundClause | null {
  const clauses: Step[][] = [];
  let through: Step | null = null;
  let end = start;
  for (let count = 0; count < 24; count++) {
    const current = clauses.at(-1);
    const before = current?.at(-1);
    const at = before ? end + match(between, text, end)![0].length : start;
    const read = readStep(text, at, before !== undefined && isHeading(before));
    if (!read) break;
    const { rank } = stepForms[read.step.kind];
    if (before && rank > stepForms[before.kind].rank) current!.push(read.step);
    else
      clauses.push([
        ...(current ?? []).filter(({ kind }) => stepForms[kind].rank < rank),
        read.step,
      ]);
    if (clauses.length === 1) through = read.through;
    end = read.end;
  }
  const [steps, ...also] = clauses;
  return steps ? { clause: { steps, through, also }, start, end } : null;
}

/** What may follow a reference without saying anything: 的规定, full stops, closing brackets. */
const nothing =
  /^[\s、,.。;:()《》〔〕"'!?]*(?:之|的)?(?:规定|内容|全文|原文)?[\s、,.。;:()《》〔〕"'!?]*$/u;

/**
 * The clause in a stretch of text: at its beginning, or at its end with the name of a document before it
 * (12345热线办法第十三条).
 */
export function findClause(text: string): FoundClause | null {
  const begin = /^[\s、,.。;:)的]*/u.exec(text)![0].length;
  const first = readSteps(text, begin);
  if (first && (nothing.test(text.slice(first.end)) || /^[ ,。;]/.test(text.slice(first.end))))
    return first;
  for (let start = begin + 1; start < text.length; start++) {
    const before = text[start - 1]!;
    // Not inside a number.
    if (/[\d零〇一二两三四五六七八九十百千第(]/.test(before) && /[^附表序第(]/.test(text[start]!))
      continue;
    const found = readSteps(text, start);
    if (!found || !nothing.test(text.slice(found.end))) continue;
    // 关于统一（二）: the label of a heading needs a space before it.
    const { steps } = found.clause;
    if (isHeading(steps[0]!) && steps.length < 2 && !/[\s:,]/.test(before)) continue;
    return found;
  }
  return null;
}
