/** What a text says ↔ what is there: for each kind a text that agrees and texts that do not. */
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/gazette/processor.ts';
import type { GazetteOutput, ReconciliationKind } from '../../src/model/output.ts';
import { expectInvariants } from './invariants.ts';

const opening = [
  '云川市人民政府办公室关于印发云川市水库管理办法的通知',
  '云府办发〔2020〕5号 2020年3月9日',
  '各县（市、区）人民政府，市政府各部门：',
];
const announced = '《云川市水库管理办法》已经市政府同意，现印发给你们，请认真贯彻执行。';

function parseBlocks(...blocks: string[]): GazetteOutput {
  const raw = blocks.join('\n\n');
  const output = parse(raw);
  expectInvariants(raw, output);
  return output;
}

/** A notice that prints these blocks as its regulation. */
const regulation = (...blocks: string[]) =>
  parseBlocks(...opening, announced, '云川市水库管理办法', ...blocks);
/** A notice that says this. */
const notice = (...blocks: string[]) =>
  parseBlocks('云川市人民政府关于加强水库管理的通知', ...opening.slice(1), ...blocks);

/** Statements compared, and the Chinese messages of those that fail. */
function resultOf(output: GazetteOutput, kind: ReconciliationKind) {
  const own = output.reconciliations.filter((record) => record.kind === kind);
  return {
    checked: own.reduce((sum, { checked }) => sum + checked, 0),
    notices: output.messages
      .filter(({ reconciliation }) => reconciliation === kind)
      .map(({ notice: text }) => text),
  };
}

describe('contents', () => {
  const issue = (...entries: string[]) =>
    parseBlocks(
      '云川市人民政府公报',
      '2020年第3期',
      `目 录\t\n市政府文件\t${entries.join(' ')}`,
      '云川市人民政府关于加强水库管理的通知',
      '云府发〔2020〕5号 2020年3月9日',
      '各县（市、区）人民政府：',
      '为加强水库管理，现将有关事项通知如下，请认真贯彻执行。',
      '云川市人民政府关于加强渔业管理的通知',
      '云府发〔2020〕6号 2020年3月12日',
      '各县（市、区）人民政府：',
      '为加强渔业管理，现将有关事项通知如下，请认真贯彻执行。',
    );
  const first = '云川市人民政府关于加强水库管理的通知 (云府发〔2020〕5号)……………(3)';
  const second = '云川市人民政府关于加强渔业管理的通知 (云府发〔2020〕6号)……………(5)';

  test('agrees', () => {
    // 2 documents listed, with title and number; 2 entries found; pages and order of the pair.
    expect(resultOf(issue(first, second), 'contents')).toEqual({ checked: 10, notices: [] });
  });

  test('a page that goes back', () => {
    const output = issue(first, second.replace('(5)', '(2)'));
    expect(resultOf(output, 'contents').notices).toEqual([
      '目录页码倒退：“云川市人民政府关于加强渔业管理的通知”为第2页，前一条为第3页（原文如此）。',
    ]);
  });

  test('entries in another order than the documents', () => {
    const { notices } = resultOf(issue(second, first.replace('(3)', '(6)')), 'contents');
    expect(notices).toEqual([expect.stringContaining('目录的顺序与刊印顺序不一致')]);
  });

  test('a 目录 inside a document', () => {
    const lines = ['目 录', '第一章 总则', '第二章 责任', '第三章 附则'];
    const text = [
      '第一章 总则',
      '第一条 为了加强水库管理，制定本办法。',
      '第二章 管理责任',
      '第二条 单位应当遵守本办法。',
      '第三条 本办法自印发之日起施行。',
    ];
    expect(resultOf(regulation(...lines, ...text), 'contents')).toEqual({
      checked: 3,
      notices: [
        '标题“管理责任”与文前目录所列“责任”不一致（原文如此）。',
        '文前目录列有“第三章 附则”，正文中没有找到。',
      ],
    });
  });
});

describe('articles', () => {
  const run = (...labels: string[]) =>
    resultOf(
      regulation(...labels.map((label) => `${label} 单位应当遵守水库管理的规定。`)),
      'articles',
    );

  test('agree', () => {
    expect(run('第一条', '第二条', '第二条之一', '第三条')).toEqual({ checked: 4, notices: [] });
  });

  test('a gap and a repetition', () => {
    expect(run('第一条', '第三条', '第三条')).toEqual({
      checked: 3,
      notices: [
        '条文编号不连续：此处为“第三条”，按顺序应为“第二条”。可能有缺漏，也可能原文如此。',
        '“第三条”出现了两次，地址以字母后缀区分。',
      ],
    });
  });
});

test('编 and 章 are counted apart', () => {
  const output = regulation(
    '第一编 总则',
    '第一章 目的',
    '第一条 为了加强水库管理，制定本办法。',
    '第二编 分则',
    '第二章 责任',
    '第二条 单位应当遵守水库管理的规定。',
  );
  expect(resultOf(output, 'articles')).toEqual({ checked: 6, notices: [] });
});

describe('numbering', () => {
  test('附件 numbers and 层次标题', () => {
    const output = notice(
      '为加强水库管理，现将有关事项通知如下：',
      '一、加强领导。各单位要高度重视。',
      '三、加强监督。各单位要认真落实。',
      '附件1',
      '申请表',
      '由申请人填写。',
      '附件3',
      '汇总表',
      '由单位填写。',
    );
    expect(resultOf(output, 'numbering').notices).toEqual([
      expect.stringContaining('此处为“三、”，按顺序应为“二、”'),
      expect.stringContaining('此处为“附件3”，按顺序应为“附件2”'),
    ]);
  });
});

describe('citations', () => {
  const before = [
    '第一条 为了加强水库管理，制定本办法。',
    '第二条 单位应当履行下列职责：',
    '（一）巡查水库；',
    '（二）报告险情。',
    '乡镇人民政府应当协助。',
    '前款规定的协助不得收费。',
  ];
  const cite = (sentence: string) =>
    resultOf(regulation(...before, `第三条 ${sentence}`), 'citations');

  test.each([
    ['违反本办法第二条规定的，责令改正。', 2],
    ['违反第二条第二款、第三款规定的，责令改正。', 3],
    ['违反本办法第二条第一款第（二）项规定的，责令改正。', 2],
    ['违反第一条至第三条规定的，责令改正。', 2],
    ['依照前条第二款的规定处罚。', 2],
    ['违反《水法》第七十条、第七十一条规定的，责令改正。', 1],
    ['依照水法第七十条处罚。', 1],
    ['依照本法第七十条处罚。', 1],
    ['《办法》所称“依照第七十条处罚”，是指罚款。', 1],
  ])('resolves or is not compared: %s', (sentence, checked) => {
    expect(cite(sentence)).toEqual({ checked, notices: [] });
  });

  test.each([
    ['违反本办法第九条规定的，责令改正。', '本办法第九条', '第九条'],
    ['违反第二条第四款规定的，责令改正。', '第二条第四款', '第二条第四款（该条现有3款）'],
    ['违反第二条第（三）项规定的，责令改正。', '第二条第（三）项', '第二条第（三）项'],
    ['违反第二条第二款第一项规定的，责令改正。', '第二条第二款第一项', '第二条第二款第（一）项'],
    ['违反第二条至第五条规定的，责令改正。', '第二条至第五条', '第五条'],
    ['违反前款规定的，责令改正。', '前款', '在前的一款'],
    ['本条第二款规定的情形除外。', '本条第二款', '第三条第二款（该条现有1款）'],
  ])('dangles: %s', (sentence, citation, lacking) => {
    expect(cite(sentence).notices).toEqual([
      `这里引用“${citation}”，本文没有${lacking}。可能原文如此，也可能是文字版丢失了分段。`,
    ]);
  });

  test('the notice cites the text it prints', () => {
    const output = parseBlocks(
      ...opening,
      '《云川市水库管理办法》已经市政府同意，现印发给你们，本办法第七条自明年起执行，请认真贯彻执行。',
      '云川市水库管理办法',
      ...before,
    );
    expect(resultOf(output, 'citations').notices).toEqual([expect.stringContaining('第七条')]);
  });
});

describe('marks', () => {
  test('pairs, a single mark and a quotation the wrong way round', () => {
    const output = notice(
      '为推进”放管服“改革，落实“两个责任”，请遵照《云川市水库管理办法（试行）》认真贯彻执行。',
      '各单位（部门要加强管理，认真贯彻落实有关要求，确保水库安全。',
    );
    expect(resultOf(output, 'marks')).toEqual({
      checked: 5,
      notices: [
        '”放管服“处引号方向印反（原文如此，或文字识别有误）。',
        '标点“（”没有成对出现，可能原文如此，也可能是文字识别有误。',
      ],
    });
  });
});

describe('counts', () => {
  const counts = (...blocks: string[]) => resultOf(notice(...blocks), 'counts');
  const list = [
    '一、集体（2个）',
    '（一）一等奖（1个）',
    '1．市水利局',
    '（二）二等奖（1个）',
    '2．市林业局',
  ];

  test('titles count what is under them', () => {
    const lead = '为加强水库管理，现将名单印发给你们，请认真学习。';
    expect(counts(lead, '附件', '先进名单', ...list)).toEqual({ checked: 3, notices: [] });
    expect(counts(lead, '附件', '先进名单', ...list.with(0, '一、集体（4个）')).notices).toEqual([
      '文中说“4个”，实际为2。可能原文如此，也可能是文字版有缺漏。',
    ]);
  });

  test('a notice counts the groups of its list', () => {
    const lead = (number: number) =>
      `为加强水库管理，决定对市水利局等1个集体给予嘉奖，对市林业局等${number}个集体给予通报表扬。`;
    expect(counts(lead(1), '附件', '先进名单', ...list)).toEqual({ checked: 5, notices: [] });
    expect(counts(lead(3), '附件', '先进名单', ...list).notices).toEqual([
      expect.stringContaining('文中说“3个”，实际为1'),
    ]);
  });

  test('rows of the table of an attachment', () => {
    const table = '序号\t事项\n1\t取水许可\n2\t采砂许可';
    const lead = (number: number) =>
      `为深化改革，决定取消行政许可事项${number}项（见附件），请认真贯彻执行。`;
    expect(counts(lead(2), '附件', '取消事项目录', table)).toEqual({ checked: 1, notices: [] });
    expect(counts(lead(3), '附件', '取消事项目录', table).notices).toEqual([
      expect.stringContaining('文中说“3项”，实际为2'),
    ]);
  });

  test('a caption counts the rows of its table', () => {
    const prizes = (number: number) =>
      counts(
        '现将名单印发给你们。',
        '附件',
        '获奖名单',
        `一等奖（${number}项）`,
        '序号\t成果\n1\t甲论\n2\t乙论',
      );
    expect(prizes(2)).toEqual({ checked: 1, notices: [] });
    expect(prizes(3).notices).toEqual([expect.stringContaining('文中说“3项”，实际为2')]);
  });

  test('a sentence and its list', () => {
    const sentence = '为加强水库管理，现将有关事项通知如下，各单位要做好以下三个方面工作：';
    const items = ['一、加强领导。各单位要高度重视。', '二、加强监督。各单位要认真落实。'];
    expect(counts(sentence, ...items).notices).toEqual([
      expect.stringContaining('文中说“三个方面”，实际为2'),
    ]);
    expect(counts(sentence, ...items, '三、加强宣传。各单位要广泛宣传。')).toEqual({
      checked: 1,
      notices: [],
    });
  });
});

describe('titles', () => {
  const quote = (title: string) =>
    resultOf(
      parseBlocks(
        ...opening,
        `《${title}》已经市政府同意，现印发给你们，请认真贯彻执行。`,
        '云川市水库管理办法',
        '第一条 为了加强水库管理，制定本办法。',
      ),
      'titles',
    );

  test('agree', () => {
    expect(quote('云川市水库管理办法')).toEqual({ checked: 2, notices: [] });
  });

  test.each([
    '《云川市水库管理办法》解读',
    '云川市渔业管理办法',
    '云川市水库管理规定',
    '平川市水库管理办法',
  ])('another title is not compared: %s', (title) => {
    expect(quote(title).notices).toEqual([]);
  });

  test('a slip', () => {
    const output = notice(
      '《云川市水库安全运行监督管理工作办法》已经市政府同意，请认真贯彻执行。',
      '附件',
      '云川市水库安全运行监督管理办法',
      '第一条 为了加强水库管理，制定本办法。',
    );
    expect(resultOf(output, 'titles').notices).toEqual([
      '这里写作《云川市水库安全运行监督管理工作办法》，本期所刊标题为《云川市水库安全运行监督管理办法》，两处不完全一致（原文如此）。',
    ]);
  });
});

describe('sums', () => {
  const sums = (...blocks: string[]) =>
    resultOf(notice('为加强水库管理，现将有关情况通报如下。', ...blocks), 'sums');
  const table = (...rows: string[]) => [
    '附件',
    '水库投资表',
    ['序号\t单位\t投资（万元）\t增速（%）', ...rows].join('\n'),
  ];

  test('合计 in exact decimals; a rate has no sum', () => {
    expect(sums(...table('1\t甲县\t0.1\t3', '2\t乙县\t0.2\t4', '合计\t\t0.3\t5'))).toEqual({
      checked: 1,
      notices: [],
    });
    expect(
      sums(...table('1\t甲县\t1,200\t3', '2\t乙县\t20.5\t4', '合计\t\t1,221\t5')).notices,
    ).toEqual([
      '“投资（万元）”一栏的合计印作“1,221”，按所列数字计算为1220.5（原文如此，或文字识别有误）。',
    ]);
  });

  test('小计 of each group', () => {
    const rows = [
      '1\t甲县\t1\t',
      '2\t乙县\t2\t',
      '\t小计\t3\t',
      '3\t丙县\t4\t',
      '4\t丁县\t5\t',
      '\t小计\t8\t',
      '\t合计\t12\t',
    ];
    expect(sums(...table(...rows))).toEqual({
      checked: 3,
      notices: [expect.stringContaining('小计印作“8”，按所列数字计算为9')],
    });
  });

  test.each([
    [['1\t甲县\t约3\t', '2\t乙县\t2\t', '合计\t\t9\t']],
    [['1\t甲县\t3\t', '其中\t乙乡\t2\t', '合计\t\t3\t']],
    [['一、甲县\t\t3\t', '1\t乙乡\t3\t', '合计\t\t3\t']],
  ])('what may be counted twice is not compared', (rows) => {
    expect(sums(...table(...rows))).toEqual({ checked: 0, notices: [] });
  });

  test('points of sections', () => {
    const headings = (own: number) => [
      `一、考核内容（${own}分）`,
      '（一）组织领导（40分）',
      '由市水利局评分。',
      '（二）水库巡查（60分）',
      '由市水利局评分。',
    ];
    expect(sums(...headings(100))).toEqual({ checked: 1, notices: [] });
    expect(sums(...headings(90)).notices).toEqual([
      '分值印作“90分”，按所列数字计算为100分（原文如此，或文字识别有误）。',
    ]);
  });

  test('满分 and the points of a table', () => {
    const rows = (last: number) => [
      '附件',
      '评分表',
      `序号\t内容\t分值\n1\t领导\t30\n2\t巡查\t50\n3\t宣传\t${last}`,
    ];
    const check = (last: number) => sums('采用评分制，满分100分。', ...rows(last));
    // The sentence stands in the notice, the table in an attachment: the two are compared within one part only.
    expect(check(10)).toEqual({ checked: 0, notices: [] });
    const inPart = (last: number) => {
      const [label, title, grid] = rows(last) as [string, string, string];
      return sums(label, title, '本表采用评分制，满分100分。', grid);
    };
    expect(inPart(20)).toEqual({ checked: 1, notices: [] });
    expect(inPart(10).notices).toEqual([
      '满分印作“100分”，按所列数字计算为90分（原文如此，或文字识别有误）。',
    ]);
  });

  test('percentages and parts of a whole', () => {
    expect(sums('全部15个指标中，未达标的有11个，占比73.3%。')).toEqual({
      checked: 1,
      notices: [],
    });
    expect(sums('全部15个指标中，未达标的有11个，占比78.3%。').notices).toEqual([
      '占比印作“78.3%”，按所列数字计算为73.3%（原文如此，或文字识别有误）。',
    ]);
    expect(sums('全市共有水库111座，登记单位总数20家，其中公办12家、民办28家。').notices).toEqual([
      '“其中”所列的28大于总数20（原文如此，或文字识别有误）。',
    ]);
  });
});
