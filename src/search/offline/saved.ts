/** Keeps the whole index and all documents on the device, in the browser's cache of the portal. */
import { planAddress, savedPrefix, type OfflinePlan } from './plan.ts';

const together = 6;

/** The plan of the present build; rejects without network. */
export async function fetchPlan(): Promise<OfflinePlan> {
  const response = await fetch(planAddress, { cache: 'no-store' });
  if (!response.ok) throw new Error(`${planAddress}: ${String(response.status)}`);
  return (await response.json()) as OfflinePlan;
}

/** The plan that was saved as a whole, null where none was. */
export async function savedPlan(): Promise<OfflinePlan | null> {
  for (const name of await savedNames()) {
    const mark = await (await caches.open(name)).match(planAddress);
    if (mark) return (await mark.json()) as OfflinePlan;
  }
  return null;
}

/**
 * Saves everything of a plan; what an attempt that broke off has saved already is not read again. Former versions go
 * when the new one is whole.
 */
export async function save(
  plan: OfflinePlan,
  progress: (done: number, all: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const own = savedPrefix + plan.version;
  const cache = await caches.open(own);
  const paths = [...plan.shell, ...plan.rest];
  const left = paths.toReversed();
  let done = 0;
  const work = async () => {
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      signal.throwIfAborted();
      if (!(await cache.match(path)))
        await cache.add(new Request(path, { cache: 'no-cache', signal }));
      progress(++done, paths.length);
    }
  };
  await Promise.all(Array.from({ length: together }, work));
  await cache.put(planAddress, Response.json(plan));
  const former = (await savedNames()).filter((name) => name !== own);
  await Promise.all(former.map((name) => caches.delete(name)));
}

/** Deletes everything that was saved, in whole or in part. */
export async function removeSaved(): Promise<void> {
  await Promise.all((await savedNames()).map((name) => caches.delete(name)));
}

async function savedNames(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(savedPrefix));
}
