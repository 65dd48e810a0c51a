/** Totals, points and percentages ↔ the figures they are made of, in exact decimals. */
import type { Node } from 'unist';
import {
  addDecimals,
  equalDecimals,
  isShare,
  shareOf,
  writeDecimal,
  type Decimal,
} from '../../language/decimals.ts';
import {
  findPartsOfWhole,
  findShares,
  readFullPoints,
  readPoints,
} from '../../language/figures.ts';
import type { DocumentNode, IssueNode } from '../../model/issue.ts';
import type { Heading, Part, Span, Table } from '../../model/tree.ts';
import { flatParagraph } from '../transform/flat-paragraphs.ts';
import type { Comparisons } from './comparisons.ts';
import { headingsOf, tablesOf } from './lists.ts';
import { checkTotals, pointsOfTable } from './totals.ts';

/** Points of all headings right below; null unless every one of at least two has some. */
function pointsBelow(node: Node): Decimal[] | null {
  const points = headingsOf(node).map(({ title }) => readPoints(title));
  return points.length > 1 && points.every((own) => own !== null) ? points : null;
}

class SumCheck {
  readonly #document: DocumentNode;
  readonly #comparisons: Comparisons;

  constructor(document: DocumentNode, comparisons: Comparisons) {
    this.#document = document;
    this.#comparisons = comparisons;
  }

  #compare(what: string, said: Decimal, parts: Decimal[], place: Span | null): void {
    const sum = addDecimals(parts);
    if (equalDecimals(sum, said)) this.#comparisons.agree('sums', this.#document);
    else
      this.#comparisons.fail(
        'sum-differs',
        this.#document,
        place,
        what,
        `${writeDecimal(said)}分`,
        `${writeDecimal(sum)}分`,
      );
  }

  /** 目标责任考核（70分） ↔ its sections' 50分 and 20分. */
  #heading(heading: Heading): void {
    const said = readPoints(heading.title);
    const parts = pointsBelow(heading);
    const [place = null] = heading.data?.title ?? [];
    if (said && parts) this.#compare('分值', said, parts, place);
  }

  /** 满分100分 ↔ the sections beside or below the sentence, else the 分值 column of the part's only table with one. */
  #fullPoints(node: Node, parent: Node, part: Part): void {
    const { text, spans } = flatParagraph(node);
    const said = readFullPoints(text);
    if (!said) return;
    const scored = tablesOf(part).flatMap((table) => {
      const points = pointsOfTable(table);
      return points ? [points] : [];
    });
    const parts = pointsBelow(parent) ?? (scored.length === 1 ? scored[0]! : null);
    if (parts) this.#compare('满分', said.value, parts, spans(said.start, said.end)[0] ?? null);
  }

  #figures(node: Node): void {
    const { text, spans } = flatParagraph(node);
    for (const { whole, part, percent, start, end } of findShares(text)) {
      if (isShare(part, whole, percent)) this.#comparisons.agree('sums', this.#document);
      else
        this.#comparisons.fail(
          'sum-differs',
          this.#document,
          spans(start, end)[0] ?? null,
          '占比',
          `${writeDecimal(percent)}%`,
          `${writeDecimal(shareOf(part, whole, percent.places))}%`,
        );
    }
    for (const { whole, part, start, end } of findPartsOfWhole(text)) {
      const rest = addDecimals([whole, { ...part, units: -part.units }]);
      if (rest.units >= 0n) this.#comparisons.agree('sums', this.#document);
      else
        this.#comparisons.fail(
          'part-exceeds',
          this.#document,
          spans(start, end)[0] ?? null,
          writeDecimal(part),
          writeDecimal(whole),
        );
    }
  }

  check(node: Node, parent: Node, part: Part): void {
    if (node.type === 'contents') return;
    if (node.type === 'table') {
      checkTotals(node as Table, this.#document, this.#comparisons);
      return;
    }
    if (node.type === 'heading') this.#heading(node as Heading);
    if (node.type === 'paragraph' || node.type === 'item' || node.type === 'subitem') {
      this.#fullPoints(node, parent, part);
      this.#figures(node);
    }
    if ('children' in node)
      for (const child of node.children as Node[]) this.check(child, node, part);
  }
}

/** Reports figures that do not agree with those they are made of. */
export function checkSums(issue: IssueNode, comparisons: Comparisons): void {
  for (const document of issue.children) {
    const check = new SumCheck(document, comparisons);
    for (const part of document.children) check.check(part, part, part);
  }
}
