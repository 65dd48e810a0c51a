/** Every link of the built portal leads to a page or file of it, and its fragment to an element there. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { expect, test } from 'vitest';

const root = 'dist';
/** Fragments that a script reads: lines of a file, both sides of a comparison. */
const scripted = /^\/(?:compare|d\/[^/]+|cite|search)\//;

interface Page {
  ids: Set<string>;
  links: string[];
}

function readPages(): Map<string, Page> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('index.html'),
  );
  return new Map(
    files.map((name) => {
      const $ = load(readFileSync(join(root, name), 'utf8'));
      const all = (selector: string, attribute: string) =>
        $(selector)
          .map((_, element) => $(element).attr(attribute) ?? '')
          .get();
      const page = { ids: new Set(all('[id]', 'id')), links: all('a[href]', 'href') };
      return [`/${name.slice(0, -'index.html'.length)}`, page];
    }),
  );
}

test('links and their fragments', () => {
  const pages = readPages();
  expect(pages.size).toBeGreaterThan(100);
  const broken = new Set<string>();
  let followed = 0;
  for (const [path, { links }] of pages) {
    for (const href of new Set(links)) {
      const { origin, pathname, hash } = new URL(href, `http://portal${path}`);
      if (origin !== 'http://portal') continue;
      followed++;
      const target = decodeURIComponent(pathname);
      const page = pages.get(target);
      const isThere = page !== undefined || existsSync(join(root, target.slice(1)));
      const id = decodeURIComponent(hash.slice(1));
      if (!isThere || target.endsWith('/') !== (page !== undefined))
        broken.add(`${path} → ${href}`);
      else if (id !== '' && page && !scripted.test(target) && !page.ids.has(id))
        broken.add(`${path} → ${href}`);
    }
  }
  expect(followed).toBeGreaterThan(5000);
  expect([...broken]).toEqual([]);
});
