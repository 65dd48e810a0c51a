/** Has phrases looked for in a thread of its own: a browser's code takes some milliseconds for each. */
import { Worker } from 'node:worker_threads';
import type { SampledPhrase } from './sample-phrases.ts';
import type { SearchTask } from './search-worker.ts';

/** The phrases that are not found in their clause; rejects with what the thread threw. */
export function findMissedInThread(task: SearchTask): Promise<SampledPhrase[]> {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL('./search-worker.ts', import.meta.url), {
      workerData: task,
    });
    worker.once('message', done);
    worker.once('error', fail);
    worker.once('exit', (code) => {
      // After a message this is of no effect.
      fail(new Error(`The search of the written index ended with code ${String(code)}`));
    });
  });
}
