/** Other places, agencies, numbers and dates in a raw text, so that copies of an issue are not the same text. */
import type { Series } from '../../src/model/content.ts';
import { shuffled, type Random } from '../bench/random.ts';

/** Cities whose names stand for the place of a series; the first copies keep their own. */
const cities = '南昌 九江 上饶 宜春 瑞金 吉安 抚州 新余 鹰潭'.split(' ');
/** Copies from one city to the next; each round is a year earlier. */
export const cityCount = cities.length + 1;

export interface Copy {
  /** 0 for the series itself. */
  city: number;
  /** Years before the issue's own. */
  years: number;
}

export function copyOf(index: number): Copy {
  return { city: index % cityCount, years: Math.floor(index / cityCount) };
}

const standing = '(?<!\\d)((?:19|20)\\d{2})(?!\\d)';
const years = new RegExp(standing, 'g');
const numbers = new RegExp(
  `([〔［\\[【（(﹝]\\s*${standing}\\s*[〕］\\]】）)﹞]\\s*第?\\s*)(\\d{1,4})(?=\\s*号)`,
  'g',
);
const orders = /(令[\s（(]*第?\s*)(\d{1,3})(?=\s*号)/g;

/** The series of a copy: another place, and codes that no other series has. */
export function renameSeries(series: Series, { city }: Copy): Omit<Series, 'id'> {
  const { id: _, ...own } = series;
  if (city === 0) return own;
  const suffix = String.fromCharCode(0x61 + city);
  const renamed = JSON.parse(renamePlace(JSON.stringify(own), series, city)) as typeof own;
  return {
    ...renamed,
    prefix: `c${String(city)}`,
    homepage: null,
    codes: Object.fromEntries(
      Object.entries(renamed.codes).map(([prefix, code]) => [prefix, code + suffix]),
    ),
  };
}

/** @param step more than any 发文字号 counts to: the numbers of one round of copies end where the next begins. */
export function renameText(
  text: string,
  series: Series,
  copy: Copy,
  step: number,
  random: Random,
): string {
  const { city, years: back } = copy;
  const order = city + back * cityCount;
  const renumbered = text
    .replace(
      numbers,
      (_, before: string, _year: string, number: string) =>
        before + String(Number(number) + step * back),
    )
    .replace(orders, (_, before: string, number: string) => before + String(Number(number) + order))
    .replace(years, (year) => String(Number(year) - back));
  return renamePlace(exchangeAgencies(renumbered, series, random), series, city);
}

/** The place by another one, and 景 at the head of its 代字 by the other's first character. */
function renamePlace(text: string, { place, codes }: Series, city: number): string {
  if (city === 0) return text;
  const name = cities[city - 1]!;
  const bare = place.replace(/[省市县区州盟]$/u, '');
  return Object.keys(codes)
    .filter((prefix) => prefix.startsWith(place[0]!))
    .reduce(
      (renamed, prefix) => renamed.replaceAll(prefix, name[0]! + prefix.slice(1)),
      text.replaceAll(bare, name),
    );
}

/** Each agency takes the name of another one, short for short and full for full. */
function exchangeAgencies(text: string, series: Series, random: Random): string {
  const pairs = Object.entries(series.agencies).filter(
    ([short, full]) => short !== full && !full.includes(series.publisher) && !/党|委$/u.test(short),
  );
  const others = shuffled(random, pairs);
  const names = new Map<string, string>();
  for (const [index, [short, full]] of pairs.entries()) {
    names.set(short, others[index]![0]);
    names.set(full, others[index]![1]);
  }
  if (names.size === 0) return text;
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length);
  return text.replace(new RegExp(longestFirst.join('|'), 'gu'), (name) => names.get(name)!);
}
