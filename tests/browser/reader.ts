/** A reader of the built site: a browser that sees one page at a time, and notes what goes wrong on it. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { serveDirectory, type Served } from '../../scripts/serve.ts';
import { launchChromium } from '../../scripts/chromium.ts';

export interface Reader {
  /** Whole address of a path. */
  at(path: string): string;
  /** A blank page in a browser that has seen nothing; the page before is closed. */
  open(options?: BrowserContextOptions): Promise<Page>;
  /** The same, at a path. */
  visit(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** Takes away the problems so far that hold these words: they belong to the test. */
  forgive(words: string): void;
}

/**
 * For the tests of one file. A test fails where an error was thrown or written to the console of a page, or anything was
 * asked of another origin.
 */
export function readSite(): Reader {
  let served: Served;
  let browser: Browser;
  let page: Page | null = null;
  let problems: string[] = [];

  beforeAll(async () => {
    served = await serveDirectory('dist', { port: 0 });
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  afterEach(async () => {
    await close();
    const found = problems;
    problems = [];
    expect(found).toEqual([]);
  });

  const close = async () => {
    await page?.context().close();
    page = null;
  };

  const at = (path: string) => new URL(path, served.url).href;

  const open = async (options: BrowserContextOptions = {}) => {
    await close();
    const opened = await (await browser.newContext(options)).newPage();
    opened.on('pageerror', (error) => problems.push(error.message));
    opened.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    opened.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (!['data:', 'blob:'].includes(protocol) && origin !== new URL(served.url).origin)
        problems.push(`asked ${request.url()}`);
    });
    page = opened;
    return opened;
  };

  return {
    at,
    open,
    visit: async (path, options) => {
      const opened = await open(options);
      await opened.goto(at(path));
      return opened;
    },
    forgive: (words) => {
      problems = problems.filter((problem) => !problem.includes(words));
    },
  };
}
