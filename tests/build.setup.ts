import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const build = fileURLToPath(new URL('../scripts/build.ts', import.meta.url));

/** Builds the site once before the tests of the `site` project; a failed build fails the run. */
export default function setup() {
  const { status, error } = spawnSync(process.execPath, [build], { stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) throw new Error('The site could not be built; see the output above');
}
