/**
 * Builds the site into `dist`: raw texts → JSON → pages → search index.
 *
 * Stops at the first step that fails, with that step's exit code.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name: string) => `${root}node_modules/.bin/${name}`;

const steps: [name: string, command: string, ...args: string[]][] = [
  ['parse', process.execPath, 'scripts/parse.ts'],
  ['keywords', process.execPath, 'scripts/extract-keywords.ts'],
  ['pages', bin('astro'), 'build'],
  ['words', process.execPath, 'scripts/cut-words.ts'],
  ['search index', process.execPath, 'scripts/index-search.ts'],
  [
    'offline',
    process.execPath,
    '--disable-warning=ExperimentalWarning',
    'scripts/write-offline.ts',
  ],
];

for (const [name, command, ...args] of steps) {
  const start = performance.now();
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  if (error) throw error;
  if (status !== 0) {
    console.error(`build: step “${name}” failed`);
    process.exit(status ?? 1);
  }
  console.log(`build: ${name} ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
