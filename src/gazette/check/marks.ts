/** Brackets and quotes in pairs. */
import type { Node } from 'unist';
import { reversedQuotes } from '../../language/quotes.ts';
import { unpairedMarks } from '../../language/sentences.ts';
import type { DocumentNode, IssueNode } from '../../model/issue.ts';
import { excerpt } from '../messages.ts';
import { flatParagraph } from '../transform/flat-paragraphs.ts';
import type { Comparisons } from './comparisons.ts';

const prose = new Set(['paragraph', 'item', 'subitem']);
const opening = /[（(《〈“‘〔【「『[]/g;

function checkText(node: Node, document: DocumentNode, comparisons: Comparisons): void {
  const { text, spans } = flatParagraph(node);
  const unpaired = unpairedMarks(text);
  const opened = unpaired.filter(({ mark }) => mark.search(opening) === 0).length;
  comparisons.agree('marks', document, (text.match(opening)?.length ?? 0) - opened);
  const reversed = reversedQuotes(text, unpaired);
  for (const { start, end } of reversed) {
    const place = spans(start, start + 1)[0] ?? null;
    comparisons.fail('quote-reversed', document, place, excerpt(text.slice(start, end), 42));
  }
  for (const { mark, index } of unpaired) {
    if (reversed.some(({ start, end }) => index >= start && index < end)) continue;
    comparisons.fail('mark-unpaired', document, spans(index, index + 1)[0] ?? null, mark);
  }
}

/** Reports marks without their pair in every paragraph and item; tables are passed over. */
export function checkMarks(issue: IssueNode, comparisons: Comparisons): void {
  for (const document of issue.children) {
    const walk = (node: Node) => {
      if (node.type === 'table') return;
      if (prose.has(node.type)) checkText(node, document, comparisons);
      if ('children' in node) (node.children as Node[]).forEach(walk);
    };
    document.children.forEach(walk);
  }
}
