/** The status clock on the site: the day of the build, and the facts of every document that has them. */
import { chinaDay } from '../relations/status.ts';
import { statusFacts, type StatusFacts } from '../relations/status-facts.ts';
import type { DocumentEntry } from './entries.ts';
import { isNormative } from '../model/normative.ts';
import type { Library } from './library.ts';

/** The day as of which pages state what applies: that of SOURCE_DATE_EPOCH (seconds) where it is set, else today. */
export function buildDay(environment: Record<string, string | undefined> = process.env): string {
  const epoch = environment.SOURCE_DATE_EPOCH;
  if (epoch === undefined || epoch === '') return chinaDay(Date.now());
  if (!/^\d+$/.test(epoch))
    throw new Error(`SOURCE_DATE_EPOCH is \`${epoch}\`: expected seconds since 1970`);
  return chinaDay(Number(epoch) * 1000);
}

const known = new WeakMap<DocumentEntry, { facts: StatusFacts | null }>();

/** The facts of a document, null where it lays down no rules and says nothing of its effect. */
export function readStatus(entry: DocumentEntry, library: Library): StatusFacts | null {
  let found = known.get(entry);
  if (!found) {
    const relations = library.relations(entry);
    found = { facts: statusFacts(entry, isNormative(entry.record), relations) };
    known.set(entry, found);
  }
  return found.facts;
}
