import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTexts, type DifferingLine } from '../../src/citing/differences.ts';

const marks = { same: ['', ''], removed: ['-', '-'], added: ['+', '+'] };
const write = (lines: DifferingLine[]) =>
  lines.map((line) =>
    line.map(({ kind, text }) => marks[kind][0]! + text + marks[kind][1]!).join(''),
  );

test.each([
  ['提供7×24小时服务', '提供全天24小时服务', ['提供-7×-+全天+24小时服务']],
  ['甲\n乙', '甲\n乙', ['甲', '乙']],
  ['甲\n乙丙', '甲\n乙丁', ['甲', '乙-丙-+丁+']],
  ['甲\n乙', '甲', ['甲', '-乙-']],
  ['甲', '新\n甲', ['+新+', '甲']],
  ['', '甲', ['+甲+']],
])('%j → %j', (former, present, expected) => {
  expect(write(compareTexts(former, present))).toEqual(expected);
});

test('both texts can be read from the comparison', () => {
  const text = fc
    .array(fc.constantFrom('甲', '乙', '丙', '\n'), { maxLength: 30 })
    .map((characters) => characters.join(''));
  const read = (lines: DifferingLine[], out: string) =>
    lines
      .map((line) => line.flatMap(({ kind, text }) => (kind === out ? [] : [text])).join(''))
      .join('')
      .replaceAll('\n', '');
  fc.assert(
    fc.property(text, text, (former, present) => {
      const lines = compareTexts(former, present);
      expect(read(lines, 'added')).toBe(former.replaceAll('\n', ''));
      expect(read(lines, 'removed')).toBe(present.replaceAll('\n', ''));
    }),
  );
});
