/** Loads what the comparison page reads: a document in words, the list of documents, the likely pairs. */
import type { ListedDocument } from '../../search/documents.ts';
import type { LikelyPair } from '../pairs.ts';
import type { WordsFile } from '../words-file.ts';

/** A file that is not there, or could not be fetched. */
export class FileUnavailable extends Error {
  readonly missing: boolean;
  constructor(address: string, missing: boolean, cause?: unknown) {
    super(`Cannot load ${address}`, { cause });
    this.missing = missing;
  }
}

const loaded = new Map<string, Promise<unknown>>();

/** A file is fetched once; after a failure the next try fetches it again. */
function load(address: string): Promise<unknown> {
  const own = loaded.get(address) ?? fetchJson(address);
  loaded.set(address, own);
  own.catch(() => loaded.delete(address));
  return own;
}

async function fetchJson(address: string): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(address);
  } catch (cause) {
    throw new FileUnavailable(address, false, cause);
  }
  if (!response.ok) throw new FileUnavailable(address, response.status === 404);
  return response.json();
}

/** A document by its id; throws `FileUnavailable`. */
export function loadWords(id: string): Promise<WordsFile> {
  return load(`/documents/${encodeURIComponent(id)}.words.json`) as Promise<WordsFile>;
}

/** All documents, newest first; throws `FileUnavailable`. */
export function loadDocuments(): Promise<ListedDocument[]> {
  return load('/search/documents.json') as Promise<ListedDocument[]>;
}

/** Documents that readers will want to compare; throws `FileUnavailable`. */
export function loadPairs(): Promise<LikelyPair[]> {
  return load('/compare/pairs.json') as Promise<LikelyPair[]>;
}
