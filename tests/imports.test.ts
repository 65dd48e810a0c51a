import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkImports, readImports } from './imports.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = globSync(['src/**/*.{ts,astro}', 'scripts/**/*.ts'], { cwd: root }).map((file) =>
  file.replaceAll('\\', '/'),
);

test('the code imports in one direction', () => {
  expect(files.length).toBeGreaterThan(0);
  expect(
    files.flatMap((file) => checkImports(file, readFileSync(join(root, file), 'utf8'))),
  ).toEqual([]);
});

describe('an import is allowed', () => {
  test.each([
    ['src/model/issue.ts', './document.ts'],
    ['src/gazette/parse/article.ts', '../../model/issue.ts'],
    ['src/gazette/parse/article.ts', './numerals.ts'],
    ['src/gazette/parse/article.ts', '../repair/index.ts'],
    ['src/gazette/parse/article.ts', '../messages.ts'],
    ['src/gazette/messages.ts', '../model/issue.ts'],
    ['src/gazette/parse/article.ts', '../../language/numerals.ts'],
    ['src/gazette/processor.ts', './compile/json.ts'],
    ['src/gazette/processor.ts', './messages.ts'],
    ['src/gazette/parse/article.ts', 'unist-util-visit'],
    ['src/search/finder.ts', '../model/issue.ts'],
    ['src/pages/index.astro', '../components/Clause.astro'],
    ['src/pages/index.astro', '../styles/site.css'],
    ['src/pages/index.astro', '../search/finder.ts'],
    ['src/site/browser/cite-panel.ts', '../../citing/formats.ts'],
    ['src/citing/fragments.ts', '../model/clause-resolution.ts'],
    ['src/site/issues.ts', '../../.gongbao/issues.json'],
    ['src/content.config.ts', './site/schema.ts'],
    ['scripts/parse.ts', '../src/gazette/processor.ts'],
    ['scripts/parse.ts', 'nodejieba'],
    ['scripts/build.ts', './serve.ts'],
  ])('%s → %s', (file, specifier) => {
    expect(checkImports(file, importing(file, specifier))).toEqual([]);
  });
});

describe('an import is refused', () => {
  test.each([
    ['src/model/issue.ts', '../gazette/parse/article.ts'],
    ['src/model/issue.ts', 'node:fs'],
    ['src/gazette/sources/ocr.ts', '../repair/index.ts'],
    ['src/gazette/transform/dates.ts', '../compile/json.ts'],
    ['src/gazette/messages.ts', './parse/article.ts'],
    ['src/gazette/parse/article.ts', '../processor.ts'],
    ['src/gazette/parse/article.ts', '../../search/finder.ts'],
    ['src/gazette/parse/article.ts', '../../../content/series.json'],
    ['src/gazette/parse/article.ts', 'node:fs'],
    ['src/gazette/parse/article.ts', 'fs/promises'],
    ['src/gazette/parse/article.ts', 'astro:content'],
    ['src/gazette/parse/article.ts', 'nodejieba'],
    ['src/gazette/helpers/text.ts', '../../model/issue.ts'],
    ['src/language/numerals.ts', '../gazette/parse/article.ts'],
    ['src/search/finder.ts', '../gazette/processor.ts'],
    ['src/search/finder.ts', '../components/Hit.astro'],
    ['src/citing/formats.ts', '../site/addresses.ts'],
    ['src/gazette/parse/article.ts', '../../citing/formats.ts'],
    ['src/pages/index.astro', '../gazette/compile/html.ts'],
    ['src/components/Clause.astro', '../gazette/processor.ts'],
    ['src/site/issues.ts', '../../scripts/parse.ts'],
    ['src/search/finder.ts', '../../tests/helpers.ts'],
    ['scripts/parse.ts', '../tests/helpers.ts'],
  ])('%s → %s', (file, specifier) => {
    expect(checkImports(file, importing(file, specifier))).toHaveLength(1);
  });
});

test('every form of import is read', () => {
  const source = [
    "import a from './a.ts';",
    "import type { B } from './b.ts';",
    "export * from './c.ts';",
    "export type { D } from './d.ts';",
    "const e = await import('./e.ts');",
    "import './f.css';",
    "type G = import('./g.ts').G;",
    "// import h from './h.ts';",
    'const i = "import j from \'./j.ts\'";',
  ].join('\n');
  expect(readImports('src/model/x.ts', source).sort()).toEqual(
    ['a.ts', 'b.ts', 'c.ts', 'd.ts', 'e.ts', 'f.css', 'g.ts'].map((name) => `./${name}`),
  );
  expect(
    readImports(
      'src/pages/x.astro',
      "---\nimport A from './A.astro';\n---\n<p>import z from './z.ts'</p>\n<script>\nimport './b.ts';\n</script>",
    ),
  ).toEqual(['./A.astro', './b.ts']);
});

function importing(file: string, specifier: string): string {
  const line = `import x from '${specifier}';`;
  return file.endsWith('.astro') ? `---\n${line}\n---\n<p>x</p>` : line;
}
