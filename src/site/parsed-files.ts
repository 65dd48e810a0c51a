/** Reads what `npm run parse` wrote: `.gongbao/series/<series>.json` and `.gongbao/issues/<series>/<id>.json`. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ParsedIssue, Series } from '../model/content.ts';

const folder = '.gongbao';

/** Every series, the portal's first one (without prefix) in front. */
export function readSeries(root: string): Series[] {
  return listFiles(join(root, folder, 'series'))
    .map((path) => readJson<Series>(path))
    .sort((a, b) => a.prefix.localeCompare(b.prefix, 'en'));
}

/** The issues of a series. */
export function readIssues(root: string, series: string): ParsedIssue[] {
  return listFiles(join(root, folder, 'issues', series)).map((path) => readJson<ParsedIssue>(path));
}

/** Keywords by document id, from `scripts/extract-keywords.ts`; none before it ran. */
export function readKeywords(root: string): Record<string, string[]> {
  const path = join(root, folder, 'keywords.json');
  return existsSync(path) ? readJson<Record<string, string[]>>(path) : {};
}

function listFiles(path: string): string[] {
  if (!existsSync(path)) {
    throw new Error(`There is no folder ${path}. Parse the raw texts first: npm run parse`);
  }
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(path, name));
}

function readJson<Value>(path: string): Value {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Value;
  } catch (cause) {
    throw new Error(`${path} cannot be read. Parse the raw texts again: npm run parse`, { cause });
  }
}
