import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { decodeText } from '../../scripts/decode.ts';

const text =
  '景德镇市人民政府办公室关于印发管理办法的通知，现印发给你们，请认真贯彻执行。\n第一条 为规范管理，制定本办法。\n';
const encode = (encoding: string, own = text) =>
  execFileSync('iconv', ['-f', 'utf-8', '-t', encoding], { input: own });

test('UTF-8, with and without a byte order mark', () => {
  expect(decodeText(Buffer.from(text))).toBe(text);
  expect(decodeText(Buffer.from(`\ufeff${text}`))).toBe(`\ufeff${text}`);
});

test('GB18030', () => {
  expect(decodeText(encode('gb18030', text.repeat(5)))).toBe(text.repeat(5));
});

test('UTF-16 with a byte order mark', () => {
  expect(decodeText(encode('utf-16')).replace('\ufeff', '')).toBe(text);
});

test.each([
  ['an empty file', Buffer.alloc(0), /empty/],
  ['white space', Buffer.from(' \n\n'), /white space/],
  ['a binary file', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff, 0xd8, 1, 2]), /binary/],
  [
    'Big5',
    encode(
      'big5',
      '中華民國的政府公報，為了規範管理，制定本辦法，是以公告之。會議在市府召開，與會者有年。'.repeat(
        5,
      ),
    ),
    /Big5/,
  ],
  ['UTF-16 without a mark', encode('utf-16le', text.repeat(5)), /UTF-16/],
  ['damaged UTF-8', Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe, 0xff])]), /UTF-8/],
])('%s is named', (_, bytes, message) => {
  expect(() => decodeText(bytes)).toThrow(message);
});
