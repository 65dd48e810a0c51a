import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test.each(['check', 'lint'])('npm run %s finds nothing', { timeout: 300_000 }, (script) => {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', script], {
    encoding: 'utf8',
  });
  expect(status, `${stdout}\n${stderr}`).toBe(0);
});
