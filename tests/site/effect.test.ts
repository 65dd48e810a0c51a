import { expect, test } from 'vitest';
import { buildDay } from '../../src/site/effect.ts';

test('the day of the build is that of SOURCE_DATE_EPOCH, in China', () => {
  expect(buildDay({ SOURCE_DATE_EPOCH: '1688140799' })).toBe('2023-06-30');
  expect(buildDay({ SOURCE_DATE_EPOCH: '1688140800' })).toBe('2023-07-01');
  expect(buildDay({})).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(() => buildDay({ SOURCE_DATE_EPOCH: 'today' })).toThrow('expected seconds since 1970');
});
