/**
 * Ids of documents without 发文字号 are positions when they are given first (gb2020-11-10). From then on the ledger owns
 * them: a document is known again by its title and its words, wherever it stands.
 */
import { foldLetters, similarity } from '../language/text.ts';
import type { AnchorLedger } from '../model/anchors.ts';
import { sameWords, sharedWords, type PublishedDocument } from './published.ts';

const positional = /^gb(?:[a-z0-9-]+-)?\d{4}-.*-(\d+)$/;

/** Titles less alike than this are not those of one document, unless its words are. */
const sameTitle = 0.85;

/**
 * The ids that the documents without number keep, by their place in the issue; new ones get the next free number.
 *
 * @param documents of the issue in printed order, with the ids the parser gives by position.
 */
export function keepIds(
  ledger: AnchorLedger,
  documents: readonly PublishedDocument[],
): Record<number, string> {
  const places = documents.flatMap(({ id }, place) => (positional.test(id) ? [place] : []));
  const kept = match(ledger, documents, places);
  const taken = new Set([...Object.keys(ledger.documents), ...Object.values(kept)]);
  for (const place of places) {
    const { id } = documents[place]!;
    if (kept[place] === undefined) kept[place] = taken.has(id) ? nextFree(id, taken) : id;
    taken.add(kept[place]);
  }
  return kept;
}

/** The most alike first; where two are equally alike, in the order of the issue. */
function match(
  ledger: AnchorLedger,
  documents: readonly PublishedDocument[],
  places: readonly number[],
): Record<number, string> {
  const decided = new Set(
    ledger.decisions
      .filter(({ clause, decision }) => clause === null && decision !== 'corrected')
      .map(({ document }) => document),
  );
  const known = Object.entries(ledger.documents).filter(
    ([id]) => positional.test(id) && !decided.has(id),
  );
  const pairs = places.flatMap((place) =>
    known.flatMap(([id, { title, clauses }]) => {
      const document = documents[place]!;
      const titles = similarity(foldLetters(document.title), foldLetters(title));
      const words = sharedWords(document, new Set(Object.values(clauses)));
      return titles < sameTitle && words < sameWords ? [] : [{ place, id, alike: titles + words }];
    }),
  );
  const kept: Record<number, string> = {};
  for (const { place, id } of pairs.sort((a, b) => b.alike - a.alike)) {
    if (kept[place] === undefined && !Object.values(kept).includes(id)) kept[place] = id;
  }
  return kept;
}

function nextFree(id: string, taken: ReadonlySet<string>): string {
  const stem = id.replace(/\d+$/, '');
  const numbers = [...taken].filter((one) => one.startsWith(stem)).map(numberOf);
  return `${stem}${String(Math.max(0, ...numbers) + 1)}`;
}

function numberOf(id: string): number {
  return Number(positional.exec(id)?.[1] ?? 0);
}
