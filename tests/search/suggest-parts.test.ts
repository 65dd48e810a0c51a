/** The parts suggestions are made of: files and their inverse, names of agencies, single slips. */
import { describe, expect, test } from 'vitest';
import { countPhrases } from '../../src/search/build/phrases.ts';
import {
  charactersOf,
  commonCharacters,
  readingsOf,
  traditionalOf,
} from '../../src/search/build/characters.ts';
import { loadDictionary } from '../../src/search/build/words.ts';
import { abbreviates, otherNames, type AgencyNames } from '../../src/search/suggest/agencies.ts';
import { setApart } from '../../src/search/suggest/apart.ts';
import { slipBetween } from '../../src/search/suggest/near.ts';
import {
  blur,
  readReadings,
  soundsLike,
  writeReadings,
} from '../../src/search/suggest/readings.ts';
import { addsTo } from '../../src/search/suggest/suggestion.ts';
import {
  readTraditional,
  simplify,
  writeTraditional,
} from '../../src/search/suggest/traditional.ts';
import { isLatin, mayBePinyin, mayNameAgency } from '../../src/search/suggest/when.ts';
import { readWords, writeWords } from '../../src/search/suggest/words.ts';

test('words are read as they were written, whatever they share', () => {
  const counts: [string, number][] = [
    ['医疗保障', 30],
    ['医疗', 300],
    ['医疗保险', 1],
    ['医院', 2],
    ['一', 1],
    ['政务服务', 142],
    ['政务', 4096],
    ['人力资源和社会保障局', 7],
  ].filter(([word]) => (word as string).length > 1) as [string, number][];
  const text = writeWords(counts);
  const words = readWords(text);
  expect(words.list).toEqual(counts.map(([word]) => word).sort());
  for (const [word, count] of counts) expect(words.band(word)).toBe(Math.floor(Math.log2(count)));
  expect(words.startingWith('医')).toEqual(['医疗', '医疗保险', '医疗保障', '医院']);
  expect(words.endingWith('务')).toEqual(['政务', '政务服务']);
  expect(writeWords(counts.toReversed())).toBe(text);
  expect(readWords('').list).toEqual([]);
});

test('readings are those of the dictionary, every one of a polyphone', () => {
  const readings = readReadings(writeReadings(readingsOf([...'林长制女旅乐行'])));
  expect(readings.of('长').toSorted()).toEqual(['chang', 'zhang']);
  expect(readings.of('旅')).toEqual(['lv']);
  expect(readings.of('女')).toContain('nv');
  expect(readings.of('行')).toEqual(expect.arrayContaining(['hang', 'xing']));
  expect(readings.withSyllable('lin')).toEqual(['林']);
  expect(soundsLike(readings, '长', '长')).toBe(2);
  expect(soundsLike(readings, '林', '乐')).toBe(0);
  expect([blur('zhang'), blur('zan'), blur('ning'), blur('lin')]).toEqual([
    'zan',
    'zan',
    'lin',
    'lin',
  ]);
});

test('the commonest characters are those of GB 2312, level 1', () => {
  const common = commonCharacters();
  expect(common).toHaveLength(3755);
  expect([common[0], common.at(-1)]).toEqual(['啊', '座']);
});

describe('traditional characters', () => {
  const map = readTraditional(
    writeTraditional(traditionalOf(charactersOf(['干部乾隆发展理发里后面制度台湾为']))),
  );
  test.each([
    ['發展', ['发展']],
    ['理髮', ['理发']],
    ['裡', ['里']],
    ['裏', ['里']],
    ['後麵', ['后面']],
    ['製度', ['制度']],
    ['臺灣', ['台湾']],
    ['爲', ['为']],
    ['乾部', ['干部']],
    ['幹部', ['干部']],
    ['发展', []],
    ['', []],
  ])('%s is %j', (input, forms) => {
    expect(simplify(input, map)).toEqual(forms);
  });
  test('the corpus has no character for them: left as they are', () => {
    expect(simplify('龍鳳', map)).toEqual([]);
  });
});

describe('a short name', () => {
  test.each([
    ['医保局', '医疗 保障 局', true],
    ['人社局', '人力资源 和 社会保障 局', true],
    ['住建局', '住房 和 城乡建设 局', true],
    ['发改委', '发展 和 改革 委员会', true],
    ['卫健委', '卫生 健康 委员会', true],
    ['工信局', '工业 和 信息化 局', true],
    ['市监局', '市场 监督管理 局', true],
    ['市场监管局', '市场 监督管理 局', true],
    ['文旅局', '文化 广电 新闻出版 旅游 局', true],
    ['自然资源规划局', '自然资源 和 规划 局', true],
    ['安委会', '安全 生产 委员会', true],
    ['园区管委会', '园区 管理 委员会', true],
    ['编办', '编制 委员会 办公室', true],
    ['民政局', '市场 监督管理 局', false],
    ['科技局', '科学技术 委员会', false],
    ['疗保局', '医疗 保障 局', false],
    ['医障局', '医疗 保障 厅', false],
  ])('%s of %s: %s', (short, full, is) => {
    expect(abbreviates(short, full.split(' '))).toBe(is);
  });
});

describe('other names', () => {
  const names = {
    pairs: [
      ['市医保局', '甲乙市医疗保障局'],
      ['市委', '中共甲乙市委'],
    ] as [string, string][],
    names: ['市场 监督管理 局', '市场监管 局', '财政 局'],
    places: ['甲乙市'],
  };
  test.each([
    ['市医保局', ['甲乙市医疗保障局', '市医疗保障局', '医疗保障局']],
    ['甲乙市医疗保障局', ['市医保局', '甲乙市医保局', '医保局']],
    ['医保局', ['医疗保障局']],
    ['医疗保障局', ['医保局']],
    ['市委', ['中共甲乙市委']],
    ['中共甲乙市委', ['市委']],
    ['市场监管局', ['市场监督管理局']],
    ['市市场监管局', ['甲乙市市场监督管理局', '市市场监督管理局', '市场监督管理局', '市场监管局']],
    ['市监局', ['市场监督管理局', '市场监管局']],
    ['财政局', []],
    ['水利局', []],
    ['', []],
  ])('of %s are %j', (input, others) => {
    expect(otherNames(input, names)).toEqual(others);
  });

  test('of several cities are first those that hold for any of them', () => {
    const cities: AgencyNames = {
      pairs: [
        ['市医保局', '甲市医疗保障局'],
        ['市医保局', '乙市医疗保障局'],
      ],
      names: [],
      places: ['甲市', '乙市'],
    };
    expect(otherNames('市医保局', cities)).toEqual([
      '医疗保障局',
      '市医疗保障局',
      '甲市医疗保障局',
      '乙市医疗保障局',
    ]);
    expect(otherNames('乙市医疗保障局', cities)[0]).toBe('市医保局');
    expect(otherNames('乙市医保局', cities)[0]).toBe('乙市医疗保障局');
  });
});

describe('a slip', () => {
  const readings = readReadings(writeReadings(readingsOf([...'障章竟境门诊统同筹箱险'])));
  test.each([
    ['医疗保章', '医疗保障', 'homophone'],
    ['门诊同筹', '门诊统筹', 'homophone'],
    ['门诊统箱', '门诊统筹', 'typo'],
    ['门统筹', '门诊统筹', 'dropped'],
    ['门诊的统筹', '门诊统筹', 'extra'],
    ['门统诊筹', '门诊统筹', 'swapped'],
    ['营商竟', '营商境', 'homophone'],
    ['门诊统筹', '门诊统筹', undefined],
    ['门筹', '门诊统筹', undefined],
    ['诊的', '门诊', undefined],
    ['诊门筹统', '门诊统筹', undefined],
  ])('from %s to %s: %s', (part, word, kind) => {
    expect(slipBetween(part, word, readings)?.kind).toBe(kind);
  });
});

test('an input is set apart into known words', () => {
  const words = readWords(
    writeWords([
      ['医保', 9],
      ['报销', 9],
      ['流程', 9],
    ]),
  );
  expect(setApart('医保报销', words, 1)).toEqual(['医保 报销']);
  expect(setApart('医保的报销流程', words, 0.6)).toEqual([
    '医保 报销 流程',
    '医保 报销',
    '医保 流程',
    '报销 流程',
  ]);
  expect(setApart('医保的报销流程', words, 1)).toEqual([]);
  expect(setApart('某某某某医保报销', words, 0.6)).toEqual([]);
  expect(setApart('医保', words, 0)).toEqual([]);
});

test('a suggestion that adds nothing is left out', () => {
  const found = [{ text: '营商环境', kind: 'pinyin' as const }];
  expect(addsTo(found, { text: '营商 环境', kind: 'pinyin' })).toBe(false);
  expect(addsTo(found, { text: '营商 优化', kind: 'apart' })).toBe(false);
  expect(addsTo(found, { text: '影响环境', kind: 'pinyin' })).toBe(true);
  expect(addsTo([], { text: '营商 环境', kind: 'apart' })).toBe(true);
});

test('what other inputs are looked for beside hits', () => {
  expect(['市医保局', '财政局', '市安委会', '园区管委会', '人民政府'].every(mayNameAgency)).toBe(
    true,
  );
  expect(['医保', '大格局的形成', '局', '组织协会', '5局', ''].some(mayNameAgency)).toBe(false);
  expect(['lzz', 'línzhǎng', "xi'an", 'Lin2 zhang3'].every(isLatin)).toBe(true);
  expect(['5', 'a', '林zhang', '', '4A级'].some(isLatin)).toBe(false);
  expect([mayBePinyin('APP'), mayBePinyin('yibao')]).toEqual([false, true]);
});

test('phrases are counted, the most frequent kept; none begins or ends with a particle', () => {
  loadDictionary([]);
  const documents = [
    {
      clauses: [
        { text: '优化营商环境，优化营商环境的措施；优化营商环境和服务' },
        { text: '罕见之事' },
      ],
    },
  ];
  const counts = new Map(countPhrases(documents));
  expect(counts.get('环境')).toBe(3);
  expect(counts.get('营商环境')).toBe(3);
  expect([...counts.keys()].filter((word) => /^的|的$|^和|和$/.test(word))).toEqual([]);
  expect(countPhrases([], 3)).toEqual([]);
  // Where not all are kept, a word that stands once goes before a phrase that stands three times, as far as its share goes.
  const few = countPhrases(documents, 6).map(([phrase]) => phrase);
  expect(few).toHaveLength(6);
  expect(few.filter((phrase) => phrase.length === 2)).toHaveLength(4);
  expect(few).toEqual(expect.arrayContaining(['优化', '营商', '环境', '优化营商']));
});
