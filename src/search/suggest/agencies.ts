/** Full and short names of agencies: 医疗保障局 and 医保局. Pairs an editor gave, and names that the corpus writes. */

export interface AgencyNames {
  /** Names as the series' files pair them, short and full. */
  pairs: [short: string, full: string][];
  /** Names of the corpus without their place, cut into words, the most frequent first: 医疗 保障 局. */
  names: string[];
  /** Places whose agencies are meant: 景德镇市. */
  places: string[];
}

const levels = '省市县区州旗';
/** Endings that short names have for those of full ones. */
const endings: [short: string, full: string][] = [
  ['委会', '委员会'],
  ['委', '委员会'],
  ['办', '办公室'],
  ['管委会', '管理委员会'],
];
/** Other names of an agency that is named by the whole input; '' names of its kind where none is known. */
export function otherNames(input: string, { pairs, names, places }: AgencyNames): string[] {
  const given = pairs.flatMap(([short, full]) =>
    short === input ? [full] : full === input ? [short] : [],
  );
  const derived = splits(input, places).flatMap(({ place, core }) => {
    const paired = pairs.flatMap(([short, full]) => pairedCores(core, short, full, places));
    const known = names
      .filter((name) => isSameAgency(core, name))
      .map((name) => name.replaceAll(' ', ''));
    return [...new Set([...paired, ...known])].flatMap((other) =>
      placesFor(place, other.length > core.length, places).map((before) => before + other),
    );
  });
  // 市医保局 is the one of its city; where there are several, it is any of them.
  const all = given.length > 1 ? [...derived, ...given] : [...given, ...derived];
  return [...new Set(all)].filter((name) => name !== input);
}

/** The input as place or level and the rest, also whole: 市医保局 may begin with 市, 市场监管局 does not. */
function splits(input: string, places: string[]): { place: string; core: string }[] {
  const heads = places.filter((place) => input.startsWith(place));
  if (levels.includes(input[0] ?? ' ')) heads.push(input[0]!);
  return [...heads, '']
    .map((place) => ({ place, core: input.slice(place.length) }))
    .filter(({ core }) => core.length >= 2);
}

/** The other core of a pair one of whose cores this is. */
function pairedCores(core: string, short: string, full: string, places: string[]): string[] {
  const cores = [short, full].map((name) => {
    const place = places.find((one) => name.startsWith(one)) ?? '';
    return name.slice(place === '' && levels.includes(name[0]!) ? 1 : place.length);
  });
  if (cores[0] === cores[1] || cores.some(({ length }) => length < 3)) return [];
  return core === cores[0] ? [cores[1]!] : core === cores[1] ? [cores[0]!] : [];
}

/** Heads for the other name: a full name is said with its place where it can be but one, a short one with the level. */
function placesFor(place: string, isFull: boolean, places: string[]): string[] {
  if (place === '') return [''];
  const ofLevel = places.filter((one) => one.endsWith(place) || one === place);
  const level = place.at(-1)!;
  if (ofLevel.length > 1) return ['', level, ...ofLevel];
  return isFull ? [...ofLevel, level, ''] : [level, ...ofLevel, ''];
}

/** Whether one of two cores abbreviates the other; the second is cut into words. */
function isSameAgency(core: string, name: string): boolean {
  const words = name.split(' ');
  const joined = words.join('');
  if (core === joined) return false;
  return core.length < joined.length
    ? abbreviates(core, words)
    : // The words of what was typed are not known; two characters are nearly always one.
      abbreviates(joined, core.match(/.{1,2}/gu) ?? []) || abbreviates(joined, splitAnd(core));
}

/** 住房和城乡建设局 as 住房, 和, 城乡, 建设, 局. */
function splitAnd(core: string): string[] {
  return core.split(/(和|与|及)/).flatMap((part) => part.match(/.{1,2}/gu) ?? []);
}

/**
 * Whether a short name takes the first characters of words of a full one, or of their halves, or goes on inside a word, and ends
 * as the full one does: 市监局 of 市场 监督 管理 局, 发改委 of 发展 和 改革 委员会.
 */
export function abbreviates(short: string, words: string[]): boolean {
  const full = words.join('');
  const starts = startsOf(words);
  return [['', ''] as [string, string], ...endings].some(([ending, meant]) => {
    if (!short.endsWith(ending) || !full.endsWith(meant)) return false;
    const head = short.slice(0, short.length - ending.length);
    const rest = full.slice(0, full.length - meant.length);
    return head !== '' && head[0] === rest[0] && takes(head, 0, rest, -1, starts, ending === '');
  });
}

/** Places in the joined words where a word or a two-character half begins, and the last of three characters. */
function startsOf(words: string[]): ReadonlySet<number> {
  const starts = new Set<number>();
  let at = 0;
  for (const word of words) {
    for (let inside = 0; inside < word.length; inside += 2) starts.add(at + inside);
    at += word.length;
  }
  return starts;
}

/** Whether the characters of `head` from `index` on are found in `full` after `last`, each at a start or next to the one before. */
function takes(
  head: string,
  index: number,
  full: string,
  last: number,
  starts: ReadonlySet<number>,
  toEnd: boolean,
): boolean {
  if (index === head.length) return !toEnd || last === full.length - 1;
  for (
    let at = full.indexOf(head[index]!, last + 1);
    at !== -1;
    at = full.indexOf(head[index]!, at + 1)
  ) {
    if (!starts.has(at) && at !== last + 1) continue;
    if (takes(head, index + 1, full, at, starts, toEnd)) return true;
  }
  return false;
}
