import { describe, expect, test } from 'vitest';
import { isNormative } from '../../src/model/normative.ts';
import { readFields } from '../../src/site/fields.ts';
import { document, library, part, record } from './samples.ts';

function fieldsOf(...args: Parameters<typeof document>) {
  const entry = document(...args);
  return new Map(readFields(entry, library([entry])).map((field) => [field.label, field]));
}

describe('公文要素', () => {
  test('unknown fields are left out', () => {
    expect([...fieldsOf().keys()]).toEqual([
      '发文字号',
      '成文日期',
      '发文机关',
      '文种',
      '栏目',
      '刊载于',
    ]);
  });

  test('the page stands behind the issue', () => {
    const data = { fields: {}, inferred: {}, page: 20 };
    expect(fieldsOf({ data }).get('刊载于')?.values).toEqual([
      { text: '《甲市人民政府公报》2020年第11期（总第23期）第20页', href: '/issues/2020-11/' },
    ]);
  });

  test('an inferred field says on what basis', () => {
    const data = { fields: {}, inferred: { section: 'running head', date: 'moon' }, page: null };
    const fields = fieldsOf({ data });
    expect(fields.get('栏目')?.inferred).toBe('据书眉推定');
    expect(fields.get('成文日期')?.inferred).toBe('由程序推定');
    expect(fields.get('文种')?.inferred).toBeUndefined();
  });

  test('a derived date of effect is told from a printed one', () => {
    const text = '本办法自印发之日起施行。';
    const derived = fieldsOf({
      effective: { text, date: '2020-11-20', derived: true },
      data: { fields: {}, inferred: { effective: 'date of the document' }, page: null },
    });
    expect(derived.get('施行')).toEqual({
      label: '施行',
      values: [{ text, date: '2020-11-20' }],
      inferred: '据成文日期推算',
    });
    const printed = fieldsOf({ effective: { text, date: null } });
    expect(printed.get('施行')).toEqual({ label: '施行', values: [{ text }] });
  });
});

test('解释机关 and 任免 are lists of their own', () => {
  const fields = fieldsOf({
    interpreter: '市水利局',
    appointments: [
      { person: '王耀', post: '市政府参事', action: 'engage', term: '聘期三年', span: null },
      { person: '周文', post: '市水利局局长', action: 'remove', term: null, span: null },
    ],
  });
  expect(fields.get('解释机关')?.values).toEqual([{ text: '市水利局' }]);
  expect(fields.get('任免')?.values).toEqual([
    { text: '王耀：聘任市政府参事（聘期三年）' },
    { text: '周文：免去市水利局局长' },
  ]);
});

test('only texts with articles or chapters lay down rules', () => {
  expect(isNormative(record({ parts: [part([{ type: 'paragraph', children: [] }])] }))).toBe(false);
  const article = { type: 'article', label: '第一条', number: [1], children: [] } as const;
  expect(isNormative(record({ parts: [part([{ ...article, number: [1], children: [] }])] }))).toBe(
    true,
  );
});
