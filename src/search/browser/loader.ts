/** Loads the search when it is first wanted. */
import type { Search } from './engine.ts';
import { loadSearch, SearchUnavailable } from './files.ts';
import { once, within } from './loading.ts';

/** So long the files may take; after it they count as out of reach. */
const patience = 60_000;

/**
 * A function that loads once; after a failure the next call tries again.
 *
 * @param awaited the query that waits for what is loaded; '' where none does.
 */
export function createLoader(awaited: () => string): () => Promise<Search> {
  return once(() =>
    within(loadSearch(awaited()), patience, () => {
      throw new SearchUnavailable('network');
    }),
  );
}
