/** Recent searches in the browser's own store. Where that is barred (private mode) nothing is kept and nothing fails. */
import { addRecent, readRecent, type Recent } from '../recent.ts';

const key = 'gongbao:recent';

export function loadRecent(): Recent {
  try {
    return readRecent(localStorage.getItem(key));
  } catch {
    return readRecent(null);
  }
}

export function remember(query: string): void {
  store(addRecent(loadRecent(), query));
}

export function forgetRecent(): void {
  store({ ...loadRecent(), queries: [] });
}

/** Switched off, what was kept is forgotten. */
export function keepRecent(on: boolean): void {
  store({ on, queries: [] });
}

function store(recent: Recent): void {
  try {
    localStorage.setItem(key, JSON.stringify(recent));
  } catch {
    // The store is full or barred.
  }
}
