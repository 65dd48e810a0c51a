/** References to clauses of the same text ↔ its 章 条 款 项. */
import type { Node } from 'unist';
import type { IssueNode } from '../../model/issue.ts';
import { placeOf } from '../../model/spans.ts';
import { ownText } from '../../model/text-of.ts';
import type { Citation } from '../../model/tree.ts';
import type { Comparisons } from './comparisons.ts';

/**
 * Reports references to clauses the text does not have. References in tables, in quotations and to other laws are not
 * compared, nor are those of which it cannot be told what they mean.
 */
export function checkCitations(issue: IssueNode, comparisons: Comparisons): void {
  for (const document of issue.children) {
    const walk = (node: Node) => {
      if (node.type === 'table') return;
      if (node.type === 'citation') {
        const citation = node as Citation;
        const { reference, lacking } = citation.data ?? {};
        if (reference !== 'own' && reference !== 'relative') return;
        if (lacking !== undefined)
          comparisons.fail(
            'citation-dangling',
            document,
            placeOf(citation),
            ownText(citation),
            lacking,
          );
        else if (citation.target.clause !== undefined) comparisons.agree('citations', document);
        return;
      }
      if ('children' in node) (node.children as Node[]).forEach(walk);
    };
    document.children.forEach(walk);
  }
}
