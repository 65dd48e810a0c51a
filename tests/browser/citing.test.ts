/** Citing in a real browser: the copy panel, short addresses, aliases, sealed links of unchanged text. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { ClauseFile } from '../../src/site/clause-file.ts';
import { readSite } from './reader.ts';

const reader = readSite();
let page: Page;

const path = '/documents/jfbz-2020-55/';
const clause = 'art_13__para_1__item_2';
const cited =
  '《景德镇市12345政务服务热线运行管理办法（试行）》（景府办字〔2020〕55号）第十三条第一款第（二）项';
/** As printed in the raw text. */
const words = '（二）投诉类。承办单位接收交办单后在1个工作日内与诉求人沟通，并在5个工作日内办结；';
const phone = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true };

async function visit(address: string, options: BrowserContextOptions = {}): Promise<void> {
  page = await reader.visit(address, {
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
}

const { at } = reader;
const panel = () => page.locator('dialog.cite-panel');
const permalink = (id = clause) => page.locator(`a.permalink[href="#${id}"]`);
const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
const button = (name: string) => panel().getByRole('button', { name, exact: true });
const readClauses = async (address = path) => {
  const response = await fetch(at(`${address.replace(/\/$/, '')}.clauses.json`));
  return (await response.json()) as ClauseFile;
};

describe('the copy panel', () => {
  test('opens with the link copied, and copies each form and shows it', async () => {
    const { clauses } = await readClauses();
    const { seal } = clauses.find(({ id }) => id === clause)!;
    await visit(path);
    await page.locator(`#${clause}`).hover();
    await permalink().click();
    await panel().waitFor();
    expect(await panel().getAttribute('aria-labelledby')).toBe('cite-panel-title');
    expect(await panel().locator('h2').innerText()).toBe('引用：第十三条第一款第（二）项');
    await expect.poll(() => panel().getByRole('status').innerText()).toBe('链接已复制');
    expect(await clipboard()).toBe(at(`${path}#${clause}`));
    for (const [name, expected] of [
      ['短链接', at(`/d/jfbz-2020-55#${clause}`)],
      ['封存链接', at(`${path}?h=${seal}#${clause}`)],
      ['公文式', cited],
      [
        '学术式',
        '景德镇市人民政府办公室：《景德镇市12345政务服务热线运行管理办法（试行）》，景府办字〔2020〕55号，2020年11月20日，第十三条第一款第（二）项，载《景德镇市人民政府公报》2020年第11期（总第23期）第20页起。',
      ],
      ['Markdown', `> ${words}\n>\n> ——[${cited}](${at(`${path}#${clause}`)})`],
      ['引文', `“${words}”——${cited}`],
      ['链接', at(`${path}#${clause}`)],
    ] as const) {
      await button(name).click();
      await expect.poll(() => panel().getByRole('status').innerText()).toBe(`${name}已复制`);
      expect(await clipboard()).toBe(expected);
      expect(await panel().locator('.preview').textContent()).toBe(expected);
    }
  });

  test('adds where and when it was read to 学术式, if wanted', async () => {
    await visit(path);
    await permalink().focus();
    await page.keyboard.press('Enter');
    await panel().getByRole('checkbox').check();
    await button('学术式').click();
    await expect
      .poll(clipboard)
      .toMatch(
        /第20页起，http:\/\/localhost:\d+\/documents\/jfbz-2020-55\/#art_13__para_1__item_2，\d{4}年\d+月\d+日访问。$/,
      );
  });

  test('an article is quoted with all below it', async () => {
    await visit(path);
    await permalink('art_13').focus();
    await page.keyboard.press('Enter');
    await button('引文').click();
    await expect.poll(clipboard).toContain(words);
    expect(await clipboard()).toMatch(/^“第十三条　热线实行事项限时办结制/);
    expect(await clipboard()).toMatch(/按最短的时限办理。”——.*第十三条$/);
  });

  test('is used with the keyboard: opened, tabbed through, closed, and back where one was', async () => {
    await visit(path);
    await permalink().focus();
    await page.keyboard.press('Enter');
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
    await expect.poll(focused).toBe('链接');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('短链接');
    expect(await panel().locator('.preview').textContent()).toBe(at(`/d/jfbz-2020-55#${clause}`));
    expect(await clipboard()).toBe(at(`${path}#${clause}`));
    await page.keyboard.press('Enter');
    await expect.poll(clipboard).toBe(at(`/d/jfbz-2020-55#${clause}`));
    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'hidden' });
    expect(await permalink().evaluate((node) => node === document.activeElement)).toBe(true);
    expect(page.url()).toBe(at(`${path}#${clause}`));
  });

  test('reads the texts once', async () => {
    let requests = 0;
    await visit(path);
    page.on('request', (request) => {
      if (request.url().endsWith('.clauses.json')) requests++;
    });
    for (const id of [clause, 'art_14', 'art_13']) {
      await permalink(id).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => button('引文').isEnabled()).toBe(true);
      await page.keyboard.press('Escape');
    }
    expect(requests).toBe(1);
  });

  test('without the texts it says so, and the rest works', async () => {
    await visit(path);
    await page.route('**/*.clauses.json', (route) => route.abort());
    await permalink().focus();
    await page.keyboard.press('Enter');
    await panel().locator('.failure').waitFor();
    for (const name of ['封存链接', 'Markdown', '引文'])
      expect(await button(name).isDisabled()).toBe(true);
    await button('公文式').click();
    await expect.poll(clipboard).toBe(cited);
    reader.forgive('ERR_FAILED');
  });

  test('where the clipboard is closed it says so and shows the words', async () => {
    await visit(path, { permissions: [] });
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
    });
    await permalink().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => panel().getByRole('status').innerText()).toContain('不允许写入剪贴板');
    expect(await panel().locator('.preview').textContent()).toBe(at(`${path}#${clause}`));
  });

  test('on a phone the mark is seen, large enough for a finger, and the panel as wide as the screen', async () => {
    await visit(path, phone);
    const mark = permalink();
    await mark.scrollIntoViewIfNeeded();
    expect(Number(await mark.evaluate((node) => getComputedStyle(node).opacity))).toBeGreaterThan(
      0.5,
    );
    const area = await mark.evaluate((node) => {
      const { inlineSize, blockSize } = getComputedStyle(node, '::after');
      return [parseFloat(inlineSize), parseFloat(blockSize)];
    });
    expect(Math.min(...area)).toBeGreaterThanOrEqual(40);
    const box = (await mark.boundingBox())!;
    await page.touchscreen.tap(box.x + box.width / 2 + 16, box.y + box.height / 2 - 16);
    await panel().waitFor();
    const shown = (await panel().boundingBox())!;
    expect([shown.x, shown.width]).toEqual([0, 390]);
    expect(shown.y + shown.height).toBeLessThanOrEqual(781);
    for (const one of await panel().locator('button:visible').all())
      expect((await one.boundingBox())!.height).toBeGreaterThanOrEqual(40);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await panel().getByRole('button', { name: '关闭' }).tap();
    await panel().waitFor({ state: 'hidden' });
  });

  test('offers the raw lines', async () => {
    await visit(path);
    await permalink().focus();
    await page.keyboard.press('Enter');
    await button('看原文').click();
    await page.getByRole('dialog', { name: '原文：第十三条第一款第（二）项' }).waitFor();
    expect(await panel().isVisible()).toBe(false);
  });

  test('copies the whole document, BibTeX and CSL-JSON too', async () => {
    const { document: facts } = await readClauses();
    await visit(path);
    await page.getByRole('button', { name: '复制引用或链接' }).click();
    await expect.poll(clipboard).toBe(at(path));
    expect(await button('引文').isVisible()).toBe(false);
    await button('封存链接').click();
    await expect.poll(clipboard).toBe(at(`${path}?h=${facts.seal}`));
    await button('CSL-JSON').click();
    await expect.poll(clipboard).toContain('"container-title": "景德镇市人民政府公报"');
    await button('BibTeX').click();
    await expect.poll(clipboard).toMatch(/^@techreport\{jfbz-2020-55,/);
  });
});

test('without scripts the document’s citations can be read', async () => {
  await visit(path, { javaScriptEnabled: false, permissions: [] });
  const section = page.getByRole('region', { name: '引用本文' });
  expect(await section.innerText()).toContain(
    '《景德镇市人民政府办公室关于印发景德镇市12345政务服务热线运行管理办法（试行）的通知》（景府办字〔2020〕55号）',
  );
  expect(await section.getByRole('button').count()).toBe(0);
  expect(await panel().isVisible()).toBe(false);
});

test('Zotero’s tags and the files for reference managers', async () => {
  await visit(path);
  const meta = (name: string) => page.locator(`meta[name="${name}"]`).getAttribute('content');
  expect(await meta('citation_technical_report_number')).toBe('景府办字〔2020〕55号');
  expect(await meta('DC.source')).toBe('《景德镇市人民政府公报》2020年第11期（总第23期）');
  const csl = (await (await fetch(at('/documents/jfbz-2020-55.csl.json'))).json()) as {
    id: string;
  }[];
  expect(csl.map(({ id }) => id)).toEqual(['jfbz-2020-55']);
  expect(await (await fetch(at('/documents/jfbz-2020-55.bib'))).text()).toContain('@techreport');
});

describe('a short address', () => {
  test('leads to the clause, the seal kept, and leaves no step behind', async () => {
    const { clauses } = await readClauses();
    const { seal } = clauses.find(({ id }) => id === 'art_13')!;
    await visit('/');
    await page.goto(at(`/d/jfbz-2020-55?h=${seal}#art_13`));
    await page.waitForURL(at(`${path}?h=${seal}#art_13`));
    expect(await page.locator(':target').getAttribute('id')).toBe('art_13');
    await page.goBack();
    expect(page.url()).toBe(at('/'));
  });

  test('leads to the document without scripts', async () => {
    await visit('/d/jfbz-2020-55/', { javaScriptEnabled: false, permissions: [] });
    await page.waitForURL(at(path));
  });

  test('is not listed, but names the address that is', async () => {
    const text = await (await fetch(at('/d/jfbz-2020-55/'))).text();
    expect(text).toContain('<meta name="robots" content="noindex">');
    expect(text).toMatch(/<link rel="canonical" href="[^"]*\/documents\/jfbz-2020-55\/">/);
    expect(text).toContain('<a href="/documents/jfbz-2020-55/"');
  });
});

describe('a fragment', () => {
  test.each([
    ['art_6__item_1', 'art_6__para_1__item_1', '/documents/jaz-2020-15/'],
    [encodeURIComponent('第十三条第一款第（二）项'), clause, path],
    [encodeURIComponent('第13条'), 'art_13', path],
  ])('%s leads to #%s', async (fragment, id, document) => {
    await visit(`${document}#${fragment}`);
    await page.waitForURL(at(`${document}#${id}`));
    const target = page.locator(':target');
    expect(await target.getAttribute('id')).toBe(id);
    const top = await target.evaluate((node) => node.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(720);
    expect(await page.locator('.arrival').count()).toBe(0);
  });

  test('of which only the article is there leads to it and says what is missing', async () => {
    await visit(`${path}#art_13__para_9`);
    await page.waitForURL(at(`${path}#art_13`));
    const note = page.locator('.arrival');
    expect(await note.innerText()).toMatch(/第十三条共2款，没有第九款。$/);
    expect(await note.getAttribute('role')).toBe('status');
    expect(await note.evaluate((node) => node.getBoundingClientRect().top)).toBeGreaterThanOrEqual(
      0,
    );
  });

  test.each([
    ['art_99', '本文共39条（第一条至第三十九条），没有第九十九条。'],
    ['nonsense', '链接所指的位置“nonsense”不在本文中，请看目录或全文。'],
  ])('%s is not there, which is said at the top', async (fragment, expected) => {
    await visit(`${path}#${fragment}`);
    const note = page.locator('.document-header + .arrival');
    expect(await note.innerText()).toContain(expected);
    expect(await note.evaluate((node) => node.getBoundingClientRect().bottom)).toBeLessThan(720);
  });

  test('typed later is read, too, and a known one says nothing', async () => {
    await visit(`${path}#art_99`);
    await page.locator('.arrival').waitFor();
    await page.evaluate(() => (location.hash = '第十四条'));
    await page.waitForURL(at(`${path}#art_14`));
    await page.locator('.arrival').waitFor({ state: 'detached' });
    await page.evaluate(() => (location.hash = 'cite-document'));
    expect(await page.locator('.arrival').count()).toBe(0);
  });
});

describe('a sealed link', () => {
  const sealed = async (id: string) => {
    const { document: facts, clauses } = await readClauses();
    return id === '' ? facts.seal : clauses.find((one) => one.id === id)!.seal;
  };

  test.each(['art_13', clause, 'chp_1', 'n__p_1', ''])('of #%s: unchanged', async (id) => {
    await visit(`${path}?h=${await sealed(id)}${id === '' ? '' : `#${id}`}`);
    const note = page.locator('.arrival.calm');
    await note.waitFor();
    expect(await note.innerText()).toMatch(/与引用时一致$/);
    const top = await note.evaluate((node) => node.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(720);
  });

  test('of a row of a table: unchanged', async () => {
    const document = '/documents/jfbz-2022-33/';
    const { clauses } = await readClauses(document);
    const { id, seal } = clauses.find(({ id: one }) => /^att_1__tbl_1__r_\d+$/.test(one))!;
    await visit(`${document}?h=${seal}#${id}`);
    await page.locator('.arrival.calm').waitFor();
  });

  test('whose seal fits no text says so', async () => {
    await visit(`${path}?h=0123456789#art_13`);
    const note = page.locator('.arrival');
    await note.waitFor();
    expect(await note.innerText()).toContain('既不是现在的文字，也不是本站记录的任何以往文字');
    expect(await page.locator('.arrival.calm').count()).toBe(0);
  });

  test('says nothing of the clauses visited after it, and is copied without its seal', async () => {
    await visit(`${path}?h=${await sealed('art_13')}#art_13`);
    await page.locator('.arrival.calm').waitFor();
    await permalink('art_14').focus();
    await page.keyboard.press('Enter');
    await expect.poll(clipboard).toBe(at(`${path}#art_14`));
    await page.waitForURL(at(`${path}#art_14`));
    expect(await page.locator('.arrival').count()).toBe(0);
  });

  test('where the file is not to be had nothing is claimed', async () => {
    await visit('/');
    await page.route('**/*.clauses.json', (route) => route.abort());
    await page.goto(at(`${path}?h=${await sealed('art_13')}#art_13`));
    const note = page.locator('.arrival');
    await note.waitFor();
    expect(await note.innerText()).toContain('暂时不能说');
    reader.forgive('ERR_FAILED');
  });

  test('says nothing without scripts', async () => {
    await visit(`${path}?h=0123456789#art_13`, { javaScriptEnabled: false, permissions: [] });
    expect(await page.locator('main').innerText()).not.toMatch(/与引用时|封存/);
  });
});
