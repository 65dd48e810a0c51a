/** Two long documents are compared while the reader waits. */
import { expect, test } from 'vitest';
import { align } from '../../src/compare/align.ts';
import { differences } from '../../src/compare/differences.ts';
import type { CutUnit } from '../../src/compare/units.ts';
import { weigh } from '../../src/compare/weights.ts';

const words =
  '热线 承办 单位 应当 办理 事项 群众 投诉 举报 咨询 平台 工单 时限 工作日 回访 满意度 考核 通报 督办 保密'.split(
    ' ',
  );

/** Numbers that look random and are the same each time (Park and Miller). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** 300 articles of some 100 words; `share` of the words are those of the text with seed 1. */
function rules(share: number): CutUnit[] {
  const [own, common] = [numbersFrom(7), numbersFrom(1)];
  return Array.from({ length: 300 }, (_, at) => {
    const line = Array.from({ length: 100 }, () => {
      const [a, b] = [common(), own()];
      const random = own() < share ? a : b;
      const word = words[Math.floor(random * words.length)]!;
      return random < 0.5 ? `${word}${String(Math.floor(random * 1000))}` : word;
    });
    const id = `art_${String(at + 1)}`;
    return { id, name: id, kind: 'text', article: true, within: [], lines: [line] };
  });
}

test('300 articles against 300, each a little like each other, take less than a second', () => {
  const [left, right] = [rules(1), rules(0.7)];
  // Time of the processor, not of the clock: other tests run beside this one.
  const start = process.cpuUsage();
  const rows = align(left, right);
  const weighing = weigh([...left, ...right].map(({ lines }) => lines));
  for (const row of rows) differences(row, left, right, weighing);
  const { user, system } = process.cpuUsage(start);
  const took = (user + system) / 1000;
  expect(rows.filter(({ kind }) => kind === 'changed')).toHaveLength(300);
  expect(took).toBeLessThan(1000);
  console.log(`300 articles against 300: ${took.toFixed(0)} ms`);
});
