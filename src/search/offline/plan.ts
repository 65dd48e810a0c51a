/** What is kept for use without network, as the build writes it and the worker and the search page read it. */

export interface OfflinePlan {
  /** Changes with any file that is kept. */
  version: string;
  /** Addresses without which the search page does not open: kept from the first visit on. */
  shell: string[];
  /** Further addresses, kept when the reader asks for it: the whole index and the documents. */
  rest: string[];
  /** UTF-8 bytes of all of them. */
  bytes: number;
  documents: number;
}

/** Where the search page finds the plan. */
export const planAddress = '/search/offline.json';

/** Names of the caches begin so; those of what the reader saved go on with the version. */
export const savedPrefix = 'gongbao-saved-';
