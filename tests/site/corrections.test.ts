import { describe, expect, test } from 'vitest';
import type { AppliedCorrection } from '../../src/model/corrections.ts';
import { textPieces } from '../../src/model/corrections.ts';
import type { Text } from '../../src/model/tree.ts';
import {
  correctionId,
  writeBasis,
  writeCorrection,
  writeMark,
} from '../../src/site/corrections.ts';
import { writeFact } from '../../src/site/covers.ts';
import { readFields } from '../../src/site/fields.ts';
import { toMarkdown } from '../../src/site/markdown.ts';
import { plainText } from '../../src/site/phrasing.ts';
import { correctedText, document, library, part } from './samples.ts';

/** 依法追究 responsibility。 at offset 100, its English word corrected. */
const correction = correctedText({ start: 105, from: 'responsibility', to: '责任', node: 'art_1' });
const text: Text = {
  type: 'text',
  value: '依法追究 responsibility。',
  position: {
    start: { line: 1, column: 1, offset: 100 },
    end: { line: 1, column: 21, offset: 120 },
  },
  data: { corrections: [correction] },
};
const field: AppliedCorrection = {
  field: 'docNumber',
  from: '甲府字〔2020〕l号',
  to: '甲府字〔2020〕1号',
  reason: '同期目录作1号。',
  by: '编者',
  date: '2026-01-31',
};

test('a text falls into its printed and corrected pieces', () => {
  expect(textPieces(text)).toEqual(['依法追究 ', correction, '。']);
  expect(plainText(text)).toBe('依法追究 责任。');
  const whole = {
    ...text,
    data: { corrections: [correctedText({ start: 100, from: text.value, to: '' })] },
  };
  expect(textPieces(whole)).toHaveLength(1);
  expect(plainText(whole)).toBe('');
});

describe('in words', () => {
  test.each([
    [{ from: '甲', to: '乙' }, '原文“甲”，更正为“乙”', '原文“甲”'],
    [{ from: '甲', to: '' }, '原文多出“甲”，略去', '略去“甲”'],
    [{ from: null, to: '乙' }, '原文没有识别出，补为“乙”', '更正'],
    [{ from: '甲'.repeat(15), to: '乙' }, `原文“${'甲'.repeat(15)}”，更正为“乙”`, '更正'],
  ])('%j', (one, sentence, mark) => {
    expect(writeCorrection(one)).toBe(sentence);
    expect(writeMark(one)).toBe(mark);
  });

  test('the basis names who decided, and when', () => {
    expect(writeBasis(field)).toBe('依据：同期目录作1号（编者，2026年1月31日）');
    expect(writeBasis({ ...field, date: null })).toBe('依据：同期目录作1号（编者）');
  });

  test('an editor’s inference about an issue says that it is one', () => {
    expect(writeFact({ field: 'number', value: 10 })).toBe('可能是第10期');
    expect(writeFact({ field: 'frequency', value: '月刊' })).toBe('可能是月刊');
  });
});

test('entries of the list have ids of their own', () => {
  expect([correction, field].map(correctionId)).toEqual(['correction-105', 'correction-docNumber']);
});

const entry = document({
  parts: [part([{ type: 'paragraph', id: 'p_1', children: [text] }])],
  corrections: [field, correction],
});

test('公文要素 show the correction beside the value', () => {
  const fields = new Map(readFields(entry, library([entry])).map((one) => [one.label, one]));
  expect(fields.get('发文字号')?.corrections).toEqual([field]);
  expect(fields.get('文种')).not.toHaveProperty('corrections');
});

test('Markdown has the corrected words, numbered, and the printed ones at the end', () => {
  const markdown = toMarkdown(entry, { address: 'https://x/', issue: '甲' });
  expect(markdown).toContain('\n依法追究 责任〔更正2〕。\n');
  expect(markdown).toContain(
    '- 更正1：发文字号：原文“甲府字〔2020〕l号”，更正为“甲府字〔2020〕1号”。依据：同期目录作1号（编者，2026年1月31日）\n' +
      '- 更正2：原文“responsibility”，更正为“责任”。依据：英文词是文字识别所致（编者）\n',
  );
});
