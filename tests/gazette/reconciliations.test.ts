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
    ['违反本办法第九条规定的，责令改正。', '第九条', '第九条'],
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
