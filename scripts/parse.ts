/**
 * `npm run parse`              parses all issues under content/ and writes .gongbao/ for the site; new addresses are
 *                              added to the issues' anchor ledgers, an address that would break fails.
 * `npm run parse -- --json F`  prints the output for one raw text as JSON, and nothing else, on stdout.
 */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { visit } from 'unist-util-visit';
import { compareLedgers } from '../src/anchors/compare.ts';
import type { LedgerFile } from '../src/anchors/portal.ts';
import { writeComparison } from '../src/anchors/advice.ts';
import { addNew } from '../src/anchors/ledger.ts';
import type { ParsedIssue } from '../src/model/content.ts';
import type { GazetteOutput } from '../src/model/output.ts';
import { issueFolderOf, readContent, readText } from './content.ts';
import { formerTexts } from './former-texts.ts';
import { writeLedgers } from './ledgers.ts';
import { findMisfits, parseIssue, parseText, portalOf, type IssueParse } from './parse-issue.ts';

const contentRoot = 'content';
const outputRoot = '.gongbao';
const former = formerTexts('.');

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

function toParsedIssue({ folder, raw, output, file }: IssueParse): ParsedIssue {
  const dates = output.documents.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  return {
    series: folder.series.id,
    id: folder.id,
    label: labelOf(folder.id, output),
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
    facts: folder.manifest.facts ?? [],
    decisions: file.ledger.decisions,
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
function findProblems(parsed: readonly IssueParse[]): string[] {
  const problems: string[] = [];
  const places = new Map<string, string>();
  for (const { folder, raw, output } of parsed) {
    const path = relative('.', folder.path);
    const { ledger, documents } = output;
    problems.push(...findMisfits(folder, output));
    if (ledger.accounted < ledger.characters) {
      problems.push(
        `${path}: ${ledger.characters - ledger.accounted} characters are not in exactly one place of the output, the first at offset ${ledger.residue[0]?.start}`,
      );
    }
    for (const document of documents) {
      const [title] = document.data.fields.title ?? [];
      const line = raw.slice(0, title?.start ?? 0).split('\n').length;
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

/** The ledgers that new addresses are added to. */
function growLedgers(parsed: readonly IssueParse[]): LedgerFile[] {
  const { breaches, misfits } = compareLedgers(portalOf(parsed), former.words);
  const problems = writeComparison({ breaches, misfits }, former.words);
  if (problems !== '') throw new Error(`${problems}\nNothing was written.`);
  return parsed.flatMap(({ file: { path, ledger, isNew }, published }) => {
    const grown = addNew(ledger, published);
    if (grown.added === 0 && !isNew) return [];
    // What is published must be recorded: a machine that only builds cannot commit it.
    if (process.env.CI && !isNew) {
      throw new Error(
        `${path}: ${grown.added} addresses are not in the ledger yet; run \`npm run parse\` and commit the file. Nothing was written.`,
      );
    }
    console.log(`${path}: ${grown.added} addresses added; commit the file`);
    return [{ path, ledger: grown.ledger }];
  });
}

async function parseAll(): Promise<void> {
  const { series, issues } = await readContent(contentRoot);
  if (issues.length === 0)
    throw new Error(
      `${contentRoot}/: no issue found; add content/<series>/issues/<id>/ with a raw text`,
    );
  const parsed: IssueParse[] = [];
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
    const own = await parseIssue(folder);
    console.log(`[${index + 1}/${issues.length}] ${relative('.', folder.path)}`);
    const { ledger, documents, issue } = own.output;
    parsed.push(own);
    rows.push([
      `${folder.series.id}/${folder.id}`,
      issue.format,
      String(documents.length),
      String(count(own.output, 'article')),
      String(count(own.output, 'table')),
      String(ledger.characters),
      String(ledger.accounted),
      severities(own.output),
      own.milliseconds.toFixed(0),
    ]);
  }
  printTable(rows);
  const problems = findProblems(parsed);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const grown = growLedgers(parsed);
  // First: an address that is published without a record could be lost unseen.
  await writeLedgers(grown);
  await writeOutput(series, parsed.map(toParsedIssue));
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
