/** 看原文 in a real browser, with and without scripts, with the keyboard and on a phone. */
import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readSite } from './reader.ts';

const reader = readSite();
let page: Page;

async function visit(path: string, options?: BrowserContextOptions): Promise<void> {
  page = await reader.visit(path, options);
}

const raw = readFileSync('content/jingdezhen/issues/2022-u1/gazette.txt', 'utf8').split('\n');
const document = '/documents/jfbf-2022-7/';
/** 第十三条, whose one paragraph was printed over several lines. */
const link = () => page.locator('#art_13 a.raw');

test('the printed lines of a clause open in place, with what joined them', async () => {
  await visit(document);
  await page.locator('#art_13 p').hover();
  await link().click();
  const dialog = page.getByRole('dialog', { name: '原文：第十三条' });
  await dialog.waitFor();
  const line = raw.findIndex((text) => text.startsWith('第十三条')) + 1;
  const rows = dialog.locator('.raw-clause li');
  expect(await rows.first().locator('p').textContent()).toBe(raw[line - 1]);
  expect(await rows.first().locator('a').getAttribute('href')).toBe(
    `/issues/2022-u1/raw/#L${String(line)}`,
  );
  expect(await rows.first().locator('.note').innerText()).toBe('另起（有序号）');
  expect(await rows.nth(1).locator('.note').innerText()).toMatch(/^接上一行/);
  const shown = (await rows.locator('p').allTextContents()).join('').replace(/\s/g, '');
  const clause = (await page.locator('#art_13').innerText()).replace(/\s/g, '');
  expect(shown).toBe(clause);
});

test('with the keyboard: opened, closed, and back where one was', async () => {
  await visit(document);
  await link().focus();
  expect(await link().evaluate((node) => getComputedStyle(node).opacity)).toBe('1');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await dialog.evaluate((node) => node.contains(globalThis.document.activeElement))).toBe(
    true,
  );
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await link().evaluate((node) => node === globalThis.document.activeElement)).toBe(true);
});

test('without scripts the link leads to the line of the raw text', async () => {
  await visit(document, { javaScriptEnabled: false });
  await page.locator('#art_13 p').hover();
  await link().click();
  await page.waitForURL(/\/issues\/2022-u1\/raw\/#L\d+$/);
  const target = page.locator(':target');
  expect(await target.innerText()).toMatch(/^第十三条/);
});

test('where the file is not to be had the link leads to the raw text', async () => {
  await visit(document);
  await page.route('**/*.raw.json', (route) => route.abort());
  await page.locator('#art_13 p').hover();
  await link().click();
  await page.waitForURL(/\/issues\/2022-u1\/raw\/#L\d+$/);
  reader.forgive('ERR_FAILED');
});

test('on a phone the clause’s link offers its lines, and they fit', async () => {
  await visit(document, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  expect(await link().isVisible()).toBe(false);
  await page.locator('#art_13 a.permalink').tap();
  await page.getByRole('button', { name: '看原文' }).tap();
  const dialog = page.getByRole('dialog', { name: '原文：第十三条' });
  await dialog.waitFor();
  const box = await dialog.boundingBox();
  expect(box!.x).toBeGreaterThanOrEqual(0);
  expect(box!.x + box!.width).toBeLessThanOrEqual(360);
  await dialog.getByRole('button', { name: '关闭' }).tap();
  await dialog.waitFor({ state: 'hidden' });
});

test('a mark of doubt leads to its lines', async () => {
  await visit('/documents/jwlz-2020-137/');
  const mark = page.locator('#art_16 a.doubt');
  expect(await mark.getAttribute('href')).toMatch(/^\/issues\/2020-11\/raw\/#L\d+$/);
  await mark.click();
  const dialog = page.getByRole('dialog', { name: '原文：第十六条' });
  await dialog.waitFor();
  expect(await dialog.locator('.note.uncertain').allInnerTexts()).toEqual([
    expect.stringContaining('按文意接回'),
    expect.stringContaining('两栏次序颠倒'),
  ]);
});
