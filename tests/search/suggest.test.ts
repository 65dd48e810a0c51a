/** Suggestions for words of the gazettes, by kind; each target stands in a raw text. */
import { beforeAll, describe, expect, test } from 'vitest';
import { suggestionKinds, suggestionLabels } from '../../src/search/suggest/suggestion.ts';
import { readSuggestions } from './suggest-corpus.ts';

let library: Awaited<ReturnType<typeof readSuggestions>>;

beforeAll(async () => {
  library = await readSuggestions();
}, 60_000);

describe('what was meant comes first', () => {
  test.each([
    ['营商环竟', 'homophone', '营商环境'],
    ['首违补罚', 'homophone', '首违不罚'],
    ['门诊同筹', 'homophone', '门诊统筹'],
    ['医疗宝章', 'homophone', '医疗保障'],
    ['林涨制', 'homophone', '林长制'],
    ['优化营商还境', 'homophone', '优化营商环境'],
    ['门诊统箱', 'typo', '门诊统筹'],
    ['轻徽违法', 'typo', '轻微违法'],
    ['营商坏境', 'typo', '营商环境'],
    ['水土保特', 'typo', '水土保持'],
    ['营环境', 'dropped', '营商环境'],
    ['基本医疗险', 'dropped', '基本医疗保险'],
    ['水土持', 'dropped', '水土保持'],
    ['营商大环境', 'extra', '营商环境'],
    ['门诊门统筹', 'extra', '门诊统筹'],
    ['营商境环', 'swapped', '营商环境'],
    ['林制长', 'swapped', '林长制'],
    ['門診統籌', 'traditional', '门诊统筹'],
    ['營商環境', 'traditional', '营商环境'],
    ['乾部', 'traditional', '干部'],
    ['幹部', 'traditional', '干部'],
    ['林長製', 'traditional', '林长制'],
    ['發展', 'traditional', '发展'],
    ['今後', 'traditional', '今后'],
    ['linzhangzhi', 'pinyin', '林长制'],
    ['linchangzhi', 'pinyin', '林长制'],
    ['lin zhang zhi', 'pinyin', '林长制'],
    ['línzhǎngzhì', 'pinyin', '林长制'],
    ['Lin2zhang3zhi4', 'pinyin', '林长制'],
    ['yingshanghuanjing', 'pinyin', '营商环境'],
    ["xi'nan", 'pinyin', '西南'],
    ['lvyou', 'pinyin', '旅游'],
    ['lǚyóu', 'pinyin', '旅游'],
    ['zhanlue', 'pinyin', '战略'],
    ['yingsanghuanjin', 'pinyin', '营商环境'],
    ['yiliaobaozhang menzhentongchou', 'pinyin', '医疗保障 门诊统筹'],
    ['lzz', 'initials', '林长制'],
    ['yshj', 'initials', '营商环境'],
    ['医疗保障局', 'agency', '医保局'],
    ['市监局', 'agency', '市场监管局'],
    ['景德镇市医疗保障局', 'agency', '市医保局'],
    ['市医疗保障局', 'agency', '市医保局'],
    ['景德镇市发展和改革委员会', 'agency', '市发改委'],
    ['住建局', 'agency', '住房和城乡建设局'],
    ['医保报销流程', 'apart', '医保报销 流程'],
    ['营商环境热线', 'apart', '营商环境 热线'],
  ] as const)('%s (%s): %s', (input, kind, text) => {
    expect(library.suggest(input)[0]).toEqual({ text, kind });
  });
});

describe('suggestions', () => {
  test('are inputs with hits, three at most, each other than the one typed', () => {
    for (const input of ['营商环竟', 'lzz', '市监局', '乾部', '老人免费体检']) {
      const found = library.suggest(input);
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThanOrEqual(3);
      for (const { text } of found) {
        expect(text).not.toBe(input);
        expect(library.hasHits(text)).toBe(true);
      }
    }
  });

  test('keep the rest of the input and the signs of the query language', () => {
    expect(library.suggest('热线 考合')[0]!.text).toBe('热线 考核');
    expect(library.suggester.suggest('标题:林涨制 考核')[0]!.text).toBe('标题:林长制 考核');
    expect(library.suggester.suggest('標題:林長制')[0]!.text).toBe('标题:林长制');
    expect(library.suggest('市医保局 报消')[0]!.text).not.toContain('报消');
  });

  test('two slips are mended together, or the words are looked for apart', () => {
    expect(library.suggester.suggest('医疗保章门诊同筹').map(({ text }) => text)).toContain(
      '医疗保障门诊统筹',
    );
    expect(library.suggest('景德镇医保报销流程')[0]).toEqual({
      text: '景德镇 医保报销 流程',
      kind: 'apart',
    });
  });

  test('every kind has a name', () => {
    expect(Object.keys(suggestionLabels).sort()).toEqual([...suggestionKinds].sort());
  });

  test.each([
    '',
    '   ',
    '，。！',
    '%',
    '-',
    '-词',
    '"',
    '\ud800',
    '<script>alert(1)</script>',
    '甲'.repeat(10_000),
    '的'.repeat(10_000),
    'shi'.repeat(4000),
    '乾後裡發'.repeat(2000),
    'a b c d e f g h i j k l m n o p',
    '标题:',
    '12345',
  ])('%.12j is answered quickly, with nothing that has no hit', (input) => {
    const start = performance.now();
    library.suggester.suggest(input);
    expect(performance.now() - start).toBeLessThan(1000);
    for (const { text } of library.suggest(input)) expect(library.hasHits(text)).toBe(true);
  });
});
