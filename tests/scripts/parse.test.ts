/** The command, as an editor meets it. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import type { ParsedIssue } from '../../src/model/content.ts';
import type { GazetteOutput } from '../../src/model/output.ts';

vi.setConfig({ testTimeout: 60_000 });

const root = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'gongbao-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (cwd: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'scripts/parse.ts'), ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });

/** A working folder with one series and the given issues. */
function workspace(name: string, issues: Record<string, string | Buffer>): string {
  const home = join(folder, name);
  const series = join(home, 'content/a');
  mkdirSync(series, { recursive: true });
  cpSync('content/jingdezhen/series.json', join(series, 'series.json'));
  for (const [id, text] of Object.entries(issues)) {
    mkdirSync(join(series, 'issues', id), { recursive: true });
    writeFileSync(join(series, 'issues', id, 'gazette.txt'), text);
    writeFileSync(join(series, 'issues', id, 'issue.json'), '{}');
  }
  if (!existsSync(join(home, 'node_modules')))
    symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'));
  return home;
}

const sample = readFileSync('tests/gazette/fixtures/appointments/input.txt', 'utf8');

test('--json prints one JSON object and nothing else', () => {
  const { status, stdout, stderr } = run(
    root,
    '--json',
    'content/jingdezhen/issues/2020-11/gazette.txt',
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const output = JSON.parse(stdout) as GazetteOutput;
  expect(output.documents.map(({ id }) => id)).toContain('jfbz-2020-55');
  expect(Object.keys(output)).toEqual([
    'issue',
    'toc',
    'documents',
    'frontMatter',
    'furniture',
    'messages',
    'reconciliations',
    'ledger',
  ]);
});

test('a text that is no gazette exits 0 with a message and a complete ledger', () => {
  const path = join(folder, 'novel.txt');
  writeFileSync(path, '话说天下大势，分久必合，合久必分。\n\n周末七国分争，并入于秦。\n');
  const { status, stdout } = run(root, '--json', path);
  expect(status).toBe(0);
  const output = JSON.parse(stdout) as GazetteOutput;
  expect(output.documents).toEqual([]);
  expect(output.messages.map(({ ruleId }) => ruleId)).toContain('no-document');
  expect(output.ledger.accounted).toBe(output.ledger.characters);
});

test.each([
  ['an empty file', ''],
  ['a binary file', Buffer.from([0, 1, 2, 3, 255, 254])],
])('%s is a clear error that names the file, and nothing is written', (_, bytes) => {
  const home = workspace('bad', { '2019-1': sample, '2019-2': bytes });
  const { status, stderr } = run(home);
  expect(status).toBe(1);
  expect(stderr).toContain('content/a/issues/2019-2/gazette.txt: the file');
  expect(existsSync(join(home, '.gongbao'))).toBe(false);
});

test('a missing file', () => {
  const { status, stderr, stdout } = run(root, '--json', 'nowhere.txt');
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain('nowhere.txt');
});

test('a file larger than an issue can be', () => {
  const path = join(folder, 'huge.txt');
  writeFileSync(path, Buffer.alloc(70 * 2 ** 20, '的'));
  const { status, stderr } = run(root, '--json', path);
  expect(status).toBe(1);
  expect(stderr).toMatch(/huge\.txt: the file has 73 MB/);
});

test('a document printed in two issues is an error that names both places', () => {
  const home = workspace('twice', { '2019-1': sample, '2019-2': sample });
  const { status, stderr } = run(home);
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /2019-2\/gazette\.txt:1 and content\/a\/issues\/2019-1\/gazette\.txt:1: two documents have the id jfz-2019-2/,
  );
  expect(existsSync(join(home, '.gongbao'))).toBe(false);
});

const basis = '"reason": "甲", "by": "编者"';
test.each([
  ['{"format": "docx"}', /issue\.json: format/],
  ['{"facts": [{"field": "number", "value": 3}]}', /facts\.0\.reason/],
  [`{"facts": [{"field": "colour", "value": 3, ${basis}}]}`, /facts\.0\.field: .*"totalNumber"/],
  ['{', /issue\.json: cannot be read as JSON/],
  [
    `{"corrections": [{"from": "a", "to": "b", ${basis}}]}`,
    /corrections\.0: must have either "line"/,
  ],
  [
    `{"corrections": [{"line": 1, "from": "a", "to": "b", "reason": "甲"}]}`,
    /corrections\.0\.by: /,
  ],
  [
    `{"corrections": [{"line": "1", "from": "a", "to": "b", ${basis}}]}`,
    /corrections\.0\.line: .*line of the raw text/,
  ],
  [
    `{"corrections": [{"line": 1, "from": "a", "to": "a", ${basis}}]}`,
    /corrections\.0\.to: must differ/,
  ],
  [
    `{"corrections": [{"line": 1, "from": "a", "to": "b", "place": 1, ${basis}}]}`,
    /corrections\.0: .*"place"/,
  ],
  [
    `{"corrections": [{"document": "a-1", "field": "id", "from": "a", "to": "b", ${basis}}]}`,
    /corrections\.0\.field: .*"docNumber"/,
  ],
  [
    `{"corrections": [{"document": "a-1", "field": "date", "from": "a", "to": "5日", ${basis}}]}`,
    /corrections\.0\.to: must be a date like 2020-11-20/,
  ],
])('issue.json %s', (json, message) => {
  const home = workspace('manifest', { '2019-1': sample });
  writeFileSync(join(home, 'content/a/issues/2019-1/issue.json'), json);
  const { status, stderr } = run(home);
  expect(status).toBe(1);
  expect(stderr).toMatch(message);
});

test('all issues: a table with every character accounted for', () => {
  const home = workspace('good', { '2019-1': sample });
  const { status, stdout } = run(home);
  expect(status).toBe(0);
  expect(stdout).toMatch(/a\/2019-1 +pdf-text +1 +0 +0 +384 +384/);
  expect(
    JSON.parse(readFileSync(join(home, '.gongbao/issues/a/2019-1.json'), 'utf8')),
  ).toMatchObject({ label: '2019年（期号未载明）' });
});

test('a correction that does not fit its place stops the command and writes nothing', () => {
  const home = workspace('misfit', { '2019-1': sample });
  const manifest = join(home, 'content/a/issues/2019-1/issue.json');
  const correction = { line: 1, from: '景德镇', to: '甲', reason: '乙', by: '编者' };
  writeFileSync(
    manifest,
    JSON.stringify({
      corrections: [
        { ...correction, line: 3 },
        { ...correction, line: 3, from: '职务' },
      ],
    }),
  );
  const misfit =
    'content/a/issues/2019-1/issue.json: corrections.0: Expected `景德镇` in line 3, found `关于周文等同志职务任免的通知`; it stands in line 1, 13, 17, 21, 23\ncontent/a/issues/2019-1/issue.json: corrections.1: Expected `职务` in line 3, found it in the title of jfz-2019-2';
  const all = run(home);
  expect(all.status).toBe(1);
  expect(all.stderr).toContain(misfit);
  expect(existsSync(join(home, '.gongbao'))).toBe(false);
  const one = run(home, '--json', 'content/a/issues/2019-1/gazette.txt');
  expect([one.status, one.stdout]).toEqual([1, '']);
  expect(one.stderr).toContain(misfit);
});

test('a correction of an issue is applied', () => {
  const home = workspace('corrected', { '2019-1': sample });
  const correction = {
    document: 'jfz-2019-2',
    field: 'title',
    from: '职务任免',
    to: '任免职务',
    reason: '乙',
    by: '编者',
    date: '2026-01-31',
  };
  writeFileSync(
    join(home, 'content/a/issues/2019-1/issue.json'),
    JSON.stringify({ corrections: [correction] }),
  );
  expect(run(home).status).toBe(0);
  const { output } = JSON.parse(
    readFileSync(join(home, '.gongbao/issues/a/2019-1.json'), 'utf8'),
  ) as ParsedIssue;
  expect(output.documents[0]).toMatchObject({
    title: '景德镇市人民政府关于周文等同志任免职务的通知',
    corrections: [
      { field: 'title', from: '景德镇市人民政府关于周文等同志职务任免的通知', date: '2026-01-31' },
    ],
  });
});
