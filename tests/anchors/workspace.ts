/** A working folder with one issue, in which the commands run as an editor runs them. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { AnchorLedger } from '../../src/model/anchors.ts';
import type { ParsedIssue } from '../../src/model/content.ts';

const basis = ['--reason', '重新整理时分清了段落', '--by', '张三', '--date', '2026-01-31'];

export interface Ran {
  status: number | null;
  out: string;
  err: string;
}

export class Workspace {
  readonly home = mkdtempSync(join(tmpdir(), 'gongbao-anchors-'));
  readonly #issue: string;

  get #folder(): string {
    return join(this.home, 'content/a/issues', this.#issue);
  }

  /** @param content the raw text, or another workspace of which this one is a copy. */
  constructor(content: string | Workspace, issue = '2021-6') {
    this.#issue = issue;
    if (typeof content !== 'string') {
      cpSync(content.home, this.home, { recursive: true, verbatimSymlinks: true });
      return;
    }
    mkdirSync(this.#folder, { recursive: true });
    cpSync('content/jingdezhen/series.json', join(this.home, 'content/a/series.json'));
    symlinkSync(resolve('node_modules'), join(this.home, 'node_modules'));
    this.manifest({});
    this.write(content);
  }

  /** Replaces the raw text. */
  write(text: string): void {
    writeFileSync(join(this.#folder, 'gazette.txt'), text);
  }

  manifest(manifest: object): void {
    writeFileSync(join(this.#folder, 'issue.json'), JSON.stringify(manifest));
  }

  parse({ CI, args = [] }: { CI?: string; args?: string[] } = {}): Ran {
    return this.#run('parse.ts', args, CI);
  }

  /** `npm run anchors -- …`, with a reason and a name where it records something. */
  anchors(...args: string[]): Ran {
    return this.#run('anchors.ts', args[0] === 'list' ? args : [...args, ...basis]);
  }

  /** The same as it is typed. */
  anchorsAsTyped(...args: string[]): Ran {
    return this.#run('anchors.ts', args);
  }

  get ledgerText(): string {
    return readFileSync(join(this.#folder, 'anchors.json'), 'utf8');
  }

  get ledger(): AnchorLedger {
    return JSON.parse(this.ledgerText) as AnchorLedger;
  }

  writeLedger(text: string): void {
    writeFileSync(join(this.#folder, 'anchors.json'), text);
  }

  /** What the site reads. */
  get parsed(): ParsedIssue {
    const path = join(this.home, `.gongbao/issues/a/${this.#issue}.json`);
    return JSON.parse(readFileSync(path, 'utf8')) as ParsedIssue;
  }

  /** Forgets the last output, as a fresh clone has none. */
  forget(): void {
    rmSync(join(this.home, '.gongbao'), { recursive: true });
  }

  remove(): void {
    rmSync(this.home, { recursive: true });
  }

  #run(script: string, args: string[], CI = ''): Ran {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [resolve('scripts', script), ...args],
      { cwd: this.home, encoding: 'utf8', env: { ...process.env, CI } },
    );
    return { status, out: stdout, err: stderr };
  }
}
