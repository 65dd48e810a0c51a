/** Figures in a sentence that depend on each other: 15个指标中，…的有11个，占比73.3%; 共20个，其中…; （30分）. */
import { readDecimal, type Decimal } from './decimals.ts';

interface Range {
  /** UTF-16 offsets. */
  start: number;
  end: number;
}

/** Part and whole as counted things, and the printed percentage. */
export interface Share extends Range {
  whole: bigint;
  part: bigint;
  percent: Decimal;
}

const unit = '(?:个|项|件|家|人|名|户|条|所|次|起|宗|辆|套)';
const share = new RegExp(
  `(?<whole>\\d+)\\s*(?<unit>${unit})(?:(?!的)[^，。；%\\d]){0,14}中\\s*[，,]?[^。；%\\d]{0,24}?(?:有|为)\\s*(?<part>\\d+)\\s*\\k<unit>\\s*[，,]\\s*占(?:比|总数的?|总量的?)?(?:为|达)?\\s*(?<percent>\\d+(?:\\.\\d+)?)\\s*[%％]`,
  'gu',
);

/** Shares said of counted things. Measured figures (亿元) are rounded themselves and are not read. */
export function findShares(text: string): Share[] {
  return [...text.matchAll(share)].map((match) => {
    const { whole, part, percent } = match.groups as Record<string, string>;
    const end = match.index + match[0].length;
    return {
      whole: BigInt(whole!),
      part: BigInt(part!),
      percent: readDecimal(percent!)!,
      start: end - match[0].length + match[0].lastIndexOf(percent!),
      end,
    };
  });
}

/** A whole and the largest of its parts. */
export interface PartOfWhole extends Range {
  whole: Decimal;
  part: Decimal;
}

const number = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const whole = new RegExp(
  `(?:共有|共计|总计|合计|共|总数为|总数)[^，。；\\d]{0,12}?(?<whole>${number})\\s*(?<unit>${unit}|(?:万|亿)?元|亩|万亩|公里|公顷|吨|万吨)[^，。；\\d]{0,10}[，,（(]\\s*其中[：:，,]?(?<parts>[^。；]*)`,
  'gu',
);

/** 共20个，其中甲12个、乙8个: every part with the unit of the whole. */
export function findPartsOfWhole(text: string): PartOfWhole[] {
  return [...text.matchAll(whole)].flatMap((match) => {
    const groups = match.groups as Record<string, string>;
    const total = readDecimal(groups.whole!);
    if (!total) return [];
    const offset = match.index + match[0].length - groups.parts!.length;
    const part = new RegExp(`(?<![\\d.,])(?<part>${number})\\s*${groups.unit!}`, 'gu');
    return [...groups.parts!.matchAll(part)].flatMap((own) => {
      const value = readDecimal(own.groups!.part!);
      const start = offset + own.index;
      return value ? [{ whole: total, part: value, start, end: start + own[0].length }] : [];
    });
  });
}

const points = /(?:[（(][^（()）]{0,16}?|分值\s*[:：]?\s*)(\d{1,4}(?:\.\d+)?)\s*分\s*[)）]?$/u;

/** The points a title gives its section: 工作考核（30分）, 主体责任，分值5分. */
export function readPoints(title: string): Decimal | null {
  const match = points.exec(title.trim());
  return match && readDecimal(match[1]!);
}

const full = /(?:满分|总分|总分值|分值合计|总计|合计)\s*(?:为|是|[:：])?\s*(\d{2,4})\s*分/gu;

/** 满分100分: the points all sections of a text have together; null where none or more than one number is said. */
export function readFullPoints(text: string): (Range & { value: Decimal }) | null {
  const [match, ...others] = [...text.matchAll(full)];
  if (!match || others.length > 0) return null;
  const end = match.index + match[0].length;
  return { value: readDecimal(match[1]!)!, start: match.index, end };
}
