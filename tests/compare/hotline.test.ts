/** The 12345 rules of 2020 and 2022, as the gazette printed them, against a reading by hand; the pairs of the portal. */
import { beforeAll, expect, test } from 'vitest';
import { align, type Row } from '../../src/compare/align.ts';
import { likelyPairs } from '../../src/compare/pairs.ts';
import { unitsOf, type CutUnit } from '../../src/compare/units.ts';
import type { DocumentRecord } from '../../src/model/output.ts';
import { nameClauses } from '../../src/site/clause-names.ts';
import { certain, dropped, fresh, kindred, verbatim } from './hotline.ts';
import { cutUnits, parsePortal } from './portal.ts';
import { blocksOf, marked } from './texts.ts';

let documents: Map<string, DocumentRecord>;

beforeAll(async () => {
  documents = await parsePortal();
}, 60_000);

const old = () => cutUnits(documents.get('jfbz-2020-55')!);
const later = () => cutUnits(documents.get('jfbf-2022-7')!);
const number = ({ id }: CutUnit) => Number(/^art_(\d+)$/.exec(id)?.[1] ?? NaN);

/** Rows with the numbers of their articles; other units are NaN. */
function numbered(): (Row & { articles: [left: number[], right: number[]] })[] {
  const [left, right] = [old(), later()];
  return align(left, right).map((row) => ({
    ...row,
    articles: [row.left.map((at) => number(left[at]!)), row.right.map((at) => number(right[at]!))],
  }));
}

test('every pair that is certain is found, and none that is neither certain nor kindred', () => {
  const found = numbered().flatMap(({ articles: [left, right] }) =>
    left.flatMap((a) => right.map((b): [number, number] => [a, b])),
  );
  const articles = found.filter(([a]) => !Number.isNaN(a)).map(String);
  const known = (pairs: [number, number][]) => pairs.map(String);
  expect(known(certain).filter((pair) => !articles.includes(pair))).toEqual([]);
  expect(articles.filter((pair) => ![...known(certain), ...known(kindred)].includes(pair))).toEqual(
    [],
  );
});

test('what was dropped and what is new stands alone', () => {
  const rows = numbered();
  const alone = (kind: Row['kind'], side: 0 | 1) =>
    rows.filter((row) => row.kind === kind).flatMap(({ articles }) => articles[side]);
  expect(alone('removed', 0)).toEqual(expect.arrayContaining(dropped));
  expect(alone('added', 1)).toEqual(expect.arrayContaining(fresh));
});

test('only the articles of the same words are unchanged; 第二十六条 and 第二十八条 were merged', () => {
  const rows = numbered();
  const same = rows.filter(
    ({ kind, articles: [[a]] }) => kind === 'unchanged' && !Number.isNaN(a ?? NaN),
  );
  expect(same.map(({ articles: [[a], [b]] }) => [a, b])).toEqual(verbatim);
  const merged = rows.filter(({ kind }) => kind === 'merged' || kind === 'split');
  expect(merged.map(({ articles }) => articles)).toEqual([[[26, 28], [22]]]);
});

test('what rests on few words says so', () => {
  const weak = numbered().filter((row) => row.weak);
  // Articles that were rewritten: none of those that kept half of their words.
  const kept = [7, 8, 9, 22, 26, 28, 30, 39];
  expect(weak.flatMap(({ articles: [left] }) => left).filter((a) => kept.includes(a))).toEqual([]);
});

test('the words that differ in 第九条 and in 不予受理', () => {
  const [left, right] = [old(), later()];
  const row = (article: number) =>
    align(left, right).find((one) => one.left.some((at) => number(left[at]!) === article))!;
  expect(marked(blocksOf(row(9), left, right))[0]).toMatch(
    /^对群众反映的\[-事项-\]\{\+问题\+\}，首先由热线受理人员/,
  );
  const refused = marked(blocksOf(row(8), left, right));
  expect(refused).toContain('[-（六）国家公职人员贪污腐败、行贿受贿等违纪事项；-]');
  expect(refused).toContain(
    '[-（三）-]{+（二）+}属党委{+（履行行政职能的除外）+}、人大、政协、监委、法院、检察院、军队（武警）职能的事项；',
  );
});

test('of all documents the two hotline rules are the one likely pair', () => {
  const pairs = likelyPairs([...documents.values()]);
  expect(pairs.map(({ earlier, later: next }) => [earlier, next])).toEqual([
    ['jfbz-2020-55', 'jfbf-2022-7'],
  ]);
  expect(pairs[0]!.evidence).toMatch(/^标题主题相近（相同部分约占\d\d%），同属规章制度，后一文件/);
});

test('the units of every document hold each word with an address once', () => {
  for (const record of documents.values()) {
    const units = unitsOf(record, nameClauses(record));
    expect(new Set(units.map(({ id }) => id)).size, record.id).toBe(units.length);
    for (const { id, name, lines } of units) {
      expect(name, `${record.id} ${id}`).not.toBe('');
      for (const line of lines) expect(line).not.toMatch(/[\n\t]/);
    }
  }
});
