/** What the index proposes: documents that may hold all phrases, with the passages that may hold one of them. */
import type { PassageTable } from '../table.ts';
import { queryTerms } from '../terms.ts';
import type { PassageIndex } from './passage-index.ts';

export interface Candidate {
  /** Number of the document. */
  document: number;
  /** The likeliest first. */
  passages: number[];
}

interface Proposal {
  /** By passage its place in the answer of the index, for each phrase that proposes it. */
  places: Map<number, number[]>;
  phrases: number;
}

/** Every document that holds all the folded phrases is among the candidates; the likeliest come first. */
export async function proposeDocuments(
  index: PassageIndex,
  table: PassageTable,
  phrases: string[],
): Promise<Candidate[]> {
  const found = await Promise.all(
    phrases.map((phrase) => index.find(queryTerms(phrase, table.common))),
  );
  const lists = found.filter((list) => list !== null);
  if (lists.length === 0) {
    return Array.from({ length: table.documents }, (_, document) => ({
      document,
      passages: table.passagesOf(document),
    }));
  }
  const anywhere = lists.length < phrases.length;
  return [...gather(lists, table)]
    .filter(([, proposal]) => proposal.phrases === lists.length)
    .map(([document, { places }]) => ({ document, places, rank: rankOf(places, lists.length) }))
    .sort((a, b) => a.rank - b.rank || a.document - b.document)
    .map(({ document, places }) => {
      const passages = [...places].sort((a, b) => b[1].length - a[1].length || a[1][0]! - b[1][0]!);
      const likely = passages.map(([passage]) => passage);
      const others = anywhere
        ? table.passagesOf(document).filter((passage) => !places.has(passage))
        : [];
      return { document, passages: [...likely, ...others] };
    });
}

function gather(lists: number[][], table: PassageTable): Map<number, Proposal> {
  const proposals = new Map<number, Proposal>();
  for (const [at, list] of lists.entries()) {
    for (const [place, passage] of list.entries()) {
      const document = table.documentOf(passage);
      let proposal = proposals.get(document);
      if (!proposal) {
        // What an earlier phrase did not propose is out already.
        if (at > 0) continue;
        proposals.set(document, (proposal = { places: new Map(), phrases: 0 }));
      }
      if (proposal.phrases < at) continue;
      proposal.phrases = at + 1;
      const places = proposal.places.get(passage);
      if (places) places.push(place);
      else proposal.places.set(passage, [place]);
    }
  }
  return proposals;
}

/** The best place of a passage with all phrases; documents without one come after all that have one. */
function rankOf(places: Map<number, number[]>, phrases: number): number {
  let best = Infinity;
  let apart = 0;
  for (const own of places.values()) {
    const sum = own.reduce((total, place) => total + place, 0);
    if (own.length === phrases) best = Math.min(best, sum);
    apart += sum / places.size;
  }
  return best === Infinity ? 1e9 + apart : best;
}
