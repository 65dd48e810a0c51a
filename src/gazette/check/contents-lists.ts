/** A 目录 printed inside a document ↔ the chapters and headings of the text below it. */
import type { Node } from 'unist';
import { readLabel, type LabelFamily } from '../../language/labels.ts';
import { foldLetters } from '../../language/text.ts';
import type { DocumentNode } from '../../model/issue.ts';
import { placeOf } from '../../model/spans.ts';
import { ownText } from '../../model/text-of.ts';
import type { ContentsList, Part } from '../../model/tree.ts';
import { excerpt } from '../messages.ts';
import type { Comparisons } from './comparisons.ts';

interface Titled {
  family: LabelFamily;
  number: number;
  title: string;
}

function titledNodes(part: Part): Titled[] {
  const found: Titled[] = [];
  const walk = (node: Node) => {
    const { type, style, number, title, data } = node as Node & {
      style?: LabelFamily;
      number?: number;
      title?: string;
      data?: { level?: string };
    };
    if (typeof number === 'number' && typeof title === 'string' && title !== '') {
      const family = data?.level === 'book' ? 'book' : (style ?? (type as LabelFamily));
      found.push({ family, number, title });
    }
    if ('children' in node) (node.children as Node[]).forEach(walk);
  };
  part.children.forEach(walk);
  return found;
}

/** Title of a line without leaders and page: 总则……3. */
function titleOf(text: string): string {
  return text.replace(/[\s.．…·—-]*[（(]?\d{0,3}[)）]?\s*$/, '');
}

function compareList(
  list: ContentsList,
  part: Part,
  document: DocumentNode,
  to: Comparisons,
): void {
  const nodes = titledNodes(part);
  let at = 0;
  for (const line of list.children) {
    const text = ownText(line);
    const label = readLabel(text);
    if (!label) continue;
    const title = titleOf(text.slice(label.length));
    const index = nodes.findIndex(
      ({ family, number }, order) =>
        order >= at && family === label.family && number === label.number[0],
    );
    if (index === -1) {
      to.fail('contents-line-missing', document, placeOf(line), excerpt(text));
      continue;
    }
    at = index + 1;
    const found = nodes[index]!.title;
    if (foldLetters(found) === foldLetters(title)) to.agree('contents', document);
    else to.fail('contents-line-differs', document, placeOf(line), title, found);
  }
}

/** Compares every line with a label of every 目录 in the document. */
export function checkContentsLists(document: DocumentNode, comparisons: Comparisons): void {
  for (const part of document.children) {
    for (const node of part.children)
      if (node.type === 'contents') compareList(node, part, document, comparisons);
  }
}
