/** Reads the folders under `content/`. */
import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import type { IssueManifest, Series } from '../src/model/content.ts';
import { decodeText, sizeLimit } from './decode.ts';
import { manifestSchema } from './manifest.ts';

const seriesSchema = z.strictObject({
  /** Before the issue id in addresses; '' for the portal's first series. */
  prefix: z.string().regex(/^[a-z0-9-]*$/),
  title: z.string().min(1),
  place: z.string().min(1),
  publisher: z.string().min(1),
  homepage: z.url().nullable(),
  /** 代字 → ASCII code. */
  codes: z.record(z.string(), z.string().regex(/^[a-z][a-z0-9]*$/)),
  /** Short name → full name. */
  agencies: z.record(z.string(), z.string()),
});

export interface IssueFolder {
  series: Series;
  /** Folder name. */
  id: string;
  manifest: IssueManifest;
  /** Path of the raw text. */
  path: string;
}

/**
 * Reads a file an editor writes.
 *
 * @param advice what to do where it is wrong.
 * @throws Error that names the file and the entries that are wrong.
 */
export async function readJson<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  advice?: string,
): Promise<z.infer<Schema>> {
  const end = advice === undefined ? '' : `; ${advice}`;
  let data: unknown;
  try {
    data = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: cannot be read as JSON: ${(error as Error).message}${end}`, {
      cause: error,
    });
  }
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    ({ path: at, message }) => `${at.join('.') || '(top)'}: ${message}`,
  );
  throw new Error(`${path}: ${problems.join('; ')}${end}`);
}

/** `series.json` of a series folder. */
export async function readSeries(folder: string): Promise<Series> {
  return { id: basename(folder), ...(await readJson(join(folder, 'series.json'), seriesSchema)) };
}

/** One issue's folder. */
export async function readIssueFolder(folder: string, series: Series): Promise<IssueFolder> {
  const id = basename(folder);
  if (!/^\d{4}-(\d{1,2}|u\d+)$/.test(id)) {
    throw new Error(
      `${folder}: the name of an issue's folder is year-number (2020-11), or year-u1 where no number is printed`,
    );
  }
  const manifest = await readJson(join(folder, 'issue.json'), manifestSchema);
  const texts = (await readdir(folder)).filter((name) => name.endsWith('.txt'));
  const name = manifest.text ?? texts[0];
  if (name === undefined) throw new Error(`${folder}: no raw text (.txt) in the folder`);
  if (manifest.text === undefined && texts.length > 1) {
    throw new Error(
      `${folder}: ${texts.join(', ')}: more than one raw text; name the right one as "text" in issue.json`,
    );
  }
  return { series, id, manifest, path: join(folder, name) };
}

/** All series and issues below `root`, in the order of their names. */
export async function readContent(
  root: string,
): Promise<{ series: Series[]; issues: IssueFolder[] }> {
  const series: Series[] = [];
  const issues: IssueFolder[] = [];
  for (const name of await folders(root)) {
    const own = await readSeries(join(root, name));
    series.push(own);
    for (const id of await folders(join(root, name, 'issues'))) {
      issues.push(await readIssueFolder(join(root, name, 'issues', id), own));
    }
  }
  const prefixes = series.map(({ prefix }) => prefix);
  const twice = prefixes.find((prefix, index) => prefixes.indexOf(prefix) !== index);
  if (twice !== undefined)
    throw new Error(
      `${root}: two series have the address prefix "${twice}"; give one of them another`,
    );
  return { series, issues };
}

/** The issue folder a path lies in, or null where it lies in none. */
export async function issueFolderOf(path: string): Promise<IssueFolder | null> {
  const folder = dirname(path);
  const seriesFolder = dirname(dirname(folder));
  try {
    await stat(join(seriesFolder, 'series.json'));
    await stat(join(folder, 'issue.json'));
  } catch {
    return null;
  }
  return readIssueFolder(folder, await readSeries(seriesFolder));
}

/** The raw text of a file, decoded. Errors name the file. */
export async function readText(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > sizeLimit) {
      throw new Error(
        `the file has ${Math.round(size / 1e6)} MB, more than the ${sizeLimit / 2 ** 20} MB an issue can have; expected the text of one issue`,
      );
    }
    return decodeText(await readFile(path));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
}

async function folders(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
