/** Brackets and quotes in pairs. */
import type { Node } from 'unist';
import { reversedQuotes } from '../../language/quotes.ts';
import { pairs, unpairedMarks, type UnpairedMark } from '../../language/sentences.ts';
import type { DocumentNode, IssueNode } from '../../model/issue.ts';
import type { Span } from '../../model/tree.ts';
import { excerpt } from '../messages.ts';
import { flatParagraph } from '../transform/flat-paragraphs.ts';
import type { Comparisons } from './comparisons.ts';

const prose = new Set(['paragraph', 'item', 'subitem']);
const opening = /[（(《〈“‘〔【「『[]/g;

/** A mark without its pair, with its place. */
interface Unpaired extends UnpairedMark {
  place: Span | null;
}

/** Reports quotes that are turned round, counts pairs, and gives the marks that have none. */
function checkText(node: Node, document: DocumentNode, comparisons: Comparisons): Unpaired[] {
  const { text, spans } = flatParagraph(node);
  const unpaired = unpairedMarks(text);
  const opened = unpaired.filter(({ mark }) => mark.search(opening) === 0).length;
  comparisons.agree('marks', document, (text.match(opening)?.length ?? 0) - opened);
  const reversed = reversedQuotes(text, unpaired);
  for (const { start, end } of reversed) {
    const place = spans(start, start + 1)[0] ?? null;
    comparisons.fail('quote-reversed', document, place, excerpt(text.slice(start, end), 42));
  }
  return unpaired
    .filter(({ index }) => !reversed.some(({ start, end }) => index >= start && index < end))
    .map((mark) => ({ ...mark, place: spans(mark.index, mark.index + 1)[0] ?? null }));
}

/**
 * Reports the marks of one document. A closing mark whose opening one stands in the next paragraph tells that two columns
 * run into each other line by line (raw sample 003, the 简报 of 重点工程): what was printed first stands last.
 */
function checkDocument(document: DocumentNode, comparisons: Comparisons): void {
  let before: Unpaired[] = [];
  const fail = ({ mark, place }: Unpaired) =>
    comparisons.fail('mark-unpaired', document, place, mark);
  const walk = (node: Node) => {
    if (node.type === 'table') return;
    if (prose.has(node.type)) {
      const own = checkText(node, document, comparisons);
      const closing = before.find(({ mark }) => own.some((other) => pairs[other.mark] === mark));
      const open = closing && own.find(({ mark }) => pairs[mark] === closing.mark);
      if (open) {
        comparisons.fail('columns-interleaved', document, closing.place);
        before = before.filter((mark) => mark !== closing);
      }
      before.forEach(fail);
      before = own.filter((mark) => mark !== open);
    }
    if ('children' in node) (node.children as Node[]).forEach(walk);
  };
  document.children.forEach(walk);
  before.forEach(fail);
}

/** Reports marks without their pair in every paragraph and item; tables are passed over. */
export function checkMarks(issue: IssueNode, comparisons: Comparisons): void {
  for (const document of issue.children) checkDocument(document, comparisons);
}
