/**
 * `npm run parse`              parses all issues under content/ and writes .gongbao/ for the site.
 * `npm run parse -- --json F`  prints the output for one raw text as JSON, and nothing else, on stdout.
 */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { visit } from 'unist-util-visit';
import { parse } from '../src/gazette/processor.ts';
import type { ParsedIssue } from '../src/model/content.ts';
import type { GazetteOutput } from '../src/model/output.ts';
import { issueFolderOf, readContent, readText, type IssueFolder } from './content.ts';

const contentRoot = 'content';
const outputRoot = '.gongbao';

function parseText(raw: string, folder: IssueFolder | null): GazetteOutput {
  return parse(raw, {
    ...(folder?.manifest.format && { format: folder.manifest.format }),
    ...(folder && {
      issueId: folder.id,
      codes: folder.series.codes,
      corrections: folder.manifest.corrections ?? [],
    }),
  });
}

/** Corrections that do not fit their places: nothing is written until an editor has looked at them. */
function findMisfits(folder: IssueFolder | null, { messages }: GazetteOutput): string[] {
  if (folder === null) return [];
  const path = relative('.', join(dirname(folder.path), 'issue.json'));
  return messages
    .filter(({ ruleId }) => ruleId === 'correction-unmatched')
    .map(({ reason }) => `${path}: ${reason}`);
}

async function printJson(path: string): Promise<void> {
  const raw = await readText(path);
  const folder = await issueFolderOf(resolve(path));
  const output = parseText(raw, folder);
  const misfits = findMisfits(folder, output);
  if (misfits.length > 0) throw new Error(misfits.join('\n'));
  process.stdout.write(`${JSON.stringify(output)}\n`);
}

/** 2020年第11期（总第23期）; where the number is not printed the label says so. */
function labelOf(id: string, { issue }: GazetteOutput): string {
  const [year] = id.split('-');
  if (issue.number === null) return `${year}年（期号未载明）`;
  const total = issue.totalNumber === null ? '' : `（总第${issue.totalNumber}期）`;
  return `${issue.year ?? year}年第${issue.number}期${total}`;
}

function toParsedIssue(folder: IssueFolder, raw: string, output: GazetteOutput): ParsedIssue {
  const dates = output.documents.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  return {
    series: folder.series.id,
    id: folder.id,
    label: labelOf(folder.id, output),
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
    facts: folder.manifest.facts ?? [],
    raw,
    output,
  };
}

function count(output: GazetteOutput, type: string): number {
  let found = 0;
  for (const { parts } of output.documents) {
    for (const part of parts) visit(part, type, () => void found++);
  }
  return found;
}

function severities({ messages }: GazetteOutput): string {
  const number = (severity: string) =>
    messages.filter((message) => message.severity === severity).length;
  return `${number('error')}/${number('warning')}/${number('info')}`;
}

function printTable(rows: string[][]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
        )
        .join('  '),
    );
  }
}

/** Problems that must not be published: misplaced corrections, lost or doubled characters, doubled addresses. */
function findProblems(parsed: { folder: IssueFolder; issue: ParsedIssue }[]): string[] {
  const problems: string[] = [];
  const places = new Map<string, string>();
  for (const { folder, issue } of parsed) {
    const path = relative('.', folder.path);
    const { ledger, documents } = issue.output;
    problems.push(...findMisfits(folder, issue.output));
    if (ledger.accounted < ledger.characters) {
      problems.push(
        `${path}: ${ledger.characters - ledger.accounted} characters are not in exactly one place of the output, the first at offset ${ledger.residue[0]?.start}`,
      );
    }
    for (const document of documents) {
      const [title] = document.data.fields.title ?? [];
      const line = issue.raw.slice(0, title?.start ?? 0).split('\n').length;
      const place = `${path}:${line}`;
      const other = places.get(document.id);
      if (other !== undefined) {
        problems.push(
          `${place} and ${other}: two documents have the id ${document.id}; if their 代字 differ, give one a code of its own in series.json ("codes"), else one is printed twice`,
        );
      }
      places.set(document.id, place);
    }
  }
  return problems;
}

async function parseAll(): Promise<void> {
  const { series, issues } = await readContent(contentRoot);
  if (issues.length === 0)
    throw new Error(
      `${contentRoot}/: no issue found; add content/<series>/issues/<id>/ with a raw text`,
    );
  const parsed: { folder: IssueFolder; issue: ParsedIssue }[] = [];
  const rows = [
    [
      'issue',
      'format',
      'documents',
      'articles',
      'tables',
      'characters',
      'accounted',
      'messages (e/w/i)',
      'ms',
    ],
  ];
  for (const [index, folder] of issues.entries()) {
    const raw = await readText(folder.path);
    const started = performance.now();
    const output = parseText(raw, folder);
    const elapsed = performance.now() - started;
    console.log(`[${index + 1}/${issues.length}] ${relative('.', folder.path)}`);
    const { ledger, documents, issue } = output;
    parsed.push({ folder, issue: toParsedIssue(folder, raw, output) });
    rows.push([
      `${folder.series.id}/${folder.id}`,
      issue.format,
      String(documents.length),
      String(count(output, 'article')),
      String(count(output, 'table')),
      String(ledger.characters),
      String(ledger.accounted),
      severities(output),
      elapsed.toFixed(0),
    ]);
  }
  printTable(rows);
  const problems = findProblems(parsed);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  await writeOutput(
    series,
    parsed.map(({ issue }) => issue),
  );
}

/** Writes beside the old output and swaps, so that a failure leaves nothing half-written. */
async function writeOutput(series: { id: string }[], issues: ParsedIssue[]): Promise<void> {
  const next = `${outputRoot}.next`;
  await rm(next, { recursive: true, force: true });
  await mkdir(join(next, 'series'), { recursive: true });
  for (const own of series)
    await writeFile(join(next, 'series', `${own.id}.json`), `${JSON.stringify(own)}\n`);
  for (const issue of issues) {
    await mkdir(join(next, 'issues', issue.series), { recursive: true });
    await writeFile(
      join(next, 'issues', issue.series, `${issue.id}.json`),
      `${JSON.stringify(issue)}\n`,
    );
  }
  await rm(outputRoot, { recursive: true, force: true });
  await rename(next, outputRoot);
}

const { values } = parseArgs({ options: { json: { type: 'string' } } });
try {
  if (values.json === undefined) await parseAll();
  else await printJson(values.json);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
