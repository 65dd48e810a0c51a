/** Paragraphs that end in mid-sentence, and what the repair was unsure of. */
import type { Node } from 'unist';
import type { VFile } from 'vfile';
import { endsOpen } from '../../language/sentences.ts';
import type { IssueNode } from '../../model/issue.ts';
import { spanOf } from '../../model/spans.ts';
import type { Article, GazetteData, Table } from '../../model/tree.ts';
import { excerpt, report } from '../messages.ts';
import { flatParagraph } from '../transform/flat-paragraphs.ts';

const prose = new Set(['paragraph', 'item', 'subitem']);

function checkNode(node: Node, file: VFile): void {
  const data = node.data as GazetteData | undefined;
  const start = node.position?.start.offset ?? 0;
  if (data?.boundary?.uncertain) report(file, 'boundary-uncertain', { start, end: start + 1 });
  for (const join of data?.joins ?? []) {
    if (join.reason === 'column-order')
      report(file, 'paragraph-displaced', { start, end: start + 1 });
    else if (join.uncertain) report(file, 'join-uncertain', { start: join.at, end: join.at + 1 });
  }
  if (prose.has(node.type)) {
    const { text: value, spans } = flatParagraph(node);
    const at = (index: number) => spans(index, index + 1)[0] ?? null;
    if (/[，、,]$/.test(value) || (endsOpen(value) && !/[—”"]$/.test(value))) {
      report(file, 'sentence-open', at(value.length - 1), excerpt(value.slice(-12)));
    }
  }
  // An article of which only some words are printed before the next: columns read line by line, or a lost page.
  const last = data?.title?.at(-1);
  if (
    node.type === 'article' &&
    'children' in node &&
    (node.children as Node[]).length === 0 &&
    last
  ) {
    const { title = '' } = node as Article;
    report(
      file,
      'sentence-open',
      { start: last.end - 1, end: last.end },
      excerpt(title.slice(-12)),
    );
  }
  if (node.type === 'table') {
    if (data?.flattened) report(file, 'table-flattened', { start, end: start + 1 });
    else checkTable(node, file);
    return;
  }
  if ('children' in node) for (const child of node.children as Node[]) checkNode(child, file);
}

function checkTable(node: Node, file: VFile): void {
  const { columns, children, data } = node as Table;
  if (columns.length === 0) return;
  if (data?.askew) report(file, 'table-header-askew', spanOf(node));
  if (data?.rebuilt)
    report(file, 'table-rebuilt', { start: spanOf(node).start, end: spanOf(node).start + 1 });
  for (const row of children) {
    if (row.data?.shifted) report(file, 'table-row-shifted', spanOf(row));
    if (row.data?.boundary?.uncertain) report(file, 'table-row-uncertain', spanOf(row));
    // Below a label that stands over several columns the others go on.
    if (row.header && children.some(({ children: cells }) => cells.some(({ rowSpan }) => rowSpan)))
      continue;
    const width = row.children.reduce((sum, cell) => sum + (cell.colSpan ?? 1), 0);
    if (width === columns.length) continue;
    report(file, 'table-uneven', spanOf(row), width, columns.length);
  }
}

/** Reports per paragraph, item and table of the whole issue. */
export function checkSentences(issue: IssueNode, file: VFile): void {
  for (const document of issue.children) {
    for (const part of document.children) part.children.forEach((node) => checkNode(node, file));
  }
}
