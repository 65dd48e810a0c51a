/** The built portal in a real browser, as its readers use it. */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { DocumentRecord } from '../../src/model/output.ts';
import { readSite } from './reader.ts';

const reader = readSite();
let page: Page;

beforeEach(async () => {
  page = await reader.open();
});

const visit = (path: string) => page.goto(reader.at(path));

describe('search', () => {
  test('a word typed on the home page leads to the clause that holds it', async () => {
    await visit('/');
    await page.getByRole('combobox').first().fill('延期办理以2次为限');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\/\?q=/);
    const hit = page.locator('.clauses a').first();
    await hit.waitFor();
    expect(await hit.innerText()).toContain('第十四条');
    expect(await hit.locator('mark').allInnerTexts()).toEqual(['延期办理以2次为限']);
    await hit.click();
    await page.waitForURL(/\/documents\/jfbz-2020-55\/\?q=[^#]+#art_14__para_1$/);
    const clause = page.locator('#art_14__para_1');
    expect(await clause.innerText()).toContain('延期办理以2次为限');
    await expect
      .poll(() =>
        clause.evaluate(
          (node) =>
            node.getBoundingClientRect().top >= 0 && node.getBoundingClientRect().top < innerHeight,
        ),
      )
      .toBe(true);
  });

  test.each(['景府办字[2020]55号', '景府办字 55', '12345热线', '景府办字〔2020〕 55 号'])(
    'the finder knows %s',
    async (query) => {
      await visit('/search/');
      const ids = await page.evaluate(async (text) => {
        await new Promise((resolve) => setTimeout(resolve));
        const { recognised } = await window.gongbaoSearch(text, { limit: 10 });
        return recognised.map(({ document }) => document.id);
      }, query);
      expect(ids).toContain('jfbz-2020-55');
      if (query !== '12345热线') expect(ids[0]).toBe('jfbz-2020-55');
      await visit(`/search/?q=${encodeURIComponent(query)}`);
      await page.locator('main a[href^="/documents/jfbz-2020-55/"]').first().waitFor();
    },
  );

  test('filters narrow the hits and stand in the address', async () => {
    await visit('/search/?q=%E7%83%AD%E7%BA%BF');
    await page.locator('.hit').first().waitFor();
    const all = await page.locator('.hit').count();
    await page.getByRole('checkbox', { name: /^2020年 *\d/ }).check();
    await page.waitForURL(/year=2020/);
    await expect.poll(() => page.locator('.hit').count()).toBeLessThan(all);
    await page.reload();
    await page.locator('.hit').first().waitFor();
    expect(await page.getByRole('checkbox', { name: /^2020年 *\d/ }).isChecked()).toBe(true);
  });

  test('what is not there is said, with a way on', async () => {
    await visit('/search/?q=%E9%AD%91%E9%AD%85%E9%AD%8D');
    await page.locator('[data-none]:not([hidden])').waitFor();
  });

  test('without scripts the page says so', async () => {
    page = await reader.open({ javaScriptEnabled: false });
    await visit('/search/');
    expect(await page.locator('noscript').innerText()).toContain('浏览');
  });
});

describe('a document', () => {
  test('shows every clause at its address, without scripts', async () => {
    page = await reader.open({ javaScriptEnabled: false });
    const response = await page.request.get(reader.at('/documents/jfbz-2020-55.json'));
    const { document: record } = (await response.json()) as { document: DocumentRecord };
    const ids: string[] = [];
    const walk = (node: object) => {
      if ('id' in node) ids.push(node.id as string);
      if ('children' in node) (node.children as object[]).forEach(walk);
    };
    record.parts.forEach(walk);
    expect(ids.length).toBeGreaterThan(100);
    await visit('/documents/jfbz-2020-55/');
    const missing = await page.evaluate(
      (all) => all.filter((id) => !document.getElementById(id)),
      ids,
    );
    expect(missing).toEqual([]);
  });

  test('the link of a clause is copied', async () => {
    page = await reader.open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await visit('/documents/jfbz-2020-55/');
    await page.locator('#art_13__para_1__item_2').hover();
    await page.locator('a[href="#art_13__para_1__item_2"]').first().click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/\/documents\/jfbz-2020-55\/#art_13__para_1__item_2$/);
  });
});

test.each([
  '/',
  '/issues/',
  '/issues/2020-11/',
  '/documents/jfbz-2020-55/',
  '/documents/jfz-2022-134/',
  '/documents/jfbz-2020-54/',
  '/search/?q=%E7%83%AD%E7%BA%BF',
  '/quality/',
  '/quality/2022-10/',
  '/about/',
  '/browse/',
])('%s fits a phone of 360 px', async (path) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await visit(path);
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
});

test('an unknown address is answered with the portal’s own page', async () => {
  const response = await visit('/documents/nowhere-1/');
  expect(response?.status()).toBe(404);
  expect(await page.getByRole('link', { name: /首页|检索/ }).count()).toBeGreaterThan(0);
  reader.forgive('404');
});
