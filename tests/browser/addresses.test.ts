/** Old addresses on the pages of a portal over fixtures: each leads to its text, or says what became of it. */
import { load } from 'cheerio';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readContent } from '../../scripts/content.ts';
import { readLedger } from '../../scripts/ledgers.ts';
import { serveDirectory, type Served } from '../../scripts/serve.ts';
import { wholeClause } from '../../src/model/clause-texts.ts';
import type { ClauseFile } from '../../src/site/clause-file.ts';
import type { ClauseHistory } from '../../src/site/clause-history.ts';
import { effect, gazette, penalty, pieces, receipt, record, transfer } from '../anchors/gazette.ts';
import { Workspace } from '../anchors/workspace.ts';
import { launchChromium } from '../../scripts/chromium.ts';
import { buildFixtureSite, type FixtureSite } from './fixture-site.ts';

let site: FixtureSite;
let served: Served;
let browser: Browser;
/** The file of the clauses before they changed. */
let before: ClauseFile;

/** Publishes a text, then another one with decisions; the ledger. */
function decide(issue: string, first: string, then: string, decisions: string[][]): string {
  const work = new Workspace(first, issue);
  expect(work.parse().status).toBe(0);
  work.write(then);
  for (const decision of decisions) expect(work.anchors(...decision)).toMatchObject({ err: '' });
  expect(work.parse().err).toBe('');
  const { ledgerText } = work;
  work.remove();
  return ledgerText;
}

beforeAll(async () => {
  const june = gazette({ second: [receipt, transfer, record], rest: [effect], reports: [] });
  const july = { number: '云府办字〔2021〕7号', reports: [] };
  const renamed = gazette({ ...july, number: '云府办字〔2021〕9号', rest: [effect] });
  const original = buildFixtureSite({ '2021-6': { text: gazette() } });
  before = readJson<ClauseFile>(original, 'documents/yfbz-2021-5.clauses.json');
  original.remove();
  site = buildFixtureSite({
    '2021-6': {
      text: june,
      anchors: decide('2021-6', gazette(), june, [
        ['corrected', 'yfbz-2021-5#art_2__para_1'],
        ['redirect', 'yfbz-2021-5#art_2__para_2', 'art_2__para_3'],
        ['redirect', 'yfbz-2021-5#art_3', 'art_4'],
        ['tombstone', 'yfbz-2021-5#art_3__para_1', 'gb2021-6-2'],
      ]),
    },
    '2021-7': {
      text: renamed,
      anchors: decide('2021-7', gazette(july), renamed, [
        ['moved', 'yfbz-2021-7', 'yfbz-2021-9'],
        ['tombstone', 'yfbz-2021-7#art_3'],
        ['moved', 'yfbz-2021-7#art_3__para_1', 'yfbz-2021-9#art_4__para_1'],
      ]),
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

async function visit(path: string, { javaScriptEnabled = true } = {}): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
  await page.goto(new URL(path, served.url).href);
  return page;
}

function readJson<Value>({ dist }: FixtureSite, path: string): Value {
  return JSON.parse(readFileSync(join(dist, path), 'utf8')) as Value;
}

test('a former id is a target at the clause that bears its text now, without script', async () => {
  const page = await visit('/documents/yfbz-2021-5/#art_3', { javaScriptEnabled: false });
  const target = page.locator(':target');
  expect(await target.innerText()).toBe(
    '此处原地址为第三条（#art_3）。依据：重新整理时分清了段落（张三，2026年1月31日）',
  );
  expect(await page.locator('#art_4').innerText()).toContain('第四条');
  expect(await page.locator('#art_4 > :target').count()).toBe(1);
  const box = (await target.boundingBox())!;
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.y + box.height).toBeLessThan(page.viewportSize()!.height);
});

test('the line is seen only by those who come by the old address', async () => {
  const page = await visit('/documents/yfbz-2021-5/#art_4');
  expect(await page.locator('#art_3').isVisible()).toBe(false);
  expect(await page.locator('#art_4').innerText()).not.toContain('此处原地址');
});

test('an id that means another clause now says where the former text is', async () => {
  const page = await visit('/documents/yfbz-2021-5/#art_2__para_2', { javaScriptEnabled: false });
  const text = await page.locator(':target').innerText();
  expect(text).toContain('2026年1月31日以前，此地址指的是另一处文字，现为第二条第三款');
  expect(text).toContain(transfer);
  await page.getByRole('link', { name: '第二条第三款', exact: true }).first().click();
  expect(await page.locator(':target').innerText()).toContain(record);
});

test('what is gone is a target at the end of the page', async () => {
  const page = await visit('/documents/yfbz-2021-5/#art_3__para_1', { javaScriptEnabled: false });
  const entry = page.locator(':target');
  expect(await entry.innerText()).toMatch(
    /^第三条\s*#art_3__para_1：已撤下\s+依据：重新整理时分清了段落（张三，2026年1月31日）\s+原来的文字/,
  );
  expect(await entry.locator('blockquote').textContent()).toBe(penalty.replace('第三条 ', ''));
  expect(await page.getByRole('heading', { name: '已撤下的条款地址' }).count()).toBe(1);
  const changed = page.locator('.address-changes', { hasText: '变动过的条款地址' });
  expect(await changed.innerText()).toMatch(
    /第二条第一款\s*#art_2__para_1：原来识读有误，文字已改正/,
  );
  const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});

test('the old address of a document goes on to the new one with its clause and query', async () => {
  const page = await visit('/documents/yfbz-2021-7/?h=0123456789#art_2__para_1');
  await page.waitForURL('**/documents/yfbz-2021-9/?h=0123456789#art_2__para_1');
  expect(await page.locator(':target').innerText()).toContain(pieces.second[0]);
});

test('its clauses that do not stand there under their id go where they were moved, or are explained', async () => {
  const moved = await visit('/documents/yfbz-2021-7/#art_3__para_1');
  await moved.waitForURL('**/documents/yfbz-2021-9/#art_4__para_1');
  const gone = await visit('/documents/yfbz-2021-7/#art_3');
  expect(gone.url()).toMatch(/yfbz-2021-7\/#art_3$/);
  expect(await gone.locator(':target').innerText()).toMatch(/^第三条\s*#art_3：\s*已撤下/);
});

test('without script it is a page with a link', async () => {
  const page = await visit('/documents/yfbz-2021-7/', { javaScriptEnabled: false });
  expect(await page.locator('main').innerText()).toContain('这份文件的地址已改变');
  await page.locator('a[data-moved]').click();
  await page.waitForURL('**/documents/yfbz-2021-9/');
});

test('a document that is gone keeps a page that says why', async () => {
  const page = await visit('/documents/gb2021-6-2/');
  const text = await page.locator('main').innerText();
  expect(text).toContain('这份文件已撤下');
  expect(text).toContain('市政府召开第8次常务会议');
  expect(text).toContain('依据：重新整理时分清了段落（张三，2026年1月31日）');
});

test('nothing lists what is not there', () => {
  for (const file of ['sitemap.xml', 'feed.xml', 'search/documents.json', 'issues/index.html']) {
    const text = readFileSync(join(site.dist, file), 'utf8');
    expect(text, file).not.toMatch(/yfbz-2021-7|gb2021-6-2/);
    if (file !== 'issues/index.html') expect(text, file).toContain('yfbz-2021-9');
  }
  expect(existsSync(join(site.dist, 'documents/yfbz-2021-7.json'))).toBe(false);
});

test('sealed links of before find what the clauses said then', () => {
  const history = readJson<ClauseHistory>(site, 'documents/yfbz-2021-5.history.json');
  const sealed = new Map(
    before.clauses.map(({ id, seal }, at) => [id, { seal, text: wholeClause(before.clauses, at) }]),
  );
  const changed = ['art_2', 'art_2__para_1', 'art_2__para_2', 'art_3', 'art_3__para_1'];
  expect(Object.keys(history).sort()).toEqual(['', ...changed]);
  expect(history['']).toMatchObject([{ seal: before.document.seal }]);
  for (const id of changed) expect(history[id], id).toMatchObject([sealed.get(id)]);
  expect(history.art_2![0]!.text).toBe(`第二条　${receipt}${transfer}\n${record}`);
});

test('a sealed link by a former id is compared with the clause that bears the text now', async () => {
  const seal = before.clauses.find(({ id }) => id === 'art_3')!.seal;
  const page = await visit(`/documents/yfbz-2021-5/?h=${seal}#art_3`);
  const note = page.locator('.arrival');
  await note.waitFor();
  expect(await note.innerText()).toContain('引用之后文字有改动');
  expect(await note.locator('del').allInnerTexts()).toContain('三');
  expect((await note.locator('del').allInnerTexts()).join('')).toContain('承办单位逾期不办结的');
  expect(await note.locator('ins').allInnerTexts()).toContain('四');
});

test('a reference by a former id leads to the clause that bears its text now', async () => {
  const page = await visit('/cite/?q=yfbz-2021-5%23art_3');
  await page.waitForURL(/\/documents\/yfbz-2021-5\/#art_4$/);
});

test('the short address of a document that bears another id now leads to it', async () => {
  const page = await visit('/d/yfbz-2021-7/#art_2__para_1');
  await page.waitForURL(/\/documents\/yfbz-2021-9\/#art_2__para_1$/);
});

test('every address of the portal’s ledgers is a target on its page', async () => {
  const { issues } = await readContent('content');
  for (const folder of issues) {
    const { ledger } = await readLedger(folder);
    for (const [document, { clauses }] of Object.entries(ledger.documents)) {
      const $ = load(readFileSync(`dist/documents/${document}/index.html`, 'utf8'));
      const ids = new Set(
        $('[id]')
          .map((_, element) => $(element).attr('id'))
          .get(),
      );
      expect(
        Object.keys(clauses).filter((id) => !ids.has(id)),
        document,
      ).toEqual([]);
    }
  }
});
