import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { CountReporter } from './reporter.ts';

/** Tests that need the built site, or the whole repository at rest. */
const site = ['tests/browser/**/*.test.ts', 'tests/quality.test.ts'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    pool: 'forks',
    reporters: ['default', new CountReporter()],
    // A missing golden file is a failure; `npm test -- -u` writes it.
    update: 'none',
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: [...site] },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: site,
          globalSetup: ['tests/build.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A browser on a busy machine takes its time.
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});
