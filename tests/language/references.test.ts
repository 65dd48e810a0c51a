/** References as laws and official documents word them; the expected notation is written by hand. */
import { describe, expect, test } from 'vitest';
import type { ClausePath } from '../../src/language/clause-paths.ts';
import { findReferences, type ClauseReference } from '../../src/language/references.ts';
import { namesItself } from '../../src/language/referred-texts.ts';

const marks: Record<keyof ClausePath, string> = {
  book: '编',
  chapter: '章',
  section: '节',
  article: '条',
  paragraph: '款',
  item: '项',
  subitem: '目',
};

function writePath(path: ClausePath): string {
  return Object.entries(path)
    .map(([unit, value]) => `${[value].flat().join('-')}${marks[unit as keyof ClausePath]}`)
    .join('');
}

/** 《law》 or law: path–through, with ^ for a carried name, … for 该 and its like, and “” for a quoted place. */
function write({ path, through, relative, law, quoted }: ClauseReference): string {
  const name = law === null ? '' : law.kind === 'title' ? `《${law.name}》` : law.name;
  const head = relative
    ? `${relative.direction === 'this' ? '本' : `前${relative.count}`}${marks[relative.unit]}`
    : '';
  const clause = `${head}${writePath(path)}${through ? `–${writePath(through)}` : ''}`;
  return `${law?.anaphor ? '…' : ''}${name}${law?.carried ? '^' : ''}${name && ' '}${quoted ? `“${clause}”` : clause}`;
}

const read = (text: string) => findReferences(text).map(write);

describe('one clause', () => {
  test.each([
    ['违反第十七条规定的', ['17条']],
    ['依照第一百零二条第一款第（二）项执行', ['102条1款2项']],
    ['第 48 条的规定', ['48条']],
    ['第十三条第一款第二项第3目', ['13条1款2项3目']],
    ['第十三条之一的规定', ['13-1条']],
    ['第十三条之一第二款', ['13-1条2款']],
    ['第（三）项规定的材料', ['3项']],
    ['第二项规定的材料', ['2项']],
    ['按照第二、第三项内容分项做出结论', ['2项', '3项']],
    ['第二章的规定', ['2章']],
    ['依照第二章规定', ['2章']],
    ['第二章第三节规定', ['2章3节']],
    ['第三十五条第四款', ['35条4款']],
    ['第３条第２款', ['3条2款']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('lists and ranges', () => {
  test.each([
    ['第五条、第七条第二款和第九条', ['5条', '7条2款', '9条']],
    ['第三条至第八条', ['3条–8条']],
    ['第三条到第八条以及第十条', ['3条–8条', '10条']],
    ['第四、五、六条', ['4条', '5条', '6条']],
    ['第二、第三项规定', ['2项', '3项']],
    ['第二十一条第一至七项、第九项', ['21条1项–21条7项', '21条9项']],
    ['第六条第（一）、（三）项', ['6条1项', '6条3项']],
    ['第六条第（一）项至第（五）项', ['6条1项–6条5项']],
    ['第三条第一款、第二款', ['3条1款', '3条2款']],
    ['第三条第一款第一项、第二款第三项', ['3条1款1项', '3条2款3项']],
    ['第 48 条和 83 条', ['48条', '83条']],
    ['第十条或者第十一条', ['10条', '11条']],
    ['第四、五条第二款', ['4条', '5条2款']],
    ['第1-9条', ['1条–9条']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('relative', () => {
  test.each([
    ['前款规定的损失', ['前1款']],
    ['前两款规定', ['前2款']],
    ['前条第二款', ['前1条2款']],
    ['有前款第（一）项、第（三）项行为的', ['前1款1项', '前1款3项']],
    ['本条第二款', ['本条2款']],
    ['本条第一款和第三款', ['本条1款', '本条3款']],
    ['适用本章规定', ['本章']],
    ['除前款规定外，第九条', ['前1款', '9条']],
    ['上一条规定', ['前1条']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('whose clause', () => {
  test.each([
    ['违反本办法第十四条第一款、第十九条规定的', ['本办法 14条1款', '本办法 19条']],
    ['本 办法第十四条', ['本办法 14条']],
    ['《中华人民共和国行政处罚法》第三十三条第一款', ['《中华人民共和国行政处罚法》 33条1款']],
    ['《条例》（国务院令第675号）第三条', ['《条例》 3条']],
    ['《关于〈甲办法〉的通知》文件中第 48 条', ['《关于〈甲办法〉的通知》 48条']],
    ['依照行政处罚法第三十三条处罚', ['行政处罚法 33条']],
    ['依照水法第七十条处罚', ['水法 70条']],
    ['依照刑法第二百条', ['刑法 200条']],
    ['按照该条例第八条', ['…条例 8条']],
    ['该办法第三条', ['…办法 3条']],
    ['依照上述规定第三条', ['…规定 3条']],
    ['按照前述条例第八条', ['…条例 8条']],
    ['并应适用此规定第二条', ['…规定 2条']],
    ['符合以上标准第五条', ['…标准 5条']],
    ['办理时执行该实施办法第二条', ['…实施办法 2条']],
    ['依照原城市规划法第三条', ['…城市规划法 3条']],
    ['依照原产地条例第三条', ['原产地条例 3条']],
    [
      '《动物防疫法》第三十条：禁止。第九十二条：罚款',
      ['《动物防疫法》 30条', '《动物防疫法》^ 92条'],
    ],
    [
      '《动物防疫法》第三十条、本办法第五条和第六条',
      ['《动物防疫法》 30条', '本办法 5条', '本办法 6条'],
    ],
    [
      '《条例》第四十四条“依照本条例第十条办理”，第四十五条',
      ['《条例》 44条', '本条例 “10条”', '《条例》^ 45条'],
    ],
    ['《处罚法》第一条、本办法第五条，违反第六条', ['《处罚法》 1条', '本办法 5条', '6条']],
    ['依照《处罚法》有第三十三条情形的', ['《处罚法》^ 33条']],
    ['填写《申请表》，依照第八条办理', ['8条']],
    ['本法第八十八条', ['本法 88条']],
    ['本实施细则第八条', ['本实施细则 8条']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('no references', () => {
  test.each([
    '第一条 为了加强管理，制定本办法。',
    '违反本条例规定的',
    '率先启动该项目',
    '第一项工作是调查',
    '第二款产品上市',
    '本项目由市卫健委负责',
    '目前条件成熟',
    '当前项目进展顺利',
    '加上条件简陋',
    '百亿元以上项目',
    '国务院令第675号',
    '第二批、第三批名单',
    '第一目标是脱贫',
    '第二条线路开通',
    '本章程自公布之日起施行',
    '第一、二、三产业',
    '本节目',
    '第十一届委员会第三次会议',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

test('offsets are those of the clause words, names have their own', () => {
  const text = '承储企业违反本办法第二十一条第一至七项、第九项和《粮食法》第三十五条第四款';
  const found = findReferences(text);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
    '第二十一条第一至七项',
    '第九项',
    '第三十五条第四款',
  ]);
  expect(found.map(({ law }) => law && text.slice(law.start, law.end))).toEqual([
    '本办法',
    '本办法',
    '《粮食法》',
  ]);
});

test.each([
  ['本办法', '甲市水库管理办法（试行）', true],
  ['本法', '甲市水库管理办法', false],
  ['本细则', '甲市水库管理实施细则', true],
  ['本实施细则', '甲市水库管理实施细则', true],
  ['本条例', '甲市水库管理办法', false],
  ['本法', '中华人民共和国水法', true],
])('%s in %s: %s', (self, title, expected) => {
  expect(namesItself(self, title)).toBe(expected);
});
