/** A thread that looks for phrases in the written index as a browser does, and answers with those it misses. */
import { parentPort, workerData } from 'node:worker_threads';
import { readTable, type StoredTable } from '../table.ts';
import { openWrittenIndex } from './open-index.ts';
import { findMissed } from './prove-recall.ts';
import type { SampledPhrase } from './sample-phrases.ts';

/** Given as `workerData`; the answer is one message, the phrases missed. */
export interface SearchTask {
  /** The `pagefind/` of a built site. */
  folder: string;
  table: StoredTable;
  phrases: SampledPhrase[];
}

const { folder, table, phrases } = workerData as SearchTask;
parentPort!.postMessage(
  await findMissed(phrases, await openWrittenIndex(folder), readTable(table)),
);
