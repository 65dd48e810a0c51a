/** Inputs that are not in the texts: what they mean must be found or suggested. */
import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import { cutWords } from '../../src/search/build/words.ts';
import type { ScannedClause } from './clauses.ts';
import { below, one, pick, type Random } from './random.ts';

export interface Misspelt {
  query: string;
  /** What was meant; any of them will do. */
  meant: string[];
}

export interface MisspeltGroup {
  name: string;
  asked: Misspelt[];
  /** Least share found; null where it is only told. */
  least: number | null;
  /** Hits that hold what was meant count as well as suggestions. */
  hitsCount: boolean;
}

/** A pair of words is a phrase of the vocabulary from this number of occurrences on. */
const minOccurrences = 3;

/** Words, and pairs of words of two characters and more that recur, of two to eight Han characters. */
function vocabulary(clauses: ScannedClause[]): string[] {
  const counts = new Map<string, number>();
  const add = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = new Set<string>();
  for (const { text } of clauses) {
    for (const run of text.match(/\p{Script=Han}+/gu) ?? []) {
      let before = '';
      for (const word of cutWords(run)) {
        words.add(word);
        if (before.length > 1 && word.length > 1) add(before + word);
        before = word;
      }
    }
  }
  const phrases = [...counts].filter(([, count]) => count >= minOccurrences);
  return [...new Set([...words, ...phrases.map(([phrase]) => phrase)])]
    .filter((phrase) => /^\p{Script=Han}{2,8}$/u.test(phrase))
    .sort();
}

/** Readings of polyphones that a dictionary's first reading gets wrong; kept where the corpus holds the phrase. */
const polyphones: Record<string, string> = {
  林长制: 'linzhangzhi',
  市长: 'shizhang',
  校长: 'xiaozhang',
  行长: 'hangzhang',
  银行: 'yinhang',
  行业: 'hangye',
  行政处罚: 'xingzhengchufa',
  会计制度: 'kuaijizhidu',
  统计: 'tongji',
  调整: 'tiaozheng',
  调度: 'diaodu',
  调研: 'diaoyan',
  调解: 'tiaojie',
  乐平市: 'lepingshi',
  重大项目: 'zhongdaxiangmu',
  重办: 'chongban',
  重复: 'chongfu',
  供给: 'gongji',
  给予: 'jiyu',
  处罚: 'chufa',
  办事处: 'banshichu',
  差额: 'chae',
  长期: 'changqi',
  增长: 'zengzhang',
  满意率: 'manyilv',
  兴奋: 'xingfen',
  复兴: 'fuxing',
  应当: 'yingdang',
  应急: 'yingji',
  应用: 'yingyong',
  便民: 'bianmin',
  还款: 'huankuan',
  归还: 'guihuan',
  种植: 'zhongzhi',
  品种: 'pinzhong',
  传播: 'chuanbo',
  更新: 'gengxin',
  储备粮: 'chubeiliang',
  承担: 'chengdan',
  降低: 'jiangdi',
  投降: 'touxiang',
  数据: 'shuju',
  冠状: 'guanzhuang',
  奇数: 'jishu',
  仓储: 'cangchu',
  率先: 'shuaixian',
  效率: 'xiaolv',
  中标: 'zhongbiao',
  难点: 'nandian',
  遭难: 'zaonan',
  干部: 'ganbu',
  扦样: 'qianyang',
  累计: 'leiji',
  模式: 'moshi',
  模板: 'muban',
  强制: 'qiangzhi',
  省级: 'shengji',
  参与: 'canyu',
  曾经: 'cengjing',
  出差: 'chuchai',
  载明: 'zaiming',
  下载: 'xiazai',
  相关: 'xiangguan',
  结合: 'jiehe',
  血液: 'xueye',
  藏书: 'cangshu',
  空闲: 'kongxian',
  空白: 'kongbai',
  畜牧: 'xumu',
  畜禽: 'chuqin',
  大夫: 'daifu',
  大型: 'daxing',
  地区: 'diqu',
  都市: 'dushi',
  瓷都: 'cidu',
  否决: 'foujue',
  系统: 'xitong',
  少年: 'shaonian',
  减少: 'jianshao',
  提供: 'tigong',
  堵塞: 'duse',
  推诿塞责: 'tuiweisaize',
  着力: 'zhuoli',
  着手: 'zhuoshou',
  教学: 'jiaoxue',
  任务: 'renwu',
  转发: 'zhuanfa',
  发展: 'fazhan',
  朝阳: 'chaoyang',
  弹性: 'tanxing',
};

/** The groups of misspelt inputs; `count` queries each. */
export function misspeltGroups(
  clauses: ScannedClause[],
  agencies: Record<string, string>,
  place: string,
  random: Random,
  count: number,
): MisspeltGroup[] {
  const text = clauses.map(({ close }) => close).join('\n');
  const isAbsent = (phrase: string) => !text.includes(phrase);
  const phrases = vocabulary(clauses);
  const long = phrases.filter((phrase) => phrase.length >= 3);
  const characters = [...new Set(text.match(/\p{Script=Han}/gu))].sort();
  const likeSounding = byReading(characters);
  const spoil = (from: string[], change: (phrase: string) => string) =>
    shuffledUntil(from, count, random, (phrase) => {
      const query = change(phrase);
      return query !== phrase && isAbsent(query) ? { query, meant: [phrase] } : null;
    });
  const otherCharacter = (phrase: string) => {
    const at = below(random, phrase.length);
    return replaced(phrase, at, one(random, characters));
  };
  const otherWriting = (phrase: string) => {
    const at = below(random, phrase.length);
    return replaced(phrase, at, one(random, likeSounding.get(reading(phrase[at]!)) ?? ['']));
  };
  const typo = { least: 0.95, hitsCount: false };
  const suggested = { least: null, hitsCount: false };
  return [
    { name: 'typo: another character', asked: spoil(long, otherCharacter), ...typo },
    { name: 'typo: one of the same sound', asked: spoil(long, otherWriting), ...typo },
    {
      name: '  in words of two characters, same sound',
      asked: spoil(
        phrases.filter((phrase) => phrase.length === 2),
        otherWriting,
      ),
      ...suggested,
    },
    {
      name: 'typo: a character dropped',
      asked: spoil(
        long.filter((phrase) => phrase.length >= 4),
        (phrase) => replaced(phrase, below(random, phrase.length), ''),
      ),
      ...typo,
      least: 0.8,
    },
    {
      name: 'typo: two characters swapped',
      asked: spoil(long, (phrase) => swapped(phrase, below(random, phrase.length - 1))),
      ...typo,
      least: 0.8,
    },
    {
      name: 'traditional characters',
      asked: traditional(phrases, count, random, isAbsent),
      least: 1,
      hitsCount: true,
    },
    {
      name: 'pinyin in full',
      asked: pick(random, long, count).map((phrase, index) => ({
        query: syllables(phrase).join(index % 3 === 0 ? ' ' : ''),
        meant: [phrase],
      })),
      least: 0.95,
      hitsCount: true,
    },
    {
      name: 'pinyin of polyphones',
      asked: Object.entries(polyphones)
        .filter(([phrase]) => !isAbsent(phrase))
        .map(([phrase, query]) => ({ query, meant: [phrase] })),
      least: 0.95,
      hitsCount: true,
    },
    {
      name: '  initials of pinyin',
      asked: pick(random, long, count).map((phrase) => ({
        query: syllables(phrase)
          .map((syllable) => syllable[0])
          .join(''),
        meant: [phrase],
      })),
      least: null,
      hitsCount: true,
    },
    {
      name: 'short ↔ full names of agencies',
      asked: names(agencies, place, isAbsent),
      least: 0.95,
      hitsCount: true,
    },
  ];
}

/** The first `count` changes that come to something. */
function shuffledUntil(
  from: string[],
  count: number,
  random: Random,
  change: (phrase: string) => Misspelt | null,
): Misspelt[] {
  const found: Misspelt[] = [];
  for (const phrase of pick(random, from, from.length)) {
    if (found.length === count) break;
    const made = change(phrase);
    if (made) found.push(made);
  }
  return found;
}

function traditional(
  phrases: string[],
  count: number,
  random: Random,
  isAbsent: (phrase: string) => boolean,
): Misspelt[] {
  const writings = [Converter({ from: 'cn', to: 'hk' }), Converter({ from: 'cn', to: 'tw' })];
  return shuffledUntil(phrases, count, random, (phrase) => {
    const query = one(random, writings)(phrase);
    return query !== phrase && isAbsent(query) ? { query, meant: [phrase] } : null;
  });
}

/** Each name with and without the place, where the texts hold the other one. */
function names(
  agencies: Record<string, string>,
  place: string,
  isAbsent: (phrase: string) => boolean,
): Misspelt[] {
  const withoutPlace = (name: string, mark: string) =>
    name.startsWith(mark) && name.length > mark.length + 2 ? [name.slice(mark.length)] : [];
  return Object.entries(agencies).flatMap(([short, full]) => {
    const shorts = [short, ...withoutPlace(short, place.slice(-1))];
    const fulls = [full, ...withoutPlace(full, place)];
    const cores = { short: shorts.at(-1)!, full: fulls.at(-1)! };
    return [
      ...(isAbsent(cores.full) ? [] : shorts.map((query) => ({ query, meant: [cores.full] }))),
      ...(isAbsent(cores.short) ? [] : fulls.map((query) => ({ query, meant: [cores.short] }))),
      // A name that is part of the other one finds it without help.
    ].filter(({ query, meant }) => !meant.some((name) => name.includes(query)));
  });
}

function syllables(phrase: string): string[] {
  return pinyin(phrase, { toneType: 'none', type: 'array', v: true });
}

function reading(character: string): string {
  return pinyin(character, { toneType: 'none' });
}

function byReading(characters: string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const character of characters) {
    const key = reading(character);
    found.set(key, [...(found.get(key) ?? []), character]);
  }
  return found;
}

function replaced(phrase: string, at: number, by: string): string {
  return phrase.slice(0, at) + by + phrase.slice(at + 1);
}

function swapped(phrase: string, at: number): string {
  return phrase.slice(0, at) + phrase[at + 1]! + phrase[at]! + phrase.slice(at + 2);
}
