/** Corrections on the pages of a portal over fixtures. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveDirectory, type Served } from '../../scripts/serve.ts';
import type { ClauseFile } from '../../src/site/clause-file.ts';
import type { ClauseHistory } from '../../src/site/clause-history.ts';
import { sealOf } from '../../src/anchors/seals.ts';
import { launchChromium } from '../../scripts/chromium.ts';
import { buildFixtureSite, type FixtureSite } from './fixture-site.ts';

const text = readFileSync('tests/gazette/fixtures/wrapped-lines/input.txt', 'utf8');
const lineOf = (words: string) => text.slice(0, text.indexOf(words)).split('\n').length;
const basis = { reason: '同一办法第十二条作“全天”。', by: '编者', date: '2026-01-31' };

let site: FixtureSite;
let served: Served;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  site = buildFixtureSite({
    '2022-u1': {
      text,
      manifest: {
        facts: [{ field: 'number', value: 10, reason: '文件日期都在十月', by: '编者' }],
        corrections: [
          { line: lineOf('7×24'), from: '7×24 小时', to: '全天24小时', ...basis },
          { line: lineOf('机构职责'), from: '机构', to: '单位', ...basis },
          {
            document: 'jfbf-2022-7',
            field: 'date',
            from: '2022-10-28',
            to: '2022-10-29',
            ...basis,
          },
        ],
      },
    },
  });
  served = await serveDirectory(site.dist, { port: 0 });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await served.close();
  site.remove();
});

async function visit(path: string, options: Parameters<Browser['newContext']>[0] = {}) {
  page = await (await browser.newContext(options)).newPage();
  await page.goto(new URL(path, served.url).href);
}

test('the corrected words stand in the text, the printed ones beside them, the reason one link away', async () => {
  await visit('/documents/jfbf-2022-7/', { javaScriptEnabled: false });
  const clause = page.locator('#art_2__para_1');
  expect(await clause.innerText()).toMatch(/“全天24小时\s*原文“7×24 小时”\s*”全天候/);
  expect(await clause.locator('ins').innerText()).toBe('全天24小时');
  const mark = clause.getByRole('link', { name: '原文“7×24 小时”' });
  await mark.click();
  const entry = page.locator(':target');
  expect(await entry.innerText()).toBe(
    '第二条：原文“7×24 小时”，更正为“全天24小时”。依据：同一办法第十二条作“全天”（编者，2026年1月31日）',
  );
  await entry.getByRole('link', { name: '第二条' }).click();
  await page.waitForURL(/#art_2__para_1$/);
});

test('so do corrected titles and fields', async () => {
  await visit('/documents/jfbf-2022-7/');
  expect(await page.locator('#chp_2').innerText()).toMatch(/^第二章\s*单位职责\s*原文“机构”/);
  const date = page.locator('.fields dl > div', { hasText: '成文日期' });
  expect(await date.innerText()).toMatch(/2022-10-29\s*原文“2022-10-28”/);
});

test('print keeps the printed words and the list', async () => {
  await visit('/documents/jfbf-2022-7/');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#art_2__para_1 .correction').isVisible()).toBe(true);
  expect(await page.locator('.corrections li').first().isVisible()).toBe(true);
});

test('看原文 shows the printed words and the correction', async () => {
  await visit('/documents/jfbf-2022-7/');
  await page.locator('#art_2 p').hover();
  await page.locator('#art_2 a.raw').click();
  const row = page.locator('.raw-clause li', { hasText: '7×24' });
  await row.waitFor();
  expect(await row.locator('p').innerText()).toContain('“7×24 小时”全天候');
  expect(await row.innerText()).toContain('更正：原文“7×24 小时”，更正为“全天24小时”');
});

test.each(['全天24小时', '7×24小时'])('search finds the clause by %s', async (words) => {
  await visit(`/search/?q=${encodeURIComponent(words)}`);
  const hit = page.locator('.clauses a').first();
  await hit.waitFor();
  expect(await hit.getAttribute('href')).toBe(
    `/documents/jfbf-2022-7/?${new URLSearchParams({ q: words }).toString()}#art_2__para_1`,
  );
});

test('the issue shows the editor’s inference as one, the quality page the corrections', async () => {
  await visit('/issues/2022-u1/');
  expect(await page.locator('main').innerText()).toContain(
    '编者推断：可能是第10期。依据：文件日期都在十月（编者）',
  );
  expect(await page.locator('h1').innerText()).toContain('期号未载明');
  await visit('/quality/2022-u1/');
  expect(await page.locator('main').innerText()).toContain('原文“机构”，更正为“单位”');
});

const readFile = async <File>(name: string) =>
  (await (await fetch(new URL(`/documents/jfbf-2022-7.${name}.json`, served.url))).json()) as File;

test('a link sealed before the correction shows both texts and why', async () => {
  const { clauses } = await readFile<ClauseFile>('clauses');
  const shown = clauses.find(({ id }) => id === 'art_2__para_1')!;
  expect(shown.text).toContain('“全天24小时”');
  const seal = sealOf(shown.text.replace('全天24小时', '7×24 小时'));
  expect(seal).not.toBe(shown.seal);
  await visit(`/documents/jfbf-2022-7/?h=${seal}#art_2__para_1`);
  const note = page.locator('.arrival');
  await note.waitFor();
  const said = await note.innerText();
  expect(said).toContain('引用之后文字有改动');
  expect(said).toContain('缘由：同一办法第十二条作“全天”（编者，2026年1月31日）。');
  const changes = note.locator('.changes > div');
  expect(await changes.locator('del').allInnerTexts()).toEqual(['7×']);
  expect(await changes.locator('ins').allInnerTexts()).toEqual(['全天']);
  const text = await changes.innerText();
  expect(text.replace('全天', '').replace(/\s/g, '')).toBe(
    shown.text.replace('全天24小时', '7×24小时').replace(/\s/g, ''),
  );
  expect(await page.locator('.arrival.calm').count()).toBe(0);
});

test('one sealed after it agrees, one of the whole document shows the lines that changed', async () => {
  const { clauses } = await readFile<ClauseFile>('clauses');
  const { seal } = clauses.find(({ id }) => id === 'art_2')!;
  await visit(`/documents/jfbf-2022-7/?h=${seal}#art_2`);
  await page.locator('.arrival.calm').waitFor();
  const history = await readFile<ClauseHistory>('history');
  await visit(`/documents/jfbf-2022-7/?h=${history['']![0]!.seal}`);
  const changes = page.locator('.document-header + .arrival .changes');
  await changes.waitFor();
  expect(await changes.locator('div p del').allInnerTexts()).toEqual(['7×']);
  expect(
    (await changes.locator('div p').allInnerTexts()).filter((line) => line === '……'),
  ).toHaveLength(2);
});
