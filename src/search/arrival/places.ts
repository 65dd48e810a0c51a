/** Where the phrases of a query stand on a document's page. */
import { foldWithPlaces } from '../fold.ts';
import { findPhrase, holdsPhrase, mergeMarks, type Mark } from '../match.ts';
import type { Block } from './blocks.ts';

/** One place; it has a range in every text node it runs over. */
export interface Place {
  element: Element;
  ranges: Range[];
}

interface Phrases {
  phrases: { folded: string }[];
  excluded: { folded: string }[];
}

/** All places in order. Lines that hold an excluded phrase have none, as in the results. */
export function findPlaces(blocks: Block[], { phrases, excluded }: Phrases): Place[] {
  return blocks.flatMap(({ element, nodes }) => {
    const folded = foldWithPlaces(nodes.map(({ data }) => data).join(''));
    if (excluded.some((phrase) => holdsPhrase(folded.text, phrase.folded))) return [];
    const marks = phrases.flatMap((phrase) => findPhrase(folded, phrase.folded));
    // Those of two phrases that overlap are one place, neighbours stay two.
    return mergeMarks(marks, true).map((mark) => ({ element, ranges: toRanges(nodes, mark) }));
  });
}

/** White space between elements, which is no text of the gazette, gets no range. */
function toRanges(nodes: Text[], { start, end }: Mark): Range[] {
  const ranges: Range[] = [];
  let before = 0;
  for (const node of nodes) {
    const from = Math.max(0, start - before);
    const to = Math.min(node.length, end - before);
    before += node.length;
    if (from >= to || node.data.slice(from, to).trim() === '') continue;
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    ranges.push(range);
  }
  return ranges;
}
