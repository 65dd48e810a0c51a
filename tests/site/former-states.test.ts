import { expect, test } from 'vitest';
import type { Decision } from '../../src/model/anchors.ts';
import type { ClauseText } from '../../src/model/clause-texts.ts';
import { formerStates } from '../../src/site/former-states.ts';

/** 第一章 with 第一条 of two 款, then 第二章. */
const now: ClauseText[] = [
  { id: 'chp_1', label: '第一章', text: '总则', below: 3 },
  { id: 'art_1', label: '第一条', text: '', below: 2 },
  { id: 'art_1__para_1', label: '', text: '甲。', below: 0 },
  { id: 'art_1__para_2', label: '', text: '乙。', below: 0 },
  { id: 'chp_2', label: '第二章', text: '附则', below: 0 },
];

function decision(
  clause: string,
  text: string | null,
  fields: Partial<Decision> = {},
  place: { depth?: number; after?: string | null; label?: string } = {},
): Decision {
  const { depth = 0, after = null, label = '' } = place;
  return {
    decision: 'corrected',
    document: 'a',
    clause,
    to: null,
    now: null,
    former: text === null ? null : { name: '', label, text, depth, after },
    reason: '甲',
    by: '乙',
    date: '2026-01-31',
    ...fields,
  };
}

const show = (texts: ClauseText[]) =>
  texts.map(({ id, text, below }) => `${id} ${text} ${String(below)}`);

test('a changed text is put back, what was new then is taken out', () => {
  const [state, ...others] = formerStates(now, [
    decision('art_1__para_1', '甲。乙。', { added: ['art_1__para_2'] }),
  ]);
  expect(others).toEqual([]);
  expect(show(state!.texts)).toEqual([
    'chp_1 总则 2',
    'art_1  1',
    'art_1__para_1 甲。乙。 0',
    'chp_2 附则 0',
  ]);
  expect(state!.unknown.size).toBe(0);
});

test('what is gone is put back where it stood, one after another', () => {
  const [state] = formerStates(now, [
    decision('art_2__para_1', '丙。', {}, { depth: 2, after: 'art_2' }),
    decision('art_2', '', {}, { depth: 1, after: 'art_1__para_2', label: '第二条' }),
  ]);
  expect(show(state!.texts).slice(0, 6)).toEqual([
    'chp_1 总则 5',
    'art_1  2',
    'art_1__para_1 甲。 0',
    'art_1__para_2 乙。 0',
    'art_2  1',
    'art_2__para_1 丙。 0',
  ]);
});

test('decisions of one day are one step, but not two about one clause', () => {
  const states = formerStates(now, [
    decision('art_1__para_1', '一', { date: '2026-01-01' }),
    decision('art_1__para_1', '二'),
    decision('art_1__para_2', '三'),
    decision('art_1__para_1', '四'),
  ]);
  expect(
    states.map(({ texts }) =>
      texts
        .slice(2, 4)
        .map(({ text }) => text)
        .join(''),
    ),
  ).toEqual(['四三', '二三', '一三']);
});

test('words that were not kept make the clause and those above it unknown', () => {
  const [state] = formerStates(now, [decision('art_1__para_1', null)]);
  expect([...state!.unknown]).toEqual(['chp_1', 'art_1', 'art_1__para_1']);
  const [lost] = formerStates(now, [decision('art_1__para_3', null)]);
  expect([...lost!.unknown]).toEqual(['chp_1', 'art_1']);
});
