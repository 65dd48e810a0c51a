import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveDirectory, type Served } from '../../scripts/serve.ts';
import { launchChromium } from '../../scripts/chromium.ts';

let folder: string;
let served: Served;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongbao-serve-'));
  const root = join(folder, 'dist');
  await mkdir(join(root, '文件'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await writeFile(
    join(root, 'index.html'),
    '<!doctype html><html lang="zh-CN"><title>公报</title><h1>首页</h1><script src="/a.js"></script>',
  );
  await writeFile(join(root, 'a.js'), 'document.querySelector("h1").textContent = "脚本已运行";');
  await writeFile(join(root, '404.html'), '<!doctype html><title>未找到</title>');
  await writeFile(join(root, '文件', 'index.html'), '<!doctype html><title>文件</title>');
  for (const name of ['a.json', 'a.akn.xml', 'a.csv', 'a.md', 'a.wasm', 'a.pagefind']) {
    await writeFile(join(root, name), '一');
  }
  served = await serveDirectory(root, { port: 0 });
});

afterAll(async () => {
  await served.close();
  await rm(folder, { recursive: true });
});

describe('the static server', () => {
  test.each([
    ['/', 200, 'text/html; charset=utf-8'],
    ['/文件/', 200, 'text/html; charset=utf-8'],
    ['/a.json?x=1', 200, 'application/json; charset=utf-8'],
    ['/a.akn.xml', 200, 'application/xml; charset=utf-8'],
    ['/a.csv', 200, 'text/csv; charset=utf-8'],
    ['/a.md', 200, 'text/markdown; charset=utf-8'],
    ['/a.wasm', 200, 'application/wasm'],
    ['/a.pagefind', 200, 'application/octet-stream'],
    ['/none', 404, 'text/html; charset=utf-8'],
    ['/none/', 404, 'text/html; charset=utf-8'],
    ['/a.json/', 404, 'text/html; charset=utf-8'],
  ])('answers %s with %i %s', async (path, status, type) => {
    const response = await fetch(new URL(path, served.url));
    expect([response.status, response.headers.get('content-type')]).toEqual([status, type]);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'");
  });

  test.each([
    ['/a.js', 'gzip, deflate, br', 'gzip'],
    ['/文件/', 'br;q=1.0, gzip;q=0.8', 'gzip'],
    ['/a.js', 'br', null],
    ['/a.js', 'gzip;q=0', null],
    ['/a.js', '', null],
    ['/a.pagefind', 'gzip', null],
  ])('sends %s to one who accepts “%s” as %s', async (path, accepted, coding) => {
    const response = await fetch(new URL(path, served.url), {
      headers: { 'Accept-Encoding': accepted },
    });
    expect(response.headers.get('content-encoding')).toBe(coding);
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    expect(await response.text()).toMatch(path === '/a.js' ? '脚本已运行' : /文件|一/);
  });

  test('sends a folder without its slash to the slash', async () => {
    const response = await fetch(new URL('/文件?q=1', served.url), { redirect: 'manual' });
    expect(response.status).toBe(301);
    expect(response.headers.get('location')).toBe(`/${encodeURIComponent('文件')}/?q=1`);
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/x/../../secret.txt',
    '/..%5csecret.txt',
    '//host',
    '/%00',
    '/%',
    'x',
  ])('refuses %s', async (path) => {
    expect(await rawStatus(path)).toBe(400);
  });

  test('takes the next port where one is busy', async () => {
    const busy = Number(new URL(served.url).port);
    const second = await serveDirectory(join(folder, 'dist'), { port: busy });
    expect(Number(new URL(second.url).port)).toBeGreaterThan(busy);
    await second.close();
  });

  test('says what to do where nothing is built', async () => {
    await expect(serveDirectory(join(folder, 'none'))).rejects.toThrow('npm run build');
  });
});

describe('Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  test('opens a served page and runs its script under the content security policy', async () => {
    const page = await browser.newPage();
    await page.goto(served.url);
    expect(await page.title()).toBe('公报');
    expect(await page.textContent('h1')).toBe('脚本已运行');
  });
});

/** Status for a path sent as it stands; `fetch` would tidy it up. */
function rawStatus(path: string): Promise<number | undefined> {
  return new Promise((done, fail) => {
    request({ host: '127.0.0.1', port: new URL(served.url).port, path }, (response) => {
      response.resume();
      done(response.statusCode);
    })
      .on('error', fail)
      .end();
  });
}
