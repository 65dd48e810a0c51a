/** What applies, on the reader's own day: the clock of the browser is set, the built pages are those of one day. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readSite } from './reader.ts';

const reader = readSite();
let page: Page;

async function visit(
  path: string,
  time: string | null,
  options?: BrowserContextOptions,
): Promise<void> {
  page = await reader.open(options);
  if (time !== null) await page.clock.setFixedTime(new Date(time));
  await page.goto(reader.at(path));
}

const status = () => page.locator('.document-status');

// 有效期截至2023年6月30日; the day changes at midnight in China.
test.each([
  ['2022-06-22T15:59:59Z', '尚未施行', '截至2022年6月22日', '自2022年6月23日起施行。'],
  ['2022-06-22T16:00:00Z', '施行中（未见废止）', '截至2022年6月23日', '有效期至2023年6月30日。'],
  ['2023-06-30T15:59:59Z', '施行中（未见废止）', '截至2023年6月30日', '（今日届满）'],
  ['2023-06-30T16:00:00Z', '有效期届满', '截至2023年7月1日', '此后有无延续，本站文件未载。'],
])('at %s the page of a text with a term says %s', async (time, word, day, note) => {
  await visit('/documents/jfbz-2022-31/', time);
  await expect.poll(() => status().locator('strong').innerText()).toBe(word);
  const text = (await status().innerText()).replace(/\s+/g, '');
  expect(text).toContain(day);
  expect(text).toContain(note);
  expect(text).toContain('有效期截至2023年6月30日。”');
});

test('a list says the same of it in a word', async () => {
  await visit('/kinds/通知/', '2023-06-30T16:00:00Z');
  const row = page.locator('.documents > li', { hasText: '文旅企业纾困' });
  await expect.poll(() => row.locator('.status-word').innerText()).toBe('有效期届满');
});

test('without scripts the page says as of which day it speaks', async () => {
  await visit('/documents/jfbz-2020-55/', null, { javaScriptEnabled: false });
  expect((await status().innerText()).replace(/\s+/g, '')).toMatch(
    /^施行中（未见废止）截至\d{4}年\d{1,2}月\d{1,2}日/,
  );
  await status().getByRole('link', { name: '第三十九条' }).click();
  expect(await page.locator(':target').innerText()).toContain('本办法自印发之日起施行。');
});

test.each([
  ['2022-06-29T00:00:00Z', false, false],
  ['2022-06-30T00:00:00Z', true, false],
  ['2023-06-30T00:00:00Z', true, false],
  ['2023-07-01T00:00:00Z', false, true],
  ['2024-06-30T00:00:00Z', false, true],
  ['2024-07-01T00:00:00Z', false, false],
])('at %s the page on effect lists it: soon %s, lately %s', async (time, soon, lately) => {
  await visit('/effect/', time);
  const list = (name: string) => page.locator(`[data-timely="${name}"]`);
  const isShown = (name: string) =>
    list(name)
      .getByRole('link', { name: /文旅企业纾困/ })
      .isVisible();
  await expect.poll(() => isShown('soon')).toBe(soon);
  expect(await isShown('lately')).toBe(lately);
  expect(await list('soon').locator('.none').isVisible()).toBe(!soon);
});

test('a relation shows the words it rests on, and leads to their clause', async () => {
  await visit('/documents/jfbf-2022-7/', null);
  const relations = page.getByRole('region', { name: '文件关系' });
  const row = relations.locator('dl > div', { hasText: '会议审议' });
  expect(await row.innerText()).toContain('2022年10月25日通过；通过后3天印发，印发当日施行');
  await row.getByText('出处').click();
  expect(await row.locator('blockquote').allInnerTexts()).toEqual([
    expect.stringContaining('经市政府第17次常务会审议通过'),
    expect.stringContaining(
      '会议审议并原则通过了《景德镇市12345政务服务便民热线运行管理办法（试行）》。',
    ),
  ]);
  await row.locator('blockquote a').last().click();
  await page.waitForURL('**/documents/gb2022-10-9/#p_5');
  const back = page.getByRole('region', { name: '文件关系' });
  expect(
    await back
      .getByRole('link', { name: /12345政务服务便民热线/ })
      .first()
      .isVisible(),
  ).toBe(true);
});

test.each(['/effect/', '/documents/jmz-2022-95/', '/documents/gb2022-10-8/'])(
  '%s fits a phone of 360 px',
  async (path) => {
    await visit(path, null, { viewport: { width: 360, height: 740 } });
    for (const fold of await page.locator('.relations summary').all()) await fold.click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
  },
);
