/** Loads the search when it is first wanted. */
import type { Search } from './engine.ts';
import { loadSearch, SearchUnavailable } from './files.ts';

/** So long the files may take; after it they count as out of reach. */
const patience = 60_000;

/**
 * A function that loads once; after a failure the next call tries again.
 *
 * @param awaited the query that waits for what is loaded; '' where none does.
 */
export function createLoader(awaited: () => string): () => Promise<Search> {
  let loading: Promise<Search> | null = null;
  return () => {
    if (!loading) {
      loading = inTime(loadSearch(awaited()));
      loading.catch(() => {
        loading = null;
      });
    }
    return loading;
  };
}

function inTime(work: Promise<Search>): Promise<Search> {
  let timer: number | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = window.setTimeout(() => {
      reject(new SearchUnavailable('network'));
    }, patience);
  });
  return Promise.race([work, late]).finally(() => {
    window.clearTimeout(timer);
  });
}
