/** 引用定位 and the recognition of references in search, in a real browser over the built portal. */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { readSite } from './reader.ts';

const reader = readSite();
let page: Page;

beforeEach(async () => {
  page = await reader.open();
});

const visit = (path: string) => page.goto(reader.at(path));
const cite = (reference: string, go = true) =>
  visit(`/cite/?q=${encodeURIComponent(reference)}${go ? '' : '&go=0'}`);
const status = () => page.locator('[data-status]').innerText();
const targets = () =>
  page
    .locator('[data-targets] a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));

const reference = '景府办字〔2020〕55号第十三条第一款第（二）项';
const clause = '/documents/jfbz-2020-55/#art_13__para_1__item_2';

describe('a link to a reference', () => {
  test('leads to the clause, and back to where one came from', async () => {
    await visit('/about/');
    await page.evaluate(
      (address) => {
        location.href = address;
      },
      `/cite/?q=${encodeURIComponent(reference)}`,
    );
    await page.waitForURL(reader.at(clause));
    expect(await page.locator('#art_13__para_1__item_2').innerText()).toContain('投诉类');
    await page.goBack();
    await page.waitForURL(/\/about\/$/);
  });

  test.each([
    ['12345政务服务热线运行管理办法 第七条', '/documents/jfbz-2020-55/#art_7'],
    ['令1号第九条', '/documents/zfl-1-2022/#art_9'],
    ['2022年第7期', '/issues/2022-7/'],
  ])('%s leads on', async (input, address) => {
    await cite(input);
    await page.waitForURL(reader.at(address));
  });

  test('that could be several offers them', async () => {
    await cite('12345热线管理办法 第十三条');
    await expect
      .poll(targets)
      .toEqual(['/documents/jfbf-2022-7/#art_13', '/documents/jfbz-2020-55/#art_13']);
    expect(await status()).toBe('有2件文件的标题相符。请选择：');
    expect(page.url()).toContain('/cite/');
  });

  test('to a range says so before it leads on', async () => {
    await cite('令1号第七条至第九条');
    await expect.poll(targets).toEqual(['/documents/zfl-1-2022/#art_7']);
    expect(await status()).toContain('所引至第九条');
  });

  test('to what is not there says what is', async () => {
    await cite('景府办字〔2020〕55号第十三条第三款');
    await expect.poll(targets).toEqual(['/documents/jfbz-2020-55/#art_13']);
    expect(await status()).toContain('第十三条共2款，没有第三款。');
    await cite('景府办字〔2020〕56号');
    await expect.poll(async () => (await targets()).length).toBeGreaterThan(0);
    expect(await status()).toContain('站内没有景府办字〔2020〕56号。');
  });

  test('with markup in it shows it as text', async () => {
    await cite('<img src=x onerror=alert(1)>《<b>》');
    await expect.poll(status).not.toBe('');
    expect(await page.locator('.cite-page img').count()).toBe(0);
  });
});

describe('the page', () => {
  test('answers as one types, keeps it in the address, and does not lead on', async () => {
    await visit('/cite/');
    const box = page.getByLabel('输入任何写法的引用');
    await box.fill('景府办字2020-55 13条1款2项');
    await expect.poll(targets).toEqual([clause]);
    expect(await status()).toBe('已认出第十三条第一款第（二）项。');
    expect(await page.locator('.target .text').innerText()).toContain('投诉类');
    expect(new URL(page.url()).searchParams.get('go')).toBe('0');
    const link = page.locator('[data-more] a');
    expect(new URL((await link.getAttribute('href'))!).search).not.toContain('go=0');
    await page.reload();
    await expect.poll(targets).toEqual([clause]);
    await box.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(reader.at(clause));
    await page.goBack();
    await expect.poll(targets).toEqual([clause]);
  });

  test('waits for the end of a composition', async () => {
    await visit('/cite/');
    await page.locator('#cite-q').evaluate(async (input: HTMLInputElement) => {
      input.dispatchEvent(new CompositionEvent('compositionstart'));
      input.value = '令1hao';
      input.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 500));
    });
    expect(await status()).toBe('');
    await page.locator('#cite-q').evaluate((input: HTMLInputElement) => {
      input.value = '令1号';
      input.dispatchEvent(new CompositionEvent('compositionend'));
    });
    await expect.poll(targets).toEqual(['/documents/zfl-1-2022/']);
  });

  test('shows examples that lead somewhere', async () => {
    await visit('/cite/');
    const examples = page.locator('[data-example]');
    expect(await examples.count()).toBeGreaterThanOrEqual(8);
    for (const example of await examples.all()) {
      await example.click();
      const text = (await example.getAttribute('data-example'))!;
      // The link to pass on stands only where one place was found.
      await expect.poll(() => page.locator('[data-more]').innerText()).toContain(text);
    }
  });

  test('says what it needs without scripts', async () => {
    page = await reader.open({ javaScriptEnabled: false });
    await visit('/cite/');
    expect(await page.locator('noscript').innerText()).toContain('浏览');
  });

  test('says when its files cannot be had, and tries again', async () => {
    await page.route('**/search/documents.json', (route) => route.fulfill({ status: 503 }));
    await cite('令1号', false);
    await page.locator('[data-failure]:not([hidden])').waitFor();
    await page.unroute('**/search/documents.json');
    await page.getByRole('button', { name: '重试' }).click();
    await expect.poll(targets).toEqual(['/documents/zfl-1-2022/']);
    // The browser itself reports the answer 503.
    reader.forgive('503');
  });

  test.each([360, 1280])('fits %i px', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    for (const input of [reference, '12345热线管理办法 第十三条', '景府办字〔2020〕99号']) {
      await cite(input, false);
      await expect.poll(async () => (await targets()).length).toBeGreaterThan(0);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, input).toBeLessThanOrEqual(0);
    }
  });
});

describe('search', () => {
  const ask = (query: string) =>
    page.evaluate(async (text) => {
      const { recognised, issues, hits } = await window.gongbaoSearch(text);
      return {
        recognised: recognised.map(({ document, clause: named }) => [document.id, named?.id ?? '']),
        text: recognised[0]?.clause?.text ?? '',
        issues: issues.map(({ key }) => key),
        hits: hits.length,
      };
    }, query);

  test('names the clause first and finds the words as ever', async () => {
    await visit(`/search/?q=${encodeURIComponent('12345热线 第七条')}`);
    const first = page.locator('[data-recognised] li').first();
    await first.waitFor();
    expect(await first.locator('a').getAttribute('href')).toBe('/documents/jfbf-2022-7/#art_7');
    expect(await first.innerText()).toContain('市直有关单位');
    expect(await page.locator('.hit').count()).toBeGreaterThan(0);
    const { recognised, hits } = await ask('12345热线 第七条');
    expect(recognised.slice(0, 2)).toEqual([
      ['jfbf-2022-7', 'art_7'],
      ['jfbz-2020-55', 'art_7'],
    ]);
    expect(hits).toBeGreaterThan(0);
  });

  test('knows references, issues and plain words', async () => {
    await visit('/search/');
    const named = await ask(reference);
    expect(named.recognised[0]).toEqual(['jfbz-2020-55', 'art_13__para_1__item_2']);
    expect(named.text).toContain('投诉类');
    expect((await ask('2022年第7期')).issues).toEqual(['2022-7']);
    expect((await ask('热线')).issues).toEqual([]);
    expect((await ask('景府办字〔2020〕55号')).recognised[0]).toEqual(['jfbz-2020-55', '']);
    // No such article: the document alone.
    expect((await ask('景府办字〔2020〕55号第四十条')).recognised[0]).toEqual(['jfbz-2020-55', '']);
  });

  test('names the document where its clauses cannot be had', async () => {
    await page.route('**/*.clauses.json', (route) => route.abort());
    await visit('/search/');
    expect((await ask(reference)).recognised[0]).toEqual(['jfbz-2020-55', '']);
    reader.forgive('ERR_FAILED');
  });

  test('shows an issue that was named', async () => {
    await visit(`/search/?q=${encodeURIComponent('2022年第7期')}`);
    const link = page.locator('[data-recognised] a').first();
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe('/issues/2022-7/');
  });
});
