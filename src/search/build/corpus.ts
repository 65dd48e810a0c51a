/** The parsed issues as search sees them. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { clausesOf } from '../../model/clauses.ts';
import { issueKey, type ParsedIssue, type Series } from '../../model/content.ts';
import type { DocumentRecord } from '../../model/output.ts';
import type { GazetteContent } from '../../model/tree.ts';
import type { ListedDocument } from '../documents.ts';
import { toFoundClauses, type FoundClause } from '../record.ts';
import { readEffects } from './effects.ts';

export interface SearchedDocument {
  listed: ListedDocument;
  /** The title first, then every clause in reading order. */
  clauses: FoundClause[];
}

export interface Corpus {
  series: Series[];
  /** Newest first; by id where dates are equal. */
  documents: SearchedDocument[];
}

/**
 * Reads what `npm run parse` wrote under `folder` (`.gongbao`).
 *
 * @param effects read 时效, too, which takes the relations of all documents.
 */
export function readCorpus(folder: string, { effects = false } = {}): Corpus {
  const series = jsonFiles(join(folder, 'series')).map((file) => readJson<Series>(file));
  const issues = series.map(({ id }) =>
    jsonFiles(join(folder, 'issues', id)).map((file) => readJson<ParsedIssue>(file)),
  );
  const effectOf = effects ? readEffects(series, issues.flat()) : new Map<string, string>();
  const documents = series.flatMap(({ title, prefix }, at) =>
    issues[at]!.flatMap((issue) => {
      const label = series.length === 1 ? issue.label : `${title} ${issue.label}`;
      return issue.output.documents.map((document): SearchedDocument => ({
        listed: {
          id: document.id,
          title: document.title,
          number: document.docNumber,
          date: document.date,
          year: (document.date ?? issue.id).slice(0, 4),
          kind: document.kind,
          section: document.section,
          issuers: document.issuers,
          issue: label,
          issueKey: issueKey({ prefix }, issue.id),
          ...partTitles(document),
          ...(effectOf.has(document.id) && { effect: effectOf.get(document.id)! }),
          ...(document.parts.some(hasTable) && { table: 1 as const }),
        },
        clauses: toFoundClauses(clausesOf(document)),
      }));
    }),
  );
  return { series, documents: documents.sort((a, b) => compare(a.listed, b.listed)) };
}

/** Titles of the texts inside a document, if any differs from its own. */
function partTitles({ title, parts }: DocumentRecord): Pick<ListedDocument, 'parts'> {
  const titles = parts.filter(
    (part) => part.role !== 'notice' && part.title !== '' && part.title !== title,
  );
  if (titles.length === 0) return {};
  return { parts: Object.fromEntries(titles.map((part) => [part.id ?? '', part.title])) };
}

function hasTable(node: GazetteContent): boolean {
  if (node.type === 'table') return true;
  return 'children' in node && (node.children as GazetteContent[]).some(hasTable);
}

function compare(a: ListedDocument, b: ListedDocument): number {
  const [x, y] = [a.date ?? a.year, b.date ?? b.year];
  if (x !== y) return x < y ? 1 : -1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function jsonFiles(folder: string): string[] {
  if (!existsSync(folder)) {
    throw new Error(`There is no folder ${folder}. Parse the raw texts first: npm run parse`);
  }
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
}

function readJson<Value>(file: string): Value {
  return JSON.parse(readFileSync(file, 'utf8')) as Value;
}
