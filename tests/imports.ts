import { posix } from 'node:path';
import ts from 'typescript';

const phases = ['sources', 'split', 'repair', 'parse', 'transform', 'check', 'compile'];
const base = ['src/model', 'src/language'];
const pure = [...base, 'src/gazette'];
/** What the site is made of beside its pages, each on its own. */
const features = ['anchors', 'citing', 'compare', 'relations', 'search'].map(
  (name) => `src/${name}`,
);
const pages = ['components', 'layouts', 'pages', 'site', 'styles'].map((name) => `src/${name}`);

/**
 * What each area of the code may import of ours, beside itself. A file belongs to the first area
 * that holds it: a folder, a file of that name, or with `/*` the files directly in a folder.
 */
export const directions: { area: string; may: string[] }[] = [
  // Facts of written Chinese and of official numbering, known to the parser and to search.
  { area: 'src/language', may: [] },
  { area: 'src/model', may: ['src/language'] },
  { area: 'src/gazette/processor', may: [...base, 'src/gazette'] },
  // A phase imports itself and earlier phases.
  ...phases.map((phase, at) => ({
    area: `src/gazette/${phase}`,
    may: [...base, 'src/gazette/*', ...phases.slice(0, at).map((name) => `src/gazette/${name}`)],
  })),
  // Single files beside the phases, such as the catalogue of messages.
  { area: 'src/gazette/*', may: base },
  // Citations, written by the build and by scripts of the pages.
  { area: 'src/citing', may: base },
  { area: 'src/search', may: [...base, 'src/citing', 'src/relations'] },
  { area: 'src/relations', may: base },
  // The ledger of addresses, and the hash by which texts are told apart.
  { area: 'src/anchors', may: base },
  { area: 'src/compare/browser', may: [...base, 'src/search', 'src/compare'] },
  { area: 'src/compare', may: base },
  ...[...pages, 'src/*'].map((area) => ({
    area,
    may: [...base, ...features, 'src/*', ...pages],
  })),
  { area: 'scripts', may: ['src'] },
];

/** Packages an area keeps out. */
export const banned: { area: string; packages: RegExp }[] = [
  ...['language', 'model', 'relations', 'citing', 'compare'].map((name) => ({
    area: `src/${name}`,
    packages: /^(node:|astro\b|@astrojs\/|nodejieba$|pagefind$)/,
  })),
  ...['anchors', 'gazette'].map((name) => ({
    area: `src/${name}`,
    packages:
      /^((node:)?(fs|child_process|http|https|net|os|worker_threads)(\/|$)|astro\b|@astrojs\/|nodejieba$|pagefind$)/,
  })),
];

/** Checks one file's imports against the tables; returns a line for each that goes the wrong way. */
export function checkImports(file: string, source: string): string[] {
  const rule = areaOf(file);
  if (!rule) return [`${file}: no direction is given for this folder; add it to tests/imports.ts`];
  return readImports(file, source).flatMap((specifier) => {
    if (!specifier.startsWith('.') && !specifier.startsWith('/')) {
      return banned.some(({ area, packages }) => holds(area, file) && packages.test(specifier))
        ? [`${file}: may not import ${specifier}`]
        : [];
    }
    const target = specifier.startsWith('/')
      ? specifier.slice(1)
      : posix.join(posix.dirname(file), specifier);
    // Data (content/, generated JSON) is for the site and the scripts to read.
    const isCode = /^(src|scripts|tests)\//.test(target);
    if (!isCode && !pure.some((area) => holds(area, file))) return [];
    return allows(rule, target) ? [] : [`${file}: may not import ${target}`];
  });
}

function allows(rule: { area: string; may: string[] }, target: string): boolean {
  const area = areaOf(target)?.area ?? target;
  return [rule.area, ...rule.may].some((one) => area === one || area.startsWith(`${one}/`));
}

function areaOf(path: string) {
  return directions.find(({ area }) => holds(area, path));
}

/** Specifiers of every import, export-from, import type and dynamic import, also in `<script>`. */
export function readImports(file: string, source: string): string[] {
  const code = file.endsWith('.astro') ? readAstroScripts(source) : source;
  return ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName);
}

function readAstroScripts(source: string): string {
  const frontmatter = /^\s*---\r?\n(.*?)\r?\n---/s.exec(source)?.[1] ?? '';
  const scripts = [...source.matchAll(/<script\b[^>]*>(.*?)<\/script>/gs)].map((match) => match[1]);
  return [frontmatter, ...scripts].join('\n;\n');
}

function holds(area: string, path: string): boolean {
  if (area.endsWith('/*')) return posix.dirname(path) === area.slice(0, -2);
  return path === area || path.startsWith(`${area}/`) || path.startsWith(`${area}.`);
}
