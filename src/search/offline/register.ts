/** Makes the search page open without network from the next visit on; whatever fails changes nothing. */

const lasting = /^\/pagefind\/(?:fragment|index)\//;

/** Call it when the page is at rest: it reads the page's files once more. */
export async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    await navigator.serviceWorker.register('/sw.js');
    const { active } = await navigator.serviceWorker.ready;
    const paths = performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => lasting.test(path));
    active?.postMessage([...new Set(paths)]);
  } catch {
    // Barred by the browser or the reader: search works as before, with network.
  }
}
