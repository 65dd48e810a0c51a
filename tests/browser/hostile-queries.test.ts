/** What nobody means: typed into the search page it is answered, throws nothing, and puts no element into the page. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serveDirectory, type Served } from '../../scripts/serve.ts';
import { launchChromium } from '../../scripts/chromium.ts';

let served: Served;
let browser: Browser;
let page: Page;
let problems: string[];

beforeAll(async () => {
  served = await serveDirectory('dist', { port: 0 });
  browser = await launchChromium();
  page = await browser.newPage();
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
});

beforeEach(() => {
  problems = [];
});

afterAll(async () => {
  await browser.close();
  await served.close();
});

/** Characters, since a lone surrogate does not survive the way into the browser. */
const units = (query: string) =>
  Array.from({ length: query.length }, (_, at) => query.charCodeAt(at));

function search(query: string) {
  return page.evaluate(async (codes) => {
    const text = codes.map((code) => String.fromCharCode(code)).join('');
    const { total, exact, hits } = await window.gongbaoSearch(text, { limit: Infinity });
    return {
      total,
      exact,
      clauses: hits.flatMap((hit) => hit.clauses.map((clause) => clause.text)),
    };
  }, units(query));
}

/** Types the query and submits it; what the page then holds that it must not. */
function typeAndLook(query: string) {
  return page.evaluate(async (codes) => {
    const text = codes.map((code) => String.fromCharCode(code)).join('');
    const box = document.querySelector<HTMLInputElement>('main input[name="q"]')!;
    box.value = text;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    box.form!.requestSubmit();
    await window.gongbaoSearch(text);
    await new Promise((resolve) => setTimeout(resolve, 400));
    const foreign = 'main script:not([src]), main iframe, main img, main [onerror], main [onload]';
    return {
      foreign: document.querySelectorAll(foreign).length,
      // Either the hits, or words about there being none; an empty box shows what search is for.
      spoken: (document.querySelector('main')?.innerText ?? '').trim().length > 0,
      waiting: /正在检索/.test(document.querySelector('[data-status]')?.textContent ?? ''),
    };
  }, units(query));
}

const nonsense: [name: string, query: string][] = [
  ['nothing', ''],
  ['white space', ' \t\u3000\n '],
  ['one character ten thousand times', '甲'.repeat(10_000)],
  ['a phrase of the texts 2,500 times', '人民政府'.repeat(2500)],
  ['ten thousand quotation marks', '"'.repeat(10_000)],
  ['a script', '<script>alert(1)</script>'],
  ['an image that fails', '<img src=x onerror=alert(1)>'],
  ['a closing tag and a quote', `"></mark><svg onload=alert(1)>`],
  ['a percent sign', '%'],
  ['half an escape', '%E4%B8'],
  ['marks alone', '，。！？、；：“”《》〔〕'],
  ['a hyphen', '-'],
  ['hyphens and blanks', '- - -'],
  ['exclusion alone', '-储备粮'],
  ['one open quotation mark', '"储备粮'],
  ['empty quotation marks', '""'],
  ['a limit without words', '标题:'],
  ['a lone surrogate', '\ud800'],
  ['lone surrogates in between', '储\udc00备\ud8ff粮'],
  ['a null character', '\0'],
  ['an override of direction', '\u202e\u202d'],
  ['combining marks', '\u0301\u0302\u0303'],
  ['a family of emoji', '👨‍👩‍👧‍👦'],
  ['names of properties', '__proto__ constructor toString'],
  ['a pattern', '(.*)+$'],
  ['a backslash', '\\'],
  ['a statement', `' OR 1=1; DROP TABLE clause --`],
];

describe('the search', () => {
  beforeAll(async () => {
    await page.goto(new URL('search/', served.url).href);
  });

  test.each(nonsense)('answers %s', { timeout: 10_000 }, async (_, query) => {
    const { total, exact, clauses } = await search(query);
    expect(exact).toBe(true);
    expect(clauses.length === 0).toBe(total === 0);
    // Marks alone are in every text, and nobody looks for them.
    const letters = [...query.toWellFormed().normalize('NFKC')].filter((character) =>
      /[\p{L}\p{N}]/u.test(character),
    );
    if (letters.length === 0) expect(total).toBe(0);
    expect(problems).toEqual([]);
  });

  test('marks of direction and zero width in a phrase do not matter', async () => {
    const plain = await search('储备粮');
    expect(plain.total).toBeGreaterThan(0);
    for (const query of [
      '\u200f储备粮\u200f',
      '储\u200b备\u200b粮',
      '\ufeff储备粮',
      '\u2067储备粮\u2069',
    ]) {
      expect((await search(query)).clauses, JSON.stringify(query)).toEqual(plain.clauses);
    }
  });

  test('an answer follows a hostile query as if it had not been', async () => {
    const before = await search('12345热线');
    await search('<script>'.repeat(2000));
    expect(await search('12345热线')).toEqual(before);
  });
});

describe('the page', () => {
  beforeAll(async () => {
    await page.goto(new URL('search/', served.url).href);
  });

  test.each(nonsense)('shows %s as text', async (_, query) => {
    expect(await typeAndLook(query)).toEqual({ foreign: 0, spoken: true, waiting: false });
    expect(problems).toEqual([]);
  });

  test.each(['%E4', '%', '%00', '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>'])(
    'opened with %s in its address',
    async (query) => {
      await page.goto(new URL(`search/?q=${query}`, served.url).href);
      await page.evaluate(() => window.gongbaoSearch('储备粮'));
      const foreign = page.locator('main img, main iframe, main script:not([src])');
      expect(await foreign.count()).toBe(0);
      expect(problems).toEqual([]);
    },
  );
});
