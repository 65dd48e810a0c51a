import { expect, test } from 'vitest';
import { readDocumentNumber, writeDocumentNumber } from '../../src/language/document-number.ts';

test.each([
  '景府办字〔2020〕55号',
  '景府办字[2020]55号',
  '景府办字［2020］55 号',
  '景府办字(2020)55号',
  '景府办字（2020）55号',
  '景府办字【2020】55号',
  '景府办字﹝2020﹞55号',
  '景府办字〔2020〕 第55号',
  '景府办字〔２０２０〕５５号',
  '景 府办字〔2020〕55号',
])('%s', (text) => {
  const number = readDocumentNumber(text);
  expect(number).toEqual({ prefix: '景府办字', year: 2020, number: 55 });
  expect(writeDocumentNumber(number!)).toBe('景府办字〔2020〕55号');
});

test.each(['各县〔市、区〕政府', '景府办字2020', '〔2020〕55号', '第1号', '景府办字〔1820〕55号'])(
  '%s is none',
  (text) => {
    expect(readDocumentNumber(text)).toBeNull();
  },
);
