/** What stands on the page 时效: documents by what their texts say of effect, term and repeal. */
import type { Repeal } from '../relations/model.ts';
import type { DocumentEntry } from './entries.ts';
import { readStatus } from './effect.ts';
import type { Library } from './library.ts';

export interface EffectLists {
  /** With a term, by its last day; those whose last day cannot be told at the end. */
  terms: DocumentEntry[];
  /** Those whose beginning is later than the day given. */
  beginnings: DocumentEntry[];
  /** Without a term, by the day of effect, newest first. */
  termless: DocumentEntry[];
  /** Rules that do not say since when they apply, or of which the day cannot be told. */
  unsaid: DocumentEntry[];
  /** All that is repealed, held by the library or only named, newest first. */
  repeals: Repeal[];
}

/** @param day ISO; readers come on that day or later. */
export function readEffectLists(library: Library, day: string): EffectLists {
  const timed = library.documents.flatMap((entry) => {
    const facts = readStatus(entry, library);
    return facts ? [{ entry, ...facts.clock }] : [];
  });
  const entries = (list: typeof timed) => list.map(({ entry }) => entry);
  const by = (list: typeof timed, key: 'from' | 'until', sign: 1 | -1) =>
    [...list].sort((a, b) => sign * ((a[key] ?? '9') < (b[key] ?? '9') ? -1 : 1));
  const termed = timed.filter(({ untilSaid }) => untilSaid);
  const begun = timed.filter(({ from }) => from !== null);
  const repeals = library.documents
    .flatMap((entry) => library.relations(entry).acting)
    .filter((relation): relation is Repeal => relation.kind === 'repeal');
  return {
    terms: entries(by(termed, 'until', 1)),
    beginnings: entries(by(begun, 'from', 1).filter(({ from }) => from! > day)),
    termless: entries(by(begun, 'from', -1).filter(({ untilSaid }) => !untilSaid)),
    unsaid: entries(timed.filter(({ from, untilSaid }) => from === null && !untilSaid)),
    repeals: repeals.sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1)),
  };
}
