import type {
  Reporter,
  SerializedError,
  TestModule,
  TestRunEndReason,
  TestSuite,
} from 'vitest/node';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Prints `N passed, N failed` (and `, N skipped` where there are any) as the last line of the run.
 *
 * A file or suite that breaks outside its tests, an error nobody caught and a test that never
 * finished each count as one failure; a run that fails in any other way counts one too.
 */
export class CountReporter implements Reporter {
  #counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  #listening = false;

  onInit() {
    if (this.#listening) return;
    this.#listening = true;
    // At exit, so that it comes after the default reporter and after warnings about open handles,
    // and also where the global set-up fails and no run begins.
    process.once('exit', (code) => {
      const { passed, failed, skipped } = this.#counts;
      const failures = failed || (code ? 1 : 0);
      const tail = skipped > 0 ? `, ${String(skipped)} skipped` : '';
      process.stdout.write(`${String(passed)} passed, ${String(failures)} failed${tail}\n`);
    });
  }

  onTestRunEnd(
    modules: readonly TestModule[],
    unhandled: readonly SerializedError[],
    reason: TestRunEndReason,
  ) {
    this.#counts = count(modules, unhandled);
    if (reason !== 'passed' && this.#counts.failed === 0) this.#counts.failed = 1;
  }
}

export function count(modules: readonly TestModule[], unhandled: readonly unknown[]): Counts {
  const counts: Counts = { passed: 0, failed: unhandled.length, skipped: 0 };
  for (const module of modules) {
    countErrors(module, counts);
    for (const suite of module.children.allSuites()) countErrors(suite, counts);
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      counts[state === 'pending' ? 'failed' : state] += 1;
    }
  }
  return counts;
}

function countErrors(unit: TestModule | TestSuite, counts: Counts) {
  if (unit.errors().length > 0) counts.failed += 1;
}
