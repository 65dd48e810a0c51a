/** Meetings, days and decisions as notices and reports word them. */
import { describe, expect, test } from 'vitest';
import {
  findDecision,
  findMonthDay,
  meetingsIn,
  shortOrgan,
} from '../../src/relations/meetings.ts';

test.each([
  ['市政府第71次常务会议', ['市政府常务会 71']],
  ['市政府第17次常务会', ['市政府常务会 17']],
  ['市政府召开第42次常务会议', ['市政府常务会 42']],
  ['景德镇市人民政府第71次常务会议', ['市政府常务会 71']],
  ['市人民政府第八次常务会议', ['市政府常务会 8']],
  ['第十五届市政府第71次常务会议', ['市政府常务会 71']],
  ['2022年市政府第5次常务会议', ['市政府常务会 5']],
  ['市政府党组第 18 次会议暨 市政府第 16 次常务会议召开', ['市政府党组会 18', '市政府常务会 16']],
  ['中共景德镇市委常委会第3次会议', ['市委常委会 3']],
  ['市政府常务会议', ['市政府常务会 null']],
  ['第71次常务会议', ['常务会 71']],
  ['2022年市级总林长会议', []],
])('%s', (text, expected) => {
  expect(meetingsIn(text, '景德镇市').map(({ body, number }) => `${body} ${number}`)).toEqual(
    expected,
  );
});

test('an authority without the name of its place', () => {
  expect(shortOrgan('景德镇市人民政府办公室', '景德镇市')).toBe('市政府办公室');
  expect(shortOrgan('中共景德镇市委', '景德镇市')).toBe('市委');
  expect(shortOrgan('市政府', '景德镇市')).toBe('市政府');
});

test.each([
  ['11月6日,市长主持召开会议', null, '11-06'],
  ['12 月 28 日下午', null, '12-28'],
  ['2022年7月5日，', 2022, '07-05'],
  ['十月二十五日', null, '10-25'],
])('day of a report: %s', (text, year, monthDay) => {
  expect(findMonthDay(text)).toEqual({ year, monthDay });
});

describe('decisions', () => {
  const read = (text: string) => {
    const found = findDecision(text);
    return found && [text.slice(found.from, found.to), found.passed];
  };
  test.each([
    ['会议审议并原则通过了《甲办法》。', ['《甲办法》。', true]],
    ['会议原则通过了《甲报告》（讨论稿）。', ['《甲报告》（讨论稿）。', true]],
    ['会议传达学习了推进会精神，审议通过了《甲方案》。', ['《甲方案》。', true]],
    ['会议审议通过了《甲办法》，传达学习了《乙》精神。', ['《甲办法》，', true]],
    ['会议审议了《甲办法》。', ['《甲办法》。', false]],
    ['会议同意《甲方案》。', ['《甲方案》。', true]],
    ['会议组织学习了《中华人民共和国职业教育法》。', null],
    ['研究部署了下一步工作。', null],
    ['听取了有关汇报，研究了有关工作', ['有关工作', false]],
    ['通过《光明日报》宣传。', null],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
