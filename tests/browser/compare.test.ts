/** The comparison page in a real browser: by its address, with the keyboard, on a phone, without scripts. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readSite } from './reader.ts';

const reader = readSite();
let page: Page;

async function visit(path: string, options?: BrowserContextOptions): Promise<void> {
  page = await reader.visit(path, options);
}

const address = '/compare/?a=jfbz-2020-55&b=jfbf-2022-7';
const status = () => page.locator('[data-status]');
const row = (place: string) => page.locator(`[data-place="${place}"]`);
const query = () => new URL(page.url()).search + new URL(page.url()).hash;

test('two documents by their address: a summary, and each article with what became of it', async () => {
  await visit(address);
  await row('#art_10').waitFor();
  expect(await status().innerText()).toMatch(
    /^甲39条、另1段，乙30条、另1段：文字相同2处，有修改\d+处.*，合并1处，新增\d+处，删除\d+处/,
  );
  expect(await row('#art_10').locator('h3').innerText()).toMatch(
    /有修改\s*甲 第九条\s*→\s*乙 第十条/,
  );
  const left = row('#art_10').locator('.left');
  expect(await left.locator('del').allInnerTexts()).toEqual(['事项']);
  expect(await left.locator('ins').count()).toBe(0);
  expect(await row('#art_10').locator('.right ins').allInnerTexts()).toEqual(['问题']);
  expect(await row('#art_22').locator('.kind').first().innerText()).toBe('合并');
  const links = row('#art_22').locator('.names a');
  expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
    '/documents/jfbz-2020-55/#art_26',
    '/documents/jfbz-2020-55/#art_28',
    '/documents/jfbf-2022-7/#art_22',
  ]);
});

test('a clause in the address is in sight, of either document', async () => {
  await visit(`${address}#art_11__para_1__item_3`);
  const isCurrent = (place: string) =>
    expect
      .poll(() =>
        row(place).evaluate(
          (node) => node === document.activeElement && node.getBoundingClientRect().top < 200,
        ),
      )
      .toBe(true);
  await isCurrent('#art_11');
  await page.evaluate(() => {
    location.hash = '#a.art_26';
  });
  await isCurrent('#art_22');
  await page.goBack();
  await isCurrent('#art_11');
});

test('swapped: what was added is removed; back is back', async () => {
  await visit(`${address}#art_22`);
  await row('#art_22').waitFor();
  await page.getByRole('button', { name: '对调甲乙' }).click();
  await row('#art_26').waitFor();
  expect(query()).toBe('?a=jfbf-2022-7&b=jfbz-2020-55#a.art_22');
  expect(await row('#art_26').locator('.kind').first().innerText()).toBe('拆分');
  expect(await row('#art_23').locator('.kind').innerText()).toBe('新增');
  await page.goBack();
  await row('#art_22').waitFor();
  expect(query()).toBe('?a=jfbz-2020-55&b=jfbf-2022-7#art_22');
  expect(await row('#a.art_23').locator('.kind').innerText()).toBe('删除');
});

test('only what changed, from change to change with buttons and keys', async () => {
  await visit(address);
  const same = row('#art_14');
  await same.waitFor();
  await page.getByLabel('只看有变化的').check();
  expect(await same.isVisible()).toBe(false);
  expect(query()).toBe('?a=jfbz-2020-55&b=jfbf-2022-7&only=changed');
  const total = await page.locator('[data-change]').count();
  expect(await page.locator('[data-rows] .row:visible').count()).toBe(total);
  await page.getByRole('button', { name: '下一处' }).click();
  const position = page.locator('[data-position]');
  expect(await position.innerText()).toBe(`1/${String(total)}`);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  expect(await position.innerText()).toBe(`3/${String(total)}`);
  await page.keyboard.press('k');
  expect(await position.innerText()).toBe(`2/${String(total)}`);
  expect(new URL(page.url()).hash).toBe('#art_1');
  await page.reload();
  await row('#art_1').waitFor();
  expect(await page.getByLabel('只看有变化的').isChecked()).toBe(true);
  expect(await same.isVisible()).toBe(false);
});

test('any two documents can be chosen; the likely one is offered first', async () => {
  await visit('/compare/');
  const picker = (name: string) => page.getByRole('region', { name });
  await picker('文件甲').getByText('选择文件甲').click();
  await picker('文件甲').getByRole('searchbox').fill('景府办字[2020]55号');
  await picker('文件甲')
    .getByRole('button', { name: /12345政务服务热线运行管理办法/ })
    .click();
  await page.waitForURL(/a=jfbz-2020-55$/);
  await picker('文件乙').getByText('选择文件乙').click();
  const first = picker('文件乙').getByRole('listitem').first();
  await first.getByText('可能前后相继').waitFor();
  await first.getByRole('button').click();
  await row('#art_10').waitFor();
  expect(query()).toBe('?a=jfbz-2020-55&b=jfbf-2022-7');
  await picker('文件乙').getByText('选择文件乙').click();
  await picker('文件乙').getByRole('searchbox').fill('储备粮');
  await picker('文件乙')
    .getByRole('button', { name: /市级储备粮管理办法/ })
    .click();
  await expect.poll(() => status().innerText()).toMatch(/乙48条/);
});

test('a document that is not there, the same one twice, a broken connection', async () => {
  await visit('/compare/?a=jfbz-2020-55&b=none-1');
  await page.getByRole('alert').getByText('在本站找不到').waitFor();
  await visit('/compare/?a=jfbz-2020-55&b=jfbz-2020-55');
  await expect.poll(() => status().innerText()).toBe('甲、乙是同一篇文件，请换一篇。');
  await visit('/compare/?a=jfbz-2020-55');
  await expect.poll(() => status().innerText()).toBe('请选择甲、乙两篇文件。');
  await page.route('**/*.words.json', (route) => route.abort());
  await page.goto(reader.at(address));
  await page.getByRole('alert').getByText('请检查网络').waitFor();
  await page.unroute('**/*.words.json');
  await page.getByRole('button', { name: '重试' }).click();
  await row('#art_10').waitFor();
  // Said by the browser and written down by the page.
  for (const words of ['404', 'ERR_FAILED', 'Cannot load']) reader.forgive(words);
});

test.each([360, 390])('at %i pixels: one column, nothing to the side', async (width) => {
  await visit(address, { viewport: { width, height: 740 }, hasTouch: true, isMobile: true });
  await row('#art_10').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  expect(await row('#art_10').locator('.left').isVisible()).toBe(false);
  const inline = row('#art_10').locator('.inline');
  expect(await inline.locator('del').innerText()).toBe('事项');
  expect(await inline.locator('ins').innerText()).toBe('问题');
});

test('without scripts the page says so and leads to both documents', async () => {
  await visit('/compare/', { javaScriptEnabled: false });
  expect(await page.locator('noscript p').innerText()).toContain('脚本');
  const links = page.locator('.offers ol a');
  expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
    '/documents/jfbz-2020-55/',
    '/documents/jfbf-2022-7/',
  ]);
  expect(await page.locator('.offers .go').isVisible()).toBe(false);
});

test('a document leads to its comparison, said to be the portal’s inference', async () => {
  await visit('/documents/jfbf-2022-7/');
  const section = page.getByRole('region', { name: '逐条比较' });
  expect(await section.innerText()).toContain('本站推测');
  await section.getByRole('link', { name: '与景府办字〔2020〕55号比较' }).click();
  await row('#art_10').waitFor();
  expect(query()).toBe('?a=jfbz-2020-55&b=jfbf-2022-7');
});
