/** 任免 sentences as city, county and provincial notices word them; names are invented. */
import { describe, expect, test } from 'vitest';
import { findAppointments } from '../../src/language/appointments.ts';

const read = (...paragraphs: string[]) =>
  findAppointments(paragraphs).map(
    ({ action, person, post, term }) =>
      `${action} ${person} ${post}${term === null ? '' : ` [${term}]`}`,
  );

describe('one paragraph', () => {
  test.each([
    ['任命张三为市财政局局长；', ['appoint 张三 市财政局局长']],
    [
      '任命李小明同志为云川市教育局副局长（试用期一年）。',
      ['appoint 李小明 云川市教育局副局长 [试用期一年]'],
    ],
    ['周文同志任云川市财政局副局长（挂职一年）；', ['appoint 周文 云川市财政局副局长 [挂职一年]']],
    ['王 耀同志为市政府参事', []],
    [
      '张三任市水利局局长，免去其市林业局副局长职务；',
      ['appoint 张三 市水利局局长', 'remove 张三 市林业局副局长'],
    ],
    [
      '免去王亚平同志云川市电化教育馆馆长职务，保留副县级待遇；',
      ['remove 王亚平 云川市电化教育馆馆长'],
    ],
    ['免去李四的市司法局副局长职务。', ['remove 李四 市司法局副局长']],
    ['免去李四市司法局副局长职务。', ['remove 李四 市司法局副局长']],
    ['免去王大伟云川市统计局局长职务。', ['remove 王大伟 云川市统计局局长']],
    [
      '张三、李四同志任市审计局副局长；',
      ['appoint 张三 市审计局副局长', 'appoint 李四 市审计局副局长'],
    ],
    [
      '免去张三、李小四同志的市审计局副局长职务。',
      ['remove 张三 市审计局副局长', 'remove 李小四 市审计局副局长'],
    ],
    [
      '张三同志任市政府副秘书长、市政府办公室主任；',
      ['appoint 张三 市政府副秘书长', 'appoint 张三 市政府办公室主任'],
    ],
    ['张三不再担任市公安局副局长职务。', ['remove 张三 市公安局副局长']],
    ['赵敏任市商务局副局长，试用期一年；', ['appoint 赵敏 市商务局副局长 [试用期一年]']],
    ['聘任刘洋为市政府法律顾问，聘期三年。', ['engage 刘洋 市政府法律顾问 [聘期三年]']],
    ['聘请陈一同志为市政府参事', ['engage 陈一 市政府参事']],
    ['解聘陈一同志市政府参事职务。', ['dismiss 陈一 市政府参事']],
    ['同意张三同志辞去市中医院院长职务。', ['resign 张三 市中医院院长']],
    ['阿卜杜拉·买买提任市民宗局局长；', ['appoint 阿卜杜拉·买买提 市民宗局局长']],
    ['林静（女）同志任市妇幼保健院院长；', ['appoint 林静 市妇幼保健院院长']],
    [
      '孙伟同志试用期满，经考核合格，任市体育局副局长，任职时间从2019年1月起计算。',
      ['appoint 孙伟 市体育局副局长 [任职时间从2019年1月起计算]'],
    ],
    ['因机构撤销，原云川市商业学校校长、副校长职务自然免除。', []],
    ['经市人民政府研究决定：', []],
    ['请各单位任真落实有关规定。', []],
    ['提名何平为市工商联副主席人选', ['appoint 何平 市工商联副主席人选']],
    [
      '任命高远为市统计局局长，免去其市发展改革委副主任职务；免去吴刚的市统计局局长职务。',
      ['appoint 高远 市统计局局长', 'remove 高远 市发展改革委副主任', 'remove 吴刚 市统计局局长'],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('the verb on the line before', () => {
  test('聘任：, letter-spaced names, 聘期', () => {
    expect(
      read(
        '经研究决定，聘任：',
        '王 耀同志为市政府参事，聘期至 2026 年 1 月；',
        '方励平同志为市政府参事，聘期至 2025年 9 月；',
        '以上同志聘期届满时自行解聘。',
      ),
    ).toEqual([
      'engage 王耀 市政府参事 [聘期至2026年1月]',
      'engage 方励平 市政府参事 [聘期至2025年9月]',
    ]);
  });

  test('任命： and 免去：', () => {
    expect(
      read('任命：', '张 三为市财政局副局长；', '免去：', '李四的市财政局副局长职务；'),
    ).toEqual(['appoint 张三 市财政局副局长', 'remove 李四 市财政局副局长']);
  });

  test('the verb at the end of a joined paragraph, and before its colon', () => {
    expect(read('张三任市财政局副局长。免去：', '李四的市财政局副局长职务；')).toEqual([
      'appoint 张三 市财政局副局长',
      'remove 李四 市财政局副局长',
    ]);
    expect(read('经研究，决定任命：张三为市财政局副局长')).toEqual(['appoint 张三 市财政局副局长']);
  });

  test('a term for all', () => {
    expect(
      read(
        '任命：',
        '张三为市财政局副局长；',
        '李四为市审计局副局长。',
        '以上同志试用期一年，任职时间从2020年1月起计算。',
      ),
    ).toEqual([
      'appoint 张三 市财政局副局长 [试用期一年，任职时间从2020年1月起计算]',
      'appoint 李四 市审计局副局长 [试用期一年，任职时间从2020年1月起计算]',
    ]);
  });
});

test('places are those of the clause with its term', () => {
  const text = '周文同志任市财政局副局长，试用期一年；免去李四的市司法局副局长职务。';
  expect(findAppointments([text]).map(({ start, end }) => text.slice(start, end))).toEqual([
    '周文同志任市财政局副局长，试用期一年',
    '免去李四的市司法局副局长职务',
  ]);
});
