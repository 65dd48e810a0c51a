/** Names of agencies that the corpus writes. */
import nodejieba from 'nodejieba';
import type { Series } from '../../model/content.ts';
import type { AgencyNames } from '../suggest/agencies.ts';

/** As many names are kept, the most frequent. */
const maxNames = 1500;
const endings = '局|委员会|办公室|办公厅|管委会|支队|总队|支行|分局|联合会|中心|委|办|厅';
const named = new RegExp(`^([\\u3400-\\u9fff]{1,12}?)(${endings})$`, 'u');
const ended = new RegExp(`(?:${endings})$`, 'u');
const level = /^[省市县区州旗]$/;
/** 新格局 is no 局, 跟踪督办 no 办, and a list of names without marks no name. */
const others = /[格布大开结]局$|[督交导催承代包网]办$|[的在为以由经报]|[局委办][省市县区]/u;
/** Endings that are words of their own: the name has to begin with a place or level. */
const ambiguous = /[^公]办$|委$|厅$|中心$/u;

/**
 * The names of the series' files and of the corpus; the latter without place or level, cut into words. A name of the corpus
 * stands alone between marks, as in lists (市发改委、市财政局), twice or with its place or level.
 */
export function findAgencyNames(
  series: Pick<Series, 'agencies' | 'place'>[],
  documents: { issuers: string[]; clauses: { text: string }[] }[],
): AgencyNames {
  const pairs = series.flatMap(({ agencies }) => Object.entries(agencies));
  const places = [...new Set(series.map(({ place }) => place))].filter((place) => place !== '');
  const shorts = new Set(pairs.map(([short]) => short));
  const counts = new Map<string, number>();
  const count = (name: string) => {
    if (!ended.test(name)) return;
    const { head, core } = splitName(name, places, shorts);
    if (!named.test(core) || core.length < 3 || others.test(core)) return;
    if (head === '' && ambiguous.test(core)) return;
    counts.set(core, (counts.get(core) ?? 0) + (head === '' ? 1 : 2));
  };
  for (const { issuers, clauses } of documents) {
    issuers.forEach(count);
    for (const { text } of clauses) text.match(/[\u3400-\u9fff]+/g)?.forEach(count);
  }
  for (const name of pairs.flat()) count(name);
  const names = [...counts]
    .filter(([, times]) => times > 1)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, maxNames)
    .map(([core]) => cutName(core));
  return { pairs, places, names };
}

/** 市 and 医保局, 景德镇市 and 医保局; '' where no place or level stands before. */
function splitName(
  name: string,
  places: string[],
  shorts: ReadonlySet<string>,
): { head: string; core: string } {
  const place = places.find((one) => name.startsWith(one));
  if (place !== undefined) return { head: place, core: name.slice(place.length) };
  const [first = ''] = nodejieba.cut(name, true);
  const isLevel = level.test(first) || (shorts.has(name) && level.test(name[0]!));
  const size = isLevel ? 1 : /^[\u3400-\u9fff]{2,4}[省市县区州旗]$/u.test(first) ? first.length : 0;
  return { head: name.slice(0, size), core: name.slice(size) };
}

/** 医疗 保障 局: the ending is a word of its own, however nodejieba sees it. */
function cutName(core: string): string {
  const [, head = '', end = ''] = named.exec(core) ?? [];
  return [...nodejieba.cut(head, true), end].join(' ');
}
