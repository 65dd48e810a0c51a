/** Fields of whole documents, in forms that other cities print; the places are invented. */
import { expect, test } from 'vitest';
import { parse } from '../../src/gazette/processor.ts';
import type { DocumentRecord } from '../../src/model/output.ts';
import { expectInvariants } from './invariants.ts';

function parseOne(...blocks: string[]): { raw: string; document: DocumentRecord } {
  const raw = blocks.join('\n\n');
  const output = parse(raw);
  expectInvariants(raw, output);
  expect(output.documents).toHaveLength(1);
  return { raw, document: output.documents[0]! };
}

const regulation = (...blocks: string[]) =>
  parseOne(
    '云川市人民政府关于印发云川市水库管理办法的通知',
    '云府发〔2020〕5号 2020年3月9日',
    '各县（市、区）人民政府，市政府各部门：',
    '《云川市水库管理办法》已经市政府2020年第5次常务会议审议通过，现印发给你们，请认真贯彻执行。',
    '云川市水库管理办法',
    '第一条 为加强水库管理，根据《中华人民共和国水法》《水库大坝安全管理条例》（国务院令第77号）等规定，制定本办法。',
    ...blocks,
  ).document;

const plain = (cited: DocumentRecord['cites']) =>
  cited.map(({ title, docNumber }) => [title, docNumber]);

test('a term is counted from the date of effect', () => {
  expect(regulation('第二条 本办法自印发之日起30日后施行，有效期5年。')).toMatchObject({
    effective: { date: '2020-04-08', derived: true },
    expires: {
      text: '本办法自印发之日起30日后施行，有效期5年。',
      date: '2025-04-07',
      derived: true,
    },
  });
  expect(regulation('第二条 本办法自2021年1月1日起施行，有效期至2025年12月31日。')).toMatchObject({
    effective: { date: '2021-01-01' },
    expires: { date: '2025-12-31' },
  });
});

test('the term of a permit is not that of the text', () => {
  const document = regulation(
    '第二条 取水许可证有效期为五年。',
    '第三条 本办法自2021年1月1日起施行。',
  );
  expect(document.expires).toBeNull();
});

test('meeting, 依据 and 解释机关', () => {
  const document = regulation('第二条 本办法由市水利局会同市应急管理局负责解释。');
  expect(document.meeting).toBe('市政府2020年第5次常务会议');
  expect(document.meetingNumber).toBe(5);
  expect(document.interpreter).toBe('市水利局会同市应急管理局');
  expect(plain(document.basis)).toEqual([
    ['中华人民共和国水法', null],
    ['水库大坝安全管理条例', '国务院令第77号'],
  ]);
});

test('a list of what is repealed', () => {
  const document = regulation(
    '第二条 本办法自印发之日起施行。下列文件同时废止：',
    '（一）《云川市水库管理暂行办法》（云府发〔2010〕3号）；',
    '（二）《云川市水库安全规定》（云府办发〔2012〕8号）。',
  );
  expect(plain(document.repeals)).toEqual([
    ['云川市水库管理暂行办法', '云府发〔2010〕3号'],
    ['云川市水库安全规定', '云府办发〔2012〕8号'],
  ]);
});

test('a decision that repeals', () => {
  const { document } = parseOne(
    '云川市人民政府关于废止部分规范性文件的决定',
    '云府发〔2020〕5号 2020年3月9日',
    '各县（市、区）人民政府，市政府各部门：',
    '为维护法制统一，市政府决定废止《云川市渔业办法》（云府发〔2008〕1号）、《云川市林业办法》（云府发〔2009〕2号）。',
  );
  expect(plain(document.repeals)).toEqual([
    ['云川市渔业办法', '云府发〔2008〕1号'],
    ['云川市林业办法', '云府发〔2009〕2号'],
  ]);
});

test('任免 in two lists', () => {
  const { document } = parseOne(
    '云川市人民政府关于张三等同志任免职的通知',
    '云府干〔2020〕5号 2020年3月9日',
    '各县（市、区）人民政府，市政府各部门：',
    '经市政府研究，决定：',
    '任命：',
    '张 三为市水利局局长；',
    '李小四为市水利局副局长（试用期一年）。',
    '免去：',
    '王五的市水利局局长职务。',
  );
  expect(document.kind).toBe('任免');
  expect(
    document.appointments.map(({ person, post, action, term }) => [person, post, action, term]),
  ).toEqual([
    ['张三', '市水利局局长', 'appoint', null],
    ['李小四', '市水利局副局长', 'appoint', '试用期一年'],
    ['王五', '市水利局局长', 'remove', null],
  ]);
});

test('the title of an order is that of the text it promulgates, and stands there', () => {
  const { raw, document } = parseOne(
    '云川市人民政府令',
    '第 7 号',
    '《云川市水库管理办法》已经审议通过，现予公布，自2021年1月1日起施行。',
    '市 长 李 明',
    '2020 年 12 月 9 日',
    '云川市水库管理办法',
    '第一条 为了加强水库管理，制定本办法。',
  );
  const printed = (name: 'title' | 'letterhead' | 'kind') =>
    document.data.fields[name]!.map(({ start, end }) => raw.slice(start, end)).join('');
  expect(document.title).toBe('云川市水库管理办法');
  expect(printed('title')).toBe('云川市水库管理办法');
  expect(printed('kind')).toBe('云川市人民政府令');
});
