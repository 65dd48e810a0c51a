/** Search without network: after a visit, and with everything saved on the device. The server is really gone. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { serveDirectory, type Served } from '../../scripts/serve.ts';
import { launchChromium } from '../../scripts/chromium.ts';

let served: Served;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

beforeEach(async () => {
  served = await serveDirectory('dist', { port: 0 });
  context = await browser.newContext();
  page = await context.newPage();
});

afterEach(async () => {
  await context.close();
  await served.close().catch(() => undefined);
});

const visit = (path: string) => page.goto(new URL(path, served.url).href);
const query = (text: string) => `/search/?${new URLSearchParams({ q: text }).toString()}`;
const panel = () => page.locator('[data-offline]');
const ready = () =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) await new Promise((done) => setTimeout(done, 50));
  });

test('after one visit the search page opens and finds again what was found', async () => {
  await visit(query('延期办理以2次为限'));
  await page.locator('.hit').first().waitFor();
  await ready();
  // What was read before the worker was there is handed to it.
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const names = await caches.keys();
        const read = names.find((name) => name.startsWith('gongbao-read-'));
        return read === undefined ? 0 : (await (await caches.open(read)).keys()).length;
      }),
    )
    .toBeGreaterThan(1);
  await served.close();
  await visit(query('延期办理以2次为限'));
  await page.locator('.clauses mark', { hasText: '延期办理以2次为限' }).first().waitFor();
  // A page that is not kept says so; the address stays.
  await visit('/documents/jfbz-2020-55/');
  expect(await page.locator('h1').innerText()).toBe('没有网络');
  expect(new URL(page.url()).pathname).toBe('/documents/jfbz-2020-55/');
  await page.getByRole('link', { name: '检索', exact: true }).first().click();
  await page.waitForURL(/\/search\/$/);
  expect(await page.locator('h1').innerText()).toBe('检索');
});

test('saved on the device, everything is found and read; deleted, it is gone', async () => {
  await visit('/search/');
  await panel().locator('summary').click();
  const plan = JSON.parse(readFileSync('dist/search/offline.json', 'utf8')) as {
    bytes: number;
    documents: number;
  };
  const size = (plan.bytes / 1024 / 1024).toFixed(1);
  await expect
    .poll(() => panel().innerText())
    .toContain(`${String(plan.documents)}篇文件，占用约${size} MB`);
  await panel().getByRole('button', { name: '存到本机' }).click();
  await expect.poll(() => panel().innerText(), { timeout: 30_000 }).toContain('已存在本机');
  await ready();
  await served.close();

  await visit(query('企业'));
  await page.locator('.hit').first().waitFor();
  const all = await page.evaluate(async () => {
    const { total, exact } = await window.gongbaoSearch('的', { limit: Infinity });
    return { total, exact };
  });
  expect(all.exact).toBe(true);
  expect(all.total).toBeGreaterThan(40);
  await page.locator('.clauses a').first().click();
  await page.waitForURL(/\/documents\//);
  await page.locator('.search-steps').waitFor();
  expect(await page.locator('.gazette').first().isVisible()).toBe(true);

  await visit('/search/');
  await panel().locator('summary').click();
  await expect.poll(() => panel().innerText()).toContain('现在没有网络');
  await panel().getByRole('button', { name: '删除本机副本' }).click();
  await expect.poll(() => panel().innerText()).toContain('现在没有网络，不能保存');
  await visit('/documents/jfbz-2020-55/');
  expect(await page.locator('h1').innerText()).toBe('没有网络');
});

test('with network, pages are those of the server', async () => {
  await visit('/search/');
  await ready();
  await visit('/search/help/');
  expect(
    await page.evaluate(async () => {
      const fresh = await (await fetch(location.href)).text();
      const cache = await caches.open((await caches.keys()).find((name) => /shell/.test(name))!);
      await cache.put('/search/help/', new Response('<h1>stale</h1>'));
      const again = await (await fetch(location.href)).text();
      return fresh === again && !again.includes('stale');
    }),
  ).toBe(true);
});
