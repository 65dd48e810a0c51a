/** The search page in a real browser: keyboard, input methods, filters, history, CSV, recent searches, failures. */
import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readSite } from './reader.ts';

const reader = readSite();
let page: Page;
let requests: string[];

const open = (path: string) => page.goto(reader.at(path));

async function visit(path: string, options?: BrowserContextOptions): Promise<void> {
  page = await reader.open(options);
  requests = [];
  page.on('request', (request) => requests.push(decodeURIComponent(request.url())));
  await open(path);
}

const searching = (query: string) => `/search/?${new URLSearchParams({ q: query }).toString()}`;
const box = () => page.locator('main input[name="q"]');
const status = () => page.locator('[data-status]').innerText();
const options = () => page.locator('main [role="option"]');
const hits = () => page.locator('.hit');
const address = () => new URL(page.url());

test('what a search starts with is fetched at once with the page, and nothing twice', async () => {
  await visit(searching('热线'));
  await hits().first().waitFor();
  const [preloaded, starts] = await page.evaluate(() => {
    const links = document.querySelectorAll<HTMLLinkElement>('link[data-preload]');
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return [
      [...links].map(({ href }) => href),
      resources.map(({ name, initiatorType }) => ({ name, initiatorType })),
    ] as const;
  });
  expect(preloaded.length).toBeGreaterThan(4);
  const names = starts.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
  expect(names).toEqual(expect.arrayContaining([...preloaded]));
  // What a script asked for comes later: the index and the passages.
  const asked = starts.filter(({ initiatorType }) => initiatorType === 'fetch');
  expect(asked.filter(({ name }) => !/\/pagefind\/(?:index|fragment)\//.test(name))).toEqual([]);
});

test('a page that waits for a query has loaded what a search takes, and rehearsed one', async () => {
  await visit('/search/');
  const chunks = () => requests.filter((request) => request.includes('/pagefind/index/'));
  await expect.poll(() => chunks().length).toBe(1);
  expect(requests.some((request) => request.includes('/pagefind/fragment/'))).toBe(false);
  expect(await status()).toBe('');
  await box().fill('热线');
  await hits().first().waitFor();
});

describe('keyboard', () => {
  test('/ leads to the box of the header, of the page, or on a phone to the search page', async () => {
    await visit('/documents/jfbz-2020-55/');
    await page.keyboard.press('/');
    const header = page.locator('.site-header input[name="q"]');
    expect(await header.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type('a/b');
    expect(await header.inputValue()).toBe('a/b');
    await open('/');
    await page.keyboard.press('/');
    expect(await box().evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await box().inputValue()).toBe('');
    await page.setViewportSize({ width: 360, height: 740 });
    await open('/documents/jfbz-2020-55/');
    await page.keyboard.press('/');
    await page.waitForURL(/\/search\/$/);
  });

  test('arrows choose what was recognised, Enter goes there, Escape closes', async () => {
    await visit('/search/');
    await box().pressSequentially('景府办字〔2020〕55号第七条');
    await options().first().waitFor();
    expect(await box().getAttribute('aria-expanded')).toBe('true');
    expect(await box().getAttribute('aria-activedescendant')).toBeNull();
    await page.keyboard.press('ArrowDown');
    const active = await box().getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active!}`).getAttribute('aria-selected')).toBe('true');
    expect(await page.locator(`#${active!}`).innerText()).toContain('第七条');
    await page.keyboard.press('Escape');
    expect(await box().getAttribute('aria-expanded')).toBe('false');
    expect(await box().inputValue()).toBe('景府办字〔2020〕55号第七条');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/documents\/jfbz-2020-55\/#art_7/);
  });

  test('the list is gone when something else has the focus', async () => {
    await visit('/search/');
    await box().pressSequentially('12345热线');
    await options().first().waitFor();
    await page.keyboard.press('Tab');
    expect(await box().getAttribute('aria-expanded')).toBe('false');
  });

  test('the outcome is announced once typing rests', async () => {
    await visit('/search/');
    await box().pressSequentially('热线');
    await hits().first().waitFor();
    const live = page.locator('[data-live-status]');
    expect(await live.textContent()).toBe('');
    await expect.poll(() => live.textContent()).toMatch(/^\d+篇文件，\d+处。$/);
    expect(await live.getAttribute('role')).toBe('status');
  });
});

test('what an input method is composing is not searched for', async () => {
  await visit('/search/');
  await box().focus();
  const session = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    session.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  // A letter typed before must not be searched for while the next ones are composed.
  await page.keyboard.type('1');
  for (const text of ['r', 're', 're xian']) await compose(text);
  await page.waitForTimeout(600);
  expect(await box().inputValue()).toBe('1re xian');
  expect(address().search).toBe('');
  await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  await page.keyboard.press('Backspace');
  await compose('re xian');
  await session.send('Input.insertText', { text: '热线' });
  await hits().first().waitFor();
  expect(address().searchParams.get('q')).toBe('热线');
  expect(requests.some((request) => request.includes('re xian'))).toBe(false);
});

describe('filters and history', () => {
  test('filters, range and order stand in the address, and the way back undoes them one by one', async () => {
    await visit(searching('热线'));
    await hits().first().waitFor();
    const all = await hits().count();
    await page.locator('input[name="year"][value="2022"]').check();
    await expect.poll(() => hits().count()).toBeLessThan(all);
    const of2022 = await hits().count();
    expect(address().searchParams.getAll('year')).toEqual(['2022']);
    const dates = () =>
      page
        .locator('.hit time')
        .evaluateAll((times) => times.map((time) => (time as HTMLTimeElement).dateTime));
    for (const date of await dates()) expect(date).toMatch(/^2022/);
    await page.locator('[data-sort]').selectOption('oldest');
    await expect.poll(() => address().searchParams.get('sort')).toBe('oldest');
    await expect.poll(async () => (await dates()).join()).toBe((await dates()).toSorted().join());
    await page.locator('input[name="to"]').fill('2022-10-31');
    await expect.poll(() => address().searchParams.get('to')).toBe('2022-10-31');
    await expect.poll(() => hits().count()).toBeLessThan(of2022);
    expect(await hits().count()).toBeGreaterThan(0);
    for (const date of await dates()) expect(date <= '2022-10-31').toBe(true);
    const narrow = address().search;

    await page.goBack();
    await expect.poll(() => address().searchParams.get('to')).toBeNull();
    expect(await page.locator('input[name="to"]').inputValue()).toBe('');
    await page.goBack();
    await expect.poll(() => page.locator('[data-sort]').inputValue()).toBe('relevance');
    await page.goBack();
    await expect.poll(() => hits().count()).toBe(all);
    await page.goForward();
    await expect.poll(() => hits().count()).toBe(of2022);

    await open(`/search/${narrow}`);
    await hits().first().waitFor();
    expect(await page.locator('[data-chosen-list] button').allInnerTexts()).toEqual([
      '2022年 ×',
      '2022-10-31止 ×',
    ]);
    await page.getByRole('button', { name: '取消筛选：2022年' }).click();
    await expect.poll(() => address().searchParams.has('year')).toBe(false);
    expect(address().searchParams.get('to')).toBe('2022-10-31');
  });

  test('counts are those of the results', async () => {
    await visit(searching('管理'));
    await hits().first().waitFor();
    const boxes = page.locator('[data-facet-lists] label');
    await boxes.first().waitFor();
    // All is checked.
    await expect.poll(() => boxes.filter({ hasText: '约' }).count()).toBe(0);
    const labels = await boxes.evaluateAll((all) =>
      all.map((label) => ({
        name: label.querySelector('input')!.name,
        value: label.querySelector('input')!.value,
        count: Number(label.querySelector('.count')!.textContent),
      })),
    );
    expect(new Set(labels.map(({ name }) => name))).toEqual(
      new Set(['status', 'year', 'issuer', 'kind', 'section', 'issue', 'table']),
    );
    const totals = await page.evaluate(
      (list) =>
        Promise.all(
          list.map(async ({ name, value }) => {
            const filters = { [name]: [value] };
            const { total } = await window.gongbaoSearch('管理', { limit: Infinity, filters });
            return total;
          }),
        ),
      labels,
    );
    expect(totals).toEqual(labels.map(({ count }) => count));
  });

  test('documents with tables have tables, and the word of 时效 is that of their page', async () => {
    await visit(`${searching('管理')}&table=1`);
    await hits().first().waitFor();
    const found = await page.locator('.hit').evaluateAll((all) =>
      all.map((hit) => ({
        address: new URL(hit.querySelector('a')!.href).pathname,
        word: hit.querySelector('.status-word')?.textContent ?? null,
      })),
    );
    expect(found.length).toBeGreaterThan(1);
    for (const { address: path, word } of found) {
      await open(path);
      expect(await page.locator('.gazette :is(table, .flattened)').count()).toBeGreaterThan(0);
      const now = page.locator('.document-status [data-word]');
      if (word === null) expect(await now.count()).toBe(0);
      else expect((await now.innerText()).slice(0, 2)).toBe(word.slice(0, 2));
    }
  });

  test('a query that was sent is a step of the history, one that is being typed is not', async () => {
    await visit('/search/');
    await box().pressSequentially('投诉');
    await hits().first().waitFor();
    await page.keyboard.press('Enter');
    await box().fill('热');
    await expect.poll(() => address().searchParams.get('q')).toBe('热');
    await box().fill('热线');
    await expect.poll(() => address().searchParams.get('q')).toBe('热线');
    await page.goBack();
    expect(await box().inputValue()).toBe('投诉');
    expect(address().searchParams.get('q')).toBe('投诉');
    await page.goBack();
    expect(address().search).toBe('');
  });

  test('the way back from a document leads to the same place in the list', async () => {
    await visit(searching('管理'));
    await page.locator('[data-more]:not([hidden])').click();
    await expect.poll(() => hits().count()).toBeGreaterThan(10);
    // The first results are shown while the rest is being checked.
    await page.waitForLoadState('networkidle');
    const listed = await hits().count();
    const last = page.locator('.hit h3 a').last();
    await last.scrollIntoViewIfNeeded();
    const y = await page.evaluate(() => window.scrollY);
    expect(y).toBeGreaterThan(1000);
    await last.click();
    await page.waitForURL(/\/documents\//);
    await page.goBack();
    await hits().first().waitFor();
    await expect.poll(() => hits().count()).toBe(listed);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeCloseTo(y, -2);
  });

  test('filters that leave out everything are said and can be given up', async () => {
    await visit(`${searching('热线')}&kind=令&from=2022-01-01`);
    await page.locator('[data-excluded]:not([hidden])').waitFor();
    expect(await page.locator('[data-excluded]').innerText()).toMatch(
      /不加筛选，约?有\d+篇文件含有/,
    );
    expect(await status()).toBe('所选范围内没有条款含有这个词。');
    await page.getByRole('button', { name: '取消筛选：文种：令' }).click();
    await hits().first().waitFor();
    await page.getByRole('button', { name: '取消全部筛选' }).click();
    await expect.poll(() => address().search).toBe(new URL(reader.at(searching('热线'))).search);
  });

  test('a range the wrong way round is said', async () => {
    await visit(`${searching('热线')}&from=2022-01-01&to=2020-01-01`);
    await page.locator('[data-none]:not([hidden])').waitFor();
    expect(await page.locator('[data-none]').innerText()).toContain('起始日期晚于截止日期');
  });

  test('where a feed exists it is offered, and it is there', async () => {
    await visit(`${searching('热线')}&section=${encodeURIComponent('市政府办公室文件')}&table=1`);
    await page.locator('[data-feeds] a').first().waitFor();
    const feeds = await page
      .locator('[data-feeds] a')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    expect(feeds).toHaveLength(1);
    const response = await page.request.get(feeds[0]!);
    expect(response.status()).toBe(200);
    expect(await response.text()).toContain('<feed');
  });
});

test('the CSV holds every clause, also those not listed yet', async () => {
  await visit(searching('管理'));
  await hits().first().waitFor();
  expect(await page.locator('[data-more]').isVisible()).toBe(true);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-csv]').click(),
  ]);
  expect(download.suggestedFilename()).toBe('检索结果 管理.csv');
  const text = await readFile(await download.path(), 'utf8');
  expect(text.startsWith('\uFEFF"文件",')).toBe(true);
  const rows = text.trimEnd().split('\r\n').slice(1);
  const expected = await page.evaluate(async () => {
    const result = await window.gongbaoSearch('管理', { limit: Infinity });
    return result.hits.flatMap(({ document, clauses }) =>
      clauses.map(({ id }) => `${location.origin}/documents/${document.id}/${id && `#${id}`}`),
    );
  });
  expect(rows.map((row) => row.split(',').at(-1)!.slice(1, -1))).toEqual(expected);
  for (const row of rows) expect(row).toContain('管理');
  await expect
    .poll(() => page.locator('[data-csv-status]').innerText())
    .toContain(`${String(rows.length)}处`);
});

describe('recent searches', () => {
  const recent = () => page.locator('[data-recent] li').allInnerTexts();

  test('stay on the device, are offered, can be cleared and switched off', async () => {
    await visit(searching('热线'));
    await hits().first().waitFor();
    await open('/search/');
    // Only what was sent or followed is kept, not what an address asked for.
    expect(await recent()).toEqual([]);
    await box().fill('投诉');
    await page.keyboard.press('Enter');
    await hits().first().waitFor();
    await open('/');
    await box().click();
    await options().first().waitFor();
    expect(await options().allInnerTexts()).toEqual(['投诉']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\/\?q=/);
    await open('/search/');
    await page.locator('[data-recent] li').first().waitFor();
    expect(await recent()).toEqual(['投诉']);
    await page.getByRole('button', { name: '清除', exact: true }).click();
    expect(await recent()).toEqual([]);
    await page.getByRole('checkbox', { name: /记住最近检索/ }).uncheck();
    await box().fill('停车');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=/);
    await open('/search/');
    await page.locator('[data-recent]:not([hidden])').waitFor();
    expect(await recent()).toEqual([]);
  });

  test('where nothing can be stored, search works', async () => {
    await visit('/about/');
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await open('/search/');
    await box().fill('热线');
    await page.keyboard.press('Enter');
    await hits().first().waitFor();
  });
});

describe('what goes wrong is said', () => {
  /** The table of documents, without which no search begins. */
  const bootFiles = /\/search\/(?:documents\.json|table\.gz)$/;

  test('files out of reach', async () => {
    await visit('/about/');
    await page.route(bootFiles, (route) => route.abort());
    await open(searching('热线'));
    await page.locator('[data-failure]:not([hidden])').waitFor();
    expect(await page.locator('[data-failure]').innerText()).toContain('暂时取不到');
    expect(await status()).toBe('');
    reader.forgive('');
    await page.unroute(bootFiles);
    await page.getByRole('button', { name: '重试' }).click();
    await hits().first().waitFor();
  });

  test('no WebAssembly', async () => {
    await visit('/about/');
    await page.addInitScript('delete globalThis.WebAssembly');
    await open(searching('热线'));
    await page.locator('[data-failure]:not([hidden])').waitFor();
    expect(await page.locator('[data-failure]').innerText()).toContain('WebAssembly');
    reader.forgive('');
  });

  test('a slow network', async () => {
    await visit('/about/');
    const { promise: held, resolve: release } = Promise.withResolvers<undefined>();
    await page.route(bootFiles, async (route) => {
      await held;
      await route.continue();
    });
    await open(searching('热线'));
    await expect.poll(status, { timeout: 8000 }).toContain('正在读取检索所需的文件');
    release(undefined);
    await hits().first().waitFor();
  });

  test('a word that is not there: what was tried, and what can be done', async () => {
    await visit(searching('魑魅魍魉 -热线'));
    await page.locator('[data-none]:not([hidden])').waitFor();
    const words = await page.locator('[data-none]').innerText();
    expect(words).toContain('逐字查找“魑魅魍魉”，并排除含有“热线”的条款');
    expect(words).toContain('核对有无错别字');
  });
});

test.each([
  [searching('管理')],
  [`${searching('热线')}&kind=令&year=2020`],
  ['/search/'],
  ['/search/help/'],
  ['/offline/'],
  ['/documents/jfbz-2020-55/?q=%E7%83%AD%E7%BA%BF#art_13'],
])('%s fits a phone of 360 px', async (path) => {
  await visit(path, { viewport: { width: 360, height: 740 } });
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
