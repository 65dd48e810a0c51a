/** Which documents are offered for comparison. */
import { expect, test } from 'vitest';
import { likelyPairs } from '../../src/compare/pairs.ts';
import type { DocumentRecord } from '../../src/model/output.ts';
import { record } from '../site/samples.ts';

const document = (id: string, date: string | null, title: string, issuer = '甲市人民政府办公室') =>
  record({ id, date, title, issuers: [issuer], parts: [] });

const pairsOf = (...documents: DocumentRecord[]) =>
  likelyPairs(documents).map(({ earlier, later }) => `${earlier} ${later}`);

const rule = document('a', '2020-11-20', '甲市人民政府办公室关于印发甲市停车场管理暂行办法的通知');

test('a later text on the same subject, whatever stands around it', () => {
  const later = document('b', '2022-03-01', '甲市人民政府关于印发《甲市停车场管理办法》的通知');
  expect(likelyPairs([later, rule])).toEqual([
    {
      ...{ earlier: 'a', later: 'b', likeness: 1 },
      evidence: '标题主题相同，同属规章制度，后一文件成文日期较晚',
    },
  ]);
});

test('editions of years', () => {
  expect(
    pairsOf(
      document('y1', '2021-03-01', '甲市人民政府办公室关于印发2021年甲市政务公开工作要点的通知'),
      document('y2', '2022-03-01', '甲市人民政府办公室关于印发2022年甲市政务公开工作要点的通知'),
    ),
  ).toEqual(['y1 y2']);
});

test.each([
  ['another subject', '2022-03-01', '甲市人民政府办公室关于印发甲市公园管理办法的通知'],
  ['another kind of text', '2022-03-01', '甲市人民政府办公室关于印发甲市停车场管理工作方案的通知'],
  ['the same day', '2020-11-20', '甲市人民政府办公室关于印发甲市停车场管理办法的通知'],
  ['no date', null, '甲市人民政府办公室关于印发甲市停车场管理办法的通知'],
])('not %s', (_, date, title) => {
  expect(pairsOf(rule, document('b', date, title))).toEqual([]);
});

test('not another place’s rule on the same subject', () => {
  const elsewhere = '乙市人民政府办公室';
  const title = `${elsewhere}关于印发乙市停车场管理办法的通知`;
  expect(pairsOf(rule, document('b', '2022-03-01', title, elsewhere))).toEqual([]);
});

test('appointments and meetings are no texts to be compared', () => {
  const title = '甲市人民政府关于张三等同志职务任免的通知';
  expect(pairsOf(document('x', '2020-01-01', title), document('y', '2021-01-01', title))).toEqual(
    [],
  );
});

test('time does not grow with the square of the number', () => {
  const names = '热线养老医保税务粮食公路林业水利土地住房教育卫生科技文化旅游环保消防交通'.match(
    /../gu,
  )!;
  const many = (count: number) =>
    Array.from({ length: count }, (_, n) => {
      const at = (step: number) => names[Math.floor(n / step) % names.length]!;
      const title = `甲市人民政府办公室关于印发甲市${at(1)}${at(7)}${at(49)}管理办法的通知`;
      return document(String(n), `20${String(10 + (n % 15))}-03-01`, title);
    });
  const start = performance.now();
  likelyPairs(many(5000));
  expect(performance.now() - start).toBeLessThan(3000);
});
