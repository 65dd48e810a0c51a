/** A portal over fixtures: the whole build, in a folder of its own. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { IssueManifest } from '../../src/model/content.ts';

export interface FixtureSite {
  /** The folder of the built pages. */
  dist: string;
  remove(): void;
}

/**
 * Builds a portal of one series.
 *
 * @param issues by id: the raw text, what its `issue.json` says, and its anchor ledger where it has one.
 * @throws Error with the build's output where it fails.
 */
export function buildFixtureSite(
  issues: Record<string, { text: string; manifest?: IssueManifest; anchors?: string }>,
): FixtureSite {
  const home = mkdtempSync(join(tmpdir(), 'gongbao-site-'));
  for (const name of ['src', 'scripts', 'public', 'astro.config.mjs', 'tsconfig.json'])
    cpSync(name, join(home, name), { recursive: true });
  cpSync('package.json', join(home, 'package.json'));
  linkPackages(join(home, 'node_modules'));
  const series = join(home, 'content/a');
  mkdirSync(series, { recursive: true });
  cpSync('content/jingdezhen/series.json', join(series, 'series.json'));
  for (const [id, { text, manifest = {}, anchors }] of Object.entries(issues)) {
    const folder = join(series, 'issues', id);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'gazette.txt'), text);
    writeFileSync(join(folder, 'issue.json'), JSON.stringify(manifest));
    if (anchors !== undefined) writeFileSync(join(folder, 'anchors.json'), anchors);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
    cwd: home,
    encoding: 'utf8',
  });
  const remove = () => rmSync(home, { recursive: true });
  if (status !== 0) {
    remove();
    throw new Error(`The fixture site could not be built:\n${stdout}\n${stderr}`);
  }
  return { dist: join(home, 'dist'), remove };
}

/** The packages, one by one: the caches beside them (`.astro` holds the content of the last build) are not shared. */
function linkPackages(target: string): void {
  mkdirSync(target);
  for (const name of readdirSync('node_modules'))
    if (!/^\.(?!bin$)/.test(name)) symlinkSync(resolve('node_modules', name), join(target, name));
}
