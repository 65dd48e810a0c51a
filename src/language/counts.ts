/** Numbers of things that a text says: 集体（37个）, 共有5个指标未达目标：, 甲、乙、丙三部分, 甲等17个集体. */
import { numeralCharacters, readNumeral } from './numerals.ts';

/** UTF-16 offsets of the words that say the number. */
export interface CountStatement {
  value: number;
  start: number;
  end: number;
}

const numeral = `(?:\\d{1,4}|[${numeralCharacters}]{1,4})`;
const measure =
  '(?:(?:个|大|种|项)?(?:方面|部分|阶段|步骤|环节|等次|等级|大类|大项)|[个项条件类种名位家人篇章款步])';
// 个工作日, 个月, 个百分点 measure and count nothing; 30个以上 is no exact number.
const exact = '(?!\\s*(?:以上|以下|以内|左右|余|多|工作日|月|百分点|小时|单位时间|次|年))';
const count = `(?<![第\\d.〇零一二三四五六七八九十百千近约超达逾])\\s{0,3}(?<said>(?<value>${numeral})\\s*${measure})${exact}`;

/** The number a match of `count` says; the pattern has the flag `d`. */
function toStatement(match: RegExpExecArray, offset = 0): CountStatement | null {
  const value = readNumeral(match.groups!.value!);
  if (value === null || value === 0) return null;
  const [start, end] = match.indices!.groups!.said!;
  return { value, start: offset + start, end: offset + end };
}

const inTitle = new RegExp(`[（(]\\s*(?:共计?|合计)?${count}\\s*[)）]$`, 'du');

/** 集体（37个）: the number a title gives of what stands under it. */
export function readTitleCount(title: string): CountStatement | null {
  const match = inTitle.exec(title);
  return match && toStatement(match);
}

const lead = new RegExp(
  `(?:共有|共计|共|以下|下列|如下|分为|分|包括|包含|有|设|为)${count}(?<noun>[^，。；：:,;]{0,16})(?<tail>(?:[，。,][^：:]{0,40})?)[：:]?\\s*$`,
  'du',
);

/** Whether the words that lead in the list name what was counted: …的有11个指标。未达标指标如下. */
function namesCounted(counted: string, tail: string): boolean {
  const subject = /([\p{Script=Han}]{2,8})如下$/u.exec(tail)?.[1];
  if (subject === undefined) return /(?:分别为|分别是|如下|即|具体为)$/u.test(tail);
  for (let at = 0; at + 2 <= subject.length; at++)
    if (counted.includes(subject.slice(at, at + 2))) return true;
  return false;
}

/**
 * The number of what is listed below: 共有5个指标未达目标：. Null where the text leads in no list, or one of other things.
 *
 * @param heading the text is a heading, which leads in what is below it without a mark.
 */
export function readLeadCount(text: string, heading = false): CountStatement | null {
  if (!heading && !/[：:]\s*$/.test(text)) return null;
  const from = Math.max(0, text.length - 160);
  const near = text.slice(from);
  let found: CountStatement | null = null;
  // The last number is meant: 15个指标中，未达标的有11个。未达标指标如下：.
  for (let at = 0; at < near.length; at++) {
    const match = lead.exec(near.slice(at));
    if (!match) break;
    at += match.index;
    const { tail, noun } = match.groups as Record<string, string>;
    const statement = toStatement(match, from + at - match.index);
    const bare = tail!.replace(/^[，。,]/, '');
    const counted = near.slice(0, at) + match[0].slice(0, match[0].length - tail!.length);
    if (statement && (bare === '' || namesCounted(counted, bare)) && !/[的之]一/.test(noun!))
      found = statement;
  }
  return found;
}

/** 甲、乙、丙三部分: how many are named, at least and at most (和 may stand inside a name). */
export interface Enumeration extends CountStatement {
  least: number;
  most: number;
}

const enumerated =
  /(?<value>[二两三四五六七八九十]|[2-9])\s*(?:个|大|项|种|类)?\s*(?:部分|方面|环节|阶段|等次|等级|体系|机制|保障|行动)(?!以上|的一)/gu;
/** The list before a number stands in one clause of no more than so many characters. */
const listReach = 160;
const member = /^[^（）()“”《》\s]{2,16}$/u;
// …、实施五大行动: the number counts the object of a verb and not the list.
const verbAtEnd =
  /(?:实施|开展|推进|推动|打造|落实|建设|坚持|聚焦|围绕|抓好|实现|加强|完善|做好|健全|构建|形成|建立|强化|突出|深化|设立|制定|出台|等|的|了|这|以上|上述|其他|其它|分为|包括|设|共|第|前|后|每|各)$/u;

/** Lists in a sentence that say their own number. */
export function findEnumerations(text: string): Enumeration[] {
  const found: Enumeration[] = [];
  for (const match of text.matchAll(enumerated)) {
    const start = match.index;
    const before = text.slice(Math.max(0, start - listReach), start);
    const list = before.slice(before.search(/[^，。；：:]*$/u));
    const members = list.split('、');
    if (members.length < 3 || !members.slice(1).every((name) => member.test(name))) continue;
    if (verbAtEnd.test(list)) continue;
    const least = members.length;
    const most = least + (list.match(/以及|[和及与]/gu)?.length ?? 0);
    found.push({
      value: readNumeral(match.groups!.value!)!,
      least,
      most,
      start,
      end: start + match[0].length,
    });
  }
  return found;
}

const examples = new RegExp(`等${count}`, 'dgu');

/** 市税务局等17个集体: the number, and the words before 等. */
export function findExamples(text: string): (CountStatement & { before: string })[] {
  return [...text.matchAll(examples)].flatMap((match) => {
    const statement = toStatement(match);
    return statement ? [{ ...statement, before: text.slice(0, match.index) }] : [];
  });
}

const attached = new RegExp(
  `${count}[^，。；：:（）()]{0,20}[（(](?:详?见|名单见|清单见|目录见)?\\s*附件\\s*(?<attachment>\\d{0,2})\\s*[)）]`,
  'dgu',
);

/** 取消行政许可事项3项（见附件1）: the number and that of the attachment, null for the only one. */
export function findAttachedCounts(
  text: string,
): (CountStatement & { attachment: number | null })[] {
  return [...text.matchAll(attached)].flatMap((match) => {
    const statement = toStatement(match);
    const printed = match.groups!.attachment!;
    return statement ? [{ ...statement, attachment: printed === '' ? null : Number(printed) }] : [];
  });
}

const whole = new RegExp(
  `共[^，。；,;\\d]{0,16}?${count}\\s*[，,（(]\\s*其中(?<parts>[^。；;]*)`,
  'du',
);

/** 共确定成果35项，其中一等奖1项、二等奖16项: the whole, and the numbers of parts with these names, in order. */
export function readNamedParts(
  text: string,
  names: readonly string[],
): { whole: CountStatement; parts: (CountStatement & { name: string })[] } | null {
  const match = whole.exec(text);
  const total = match && toStatement(match);
  if (!total) return null;
  const printed = match.groups!.parts!;
  const offset = match.index + match[0].length - printed.length;
  const parts = printed
    .split(/[、，,和]/u)
    .map((part) => part.trim())
    .filter((part) => /\d/.test(part));
  const named = parts.flatMap((part) => {
    const name = names.find((own) => part.startsWith(own));
    const own =
      name === undefined ? null : new RegExp(`^${count}`, 'du').exec(part.slice(name.length));
    const at = own && offset + printed.indexOf(part) + name!.length;
    const statement = own && toStatement(own, at!);
    return statement ? [{ ...statement, name: name! }] : [];
  });
  return named.length === parts.length ? { whole: total, parts: named } : null;
}
