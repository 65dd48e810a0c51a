/** References of small texts and where they lead; the places are written by hand. */
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/gazette/processor.ts';
import type { Correction } from '../../src/model/corrections.ts';
import { wholeText } from '../../src/model/text-of.ts';
import type { Citation, GazetteContent } from '../../src/model/tree.ts';
import { findFaults } from './invariants.ts';

const opening = [
  '云川市人民政府关于印发云川市水库管理办法的通知',
  '云府发〔2021〕7号 2021年3月4日',
  '各县（市、区）人民政府：',
];
const rules = [
  '云川市水库管理办法',
  '第一章 总则',
  '第一条 为了加强水库管理，制定本办法。',
  '第二条 单位应当履行下列职责：',
  '（一）巡查水库；',
  '（二）报告险情；',
  '（三）前项规定以外的职责。',
  '乡镇人民政府应当协助。',
  '前款规定的协助不得收费。',
  '第二章 罚则',
];

function citationsOf(text: string[], corrections: Correction[] = []) {
  const raw = text.join('\n\n');
  const output = parse(raw, { corrections, codes: { 云府发: 'yff' } });
  expect(findFaults(raw, output)).toEqual([]);
  const found: { clause: string; citation: Citation }[] = [];
  const walk = (node: GazetteContent, above: string) => {
    const clause = ('id' in node ? node.id : undefined) ?? above;
    if (node.type === 'citation') found.push({ clause, citation: node });
    else if ('children' in node)
      (node.children as GazetteContent[]).forEach((child) => walk(child, clause));
  };
  for (const { parts } of output.documents) for (const part of parts) walk(part, '');
  return found;
}

/** words → clause–through, or the reason. */
function read(sentence: string): string[] {
  const notice = '现将《云川市水库管理办法》印发给你们，请认真执行。';
  return citationsOf([...opening, notice, ...rules, `第三条 ${sentence}`])
    .filter(({ clause }) => clause.startsWith('art_3'))
    .map(({ citation }) => {
      const { clause, through, document, title, path } = citation.target;
      const to =
        citation.data?.unresolved ??
        `${document ?? ''}${clause ?? ''}${through ? `–${through}` : ''}${clause === undefined && title !== undefined ? `《${title}》${JSON.stringify(path ?? {})}` : ''}`;
      return `${wholeText(citation)} → ${to}`;
    });
}

describe('own clauses', () => {
  test.each([
    ['违反本办法第一条的，责令改正。', ['本办法第一条 → art_1']],
    ['违反第二条第一款第（二）项的。', ['第二条第一款第（二）项 → art_2__para_1__item_2']],
    ['违反第二条第二项规定的。', ['第二条第二项 → art_2__para_1__item_2']],
    [
      '违反第一条、第二条第二款、第三款规定的。',
      ['第一条 → art_1', '第二条第二款 → art_2__para_2', '第三款 → art_2__para_3'],
    ],
    ['违反第一条至第三条规定的。', ['第一条至第三条 → art_1–art_3']],
    ['违反第１条规定的。', ['第１条 → art_1']],
    [
      '违反第二条第一至三项规定的。',
      ['第二条第一至三项 → art_2__para_1__item_1–art_2__para_1__item_3'],
    ],
    ['依照前条第二款处理。', ['前条第二款 → art_2__para_2']],
    ['依照第一章的规定。', ['第一章 → chp_1']],
    ['本章规定的处罚。', ['本章 → chp_2']],
    ['本条规定的处罚。', ['本条 → art_3']],
    ['违反本办法第九条的。', ['本办法第九条 → 本文没有第九条']],
    ['违反第二条第（四）项的。', ['第二条第（四）项 → 本文没有第二条第（四）项']],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected);
  });

  test('前款 and 前项 are counted from where they stand', () => {
    const places = citationsOf([...opening, '请认真执行。', ...rules, '第三条 附则。']).map(
      ({ clause, citation }) => [clause, citation.target.clause],
    );
    expect(places).toEqual([
      ['art_2__para_1__item_3', 'art_2__para_1__item_2'],
      ['art_2__para_3', 'art_2__para_2'],
    ]);
  });
});

describe('other texts', () => {
  test.each([
    ['依照《水法》第七十条处罚。', ['《水法》第七十条 → 《水法》{"article":[70]}']],
    [
      '《水法》第七条、第八条规定的。',
      ['《水法》第七条 → 《水法》{"article":[7]}', '第八条 → 《水法》{"article":[8]}'],
    ],
    [
      '《云川市水闸条例》（以下简称《条例》）施行后，依照《条例》第三条处理。',
      [
        '《云川市水闸条例》 → 《云川市水闸条例》{}',
        '《条例》第三条 → 《云川市水闸条例》{"article":[3]}',
      ],
    ],
    [
      '《云川市水闸条例》另有规定的，依照该条例第三条处理。',
      [
        '《云川市水闸条例》 → 《云川市水闸条例》{}',
        '条例第三条 → 《云川市水闸条例》{"article":[3]}',
      ],
    ],
    ['依照上述规定第三条处理。', []],
    ['“违反本办法第一条的”，是指有意违反。', []],
    ['公民填写《承诺书》。', []],
  ])('%s', (sentence, expected) => {
    expect(read(sentence)).toEqual(expected);
  });

  test('a notice names the text it prints, its clauses and its attachments', () => {
    const text = [
      ...opening,
      '现将《云川市水库管理办法》印发给你们，本办法第一条自明年起执行，名单见附件。',
      ...rules,
      '第三条 附则。',
      '附件',
      '云川市水库名单',
      '上湖水库、下湖水库。',
    ];
    const targets = citationsOf(text)
      .filter(({ clause }) => clause.startsWith('n'))
      .map(({ citation }) => citation.target);
    expect(targets).toEqual([
      { document: 'yff-2021-7', title: '云川市水库管理办法' },
      { clause: 'art_1' },
      { clause: 'att_1' },
    ]);
  });

  test('the same title with another number is another document', () => {
    const [first] = citationsOf([
      ...opening,
      '请认真执行。',
      ...rules,
      '第三条 附则。',
      '云川市人民政府关于做好防汛工作的通知',
      '云府发〔2021〕8号 2021年5月4日',
      '各县（市、区）人民政府：',
      '《云川市人民政府关于印发云川市水库管理办法的通知》（云府发〔2019〕3号）不再执行。',
    ]).filter(({ citation }) => citation.target.docNumber !== undefined);
    expect(first?.citation.target).toEqual({
      title: '云川市人民政府关于印发云川市水库管理办法的通知',
      docNumber: '云府发〔2019〕3号',
    });
  });
});

test('a correction over the border of a reference leaves it text', () => {
  const text = [...opening, '请认真执行。', ...rules, '第三条 违反本办法第一条的，责令改正。'];
  const line = text.join('\n\n').split('\n').length;
  const correct = (from: string, to: string) =>
    citationsOf(text, [{ line, from, to, reason: '甲', by: '乙' }]).filter(({ clause }) =>
      clause.startsWith('art_3'),
    );
  expect(correct('责令', '勒令')).toHaveLength(1);
  expect(correct('条的', '条之')).toHaveLength(0);
  const [inside] = correct('第一条', '第二条');
  expect(inside?.citation.children[0]?.data?.corrections).toHaveLength(1);
});
