/** Arrival from the results: what was searched for is marked in the document, and one steps through it. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readSite } from './reader.ts';

const reader = readSite();
let page: Page;

async function visit(path: string, { withoutHighlights = false } = {}) {
  page = await reader.open();
  if (withoutHighlights) await page.addInitScript('delete globalThis.Highlight');
  await page.goto(reader.at(path));
}

const asked = (query: string) => new URLSearchParams({ q: query }).toString();
const bar = () => page.locator('.search-steps');
const count = () => bar().locator('[role="status"] > span').first().innerText();

/** Texts marked on the page, those of one place in one string. */
const marked = (name = 'search-hit') =>
  page.evaluate(
    (key) => [...(CSS.highlights.get(key) ?? [])].map((range) => (range as Range).toString()),
    name,
  );

/** Marks of a query in a document, as the search counts them. */
const counted = (query: string, id: string) =>
  page.evaluate(
    async ([text, document]) => {
      const { hits } = await window.gongbaoSearch(text!, { limit: Infinity });
      const hit = hits.find((one) => one.document.id === document);
      return hit!.clauses.reduce((sum, { marks }) => sum + marks.length, 0);
    },
    [query, id],
  );

test('from the results to the clause, through its document, and back', async () => {
  await visit(`/search/?${asked('热线')}&year=2020`);
  await page.locator('.clauses a', { hasText: '第一条' }).first().click();
  await page.waitForURL(/\/documents\/jfbz-2020-55\/\?q=%E7%83%AD%E7%BA%BF#art_1/);
  await bar().waitFor();
  const [, first, total] = /^第(\d+)处，共(\d+)处$/.exec(await count())!.map(Number);
  const texts = await marked();
  expect(texts).toHaveLength(total!);
  expect(new Set(texts)).toEqual(new Set(['热线']));
  const inClause = () =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get('search-current')!;
      const { top, bottom } = (range as Range).getBoundingClientRect();
      return {
        inside: document.querySelector('#art_1')!.contains((range as Range).startContainer),
        seen: top >= 0 && bottom <= innerHeight,
      };
    });
  expect(await inClause()).toEqual({ inside: true, seen: true });

  await page.keyboard.press('n');
  expect(await count()).toBe(`第${String(first! + 1)}处，共${String(total)}处`);
  await bar().getByRole('button', { name: '上一处' }).click();
  await page.keyboard.press('p');
  expect(await count()).toBe(`第${String(first! - 1)}处，共${String(total)}处`);
  expect((await inClause()).seen).toBe(true);
  for (let at = first! - 1; at > 0; at--) await page.keyboard.press('p');
  expect(await count()).toBe(`第${String(total)}处，共${String(total)}处`);
  expect((await inClause()).seen).toBe(true);

  await bar().getByRole('link', { name: '返回结果' }).click();
  await page.waitForURL(/\/search\/\?q=.*year=2020/);
  await page.locator('.hit').first().waitFor();
});

test.each([
  ['热线', 'jfbz-2020-55'],
  ['承办单位 热线', 'jfbz-2020-55'],
  ['1个工作日', 'jfbz-2020-55'],
  ['景府办字[2020]55号', 'jfbz-2020-55'],
  ['热线 -咨询', 'jfbz-2020-55'],
  ['企业', 'jfz-2022-134'],
])('the page marks %s in %s as often as the search counts it', async (query, id) => {
  await visit('/search/');
  const expected = await counted(query, id);
  await page.goto(reader.at(`/documents/${id}/?${asked(query)}`));
  await bar().waitFor();
  // Several words: the results list the clauses that hold all of them, the page marks each of them everywhere.
  const [, total] = /共(\d+)处/.exec(await count())!.map(Number);
  if (query.includes(' ') && !query.includes('-')) expect(total).toBeGreaterThanOrEqual(expected);
  else expect(total).toBe(expected);
});

test.each([false, true])(
  'a phrase that runs into a link is marked whole (without highlights: %s)',
  async (withoutHighlights) => {
    await visit('/documents/jfbf-2022-7/', { withoutHighlights });
    const phrase = await page.evaluate(() => {
      for (const link of document.querySelectorAll('.gazette p > a.citation')) {
        const before = link.previousSibling;
        const head = before instanceof Text ? before.data.trimEnd().slice(-3) : '';
        if (/^\p{Script=Han}{3}$/u.test(head)) return head + link.textContent.slice(0, 3);
      }
      throw new Error('No link stands behind three characters');
    });
    const text = () => page.locator('.document-text > .gazette').evaluate((node) => node.innerHTML);
    const before = await text();
    await page.goto(`${page.url()}?${asked(phrase)}&h=0123`);
    await bar().waitFor();
    await page.keyboard.press('n');
    if (withoutHighlights) {
      const marks = page.locator('mark.search-hit.current');
      expect((await marks.allTextContents()).join('')).toBe(phrase);
      expect(await marks.count()).toBe(2);
      expect(await page.locator('a.citation mark').count()).toBeGreaterThan(0);
    } else {
      expect((await marked('search-current')).join('')).toBe(phrase);
      expect(await text()).toBe(before);
    }
    await bar().getByRole('button', { name: '去掉标记' }).click();
    expect(await bar().count()).toBe(0);
    expect(await text()).toBe(before);
    expect(new URL(page.url()).search).toBe('?h=0123');
    await page.keyboard.press('n');
    expect(await page.locator('mark.search-hit').count()).toBe(0);
  },
);

test('a word that the page does not show is said', async () => {
  await visit(`/documents/jfbz-2020-55/?${asked('魑魅魍魉')}`);
  await bar().waitFor();
  expect(await count()).toContain('不在本页显示的文字里');
  expect(await bar().getByRole('button', { name: '下一处' }).count()).toBe(0);
});

test('without a query there is no bar, and nothing of it is loaded', async () => {
  await visit('/documents/jfbz-2020-55/#art_13');
  await page.waitForLoadState('networkidle');
  expect(await bar().count()).toBe(0);
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  expect(
    loaded.filter((name) => /arrival\.[^/]*\.js$/.test(name) && !/astro_astro/.test(name)),
  ).toEqual([]);
});
