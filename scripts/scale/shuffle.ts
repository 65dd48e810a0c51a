/** Exchanges the words of clauses between documents of one kind, in the raw texts. */
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import type { ParsedIssue } from '../../src/model/content.ts';
import { shuffled, type Random } from '../bench/random.ts';

interface Slice {
  issue: number;
  start: number;
  end: number;
}

/** Slices that may change places: same text format, kind of document, kind of clause, closing mark. */
export type Exchanges = Slice[][];

const minLength = 12;

/** Clauses that are words alone, and whole: no table, no list inside, no running head between. */
export function findExchanges(issues: ParsedIssue[]): Exchanges {
  const groups = new Map<string, Slice[]>();
  for (const [issue, { raw, output }] of issues.entries()) {
    for (const { kind, parts } of output.documents) {
      for (const part of parts) {
        visit(part, (node) => {
          if (node.type === 'table') return 'skip';
          if (node.type !== 'paragraph' && node.type !== 'item') return undefined;
          const [first, last] = [node.children[0], node.children.at(-1)];
          if (node.children.some(({ type }) => type !== 'text' && type !== 'citation')) {
            return undefined;
          }
          const start = first?.position?.start.offset;
          const end = last?.position?.end.offset;
          if (start === undefined || end === undefined) return undefined;
          const text = raw.slice(start, end);
          const mark = /[。；;]$/u.exec(text)?.[0];
          if (text.length < minLength || mark === undefined || text.startsWith('第')) {
            return undefined;
          }
          // A running head inside would move to where no page begins.
          if (close(text) !== close(wordsOf(node))) return undefined;
          const key = [output.issue.format, kind, node.type, mark].join('\t');
          groups.set(key, [...(groups.get(key) ?? []), { issue, start, end }]);
          return undefined;
        });
      }
    }
  }
  return [...groups.values()];
}

function wordsOf(node: Node): string {
  let words = '';
  visit(node, 'text', ({ value }: Node & { value?: string }) => {
    words += value ?? '';
  });
  return words;
}

function close(text: string): string {
  return text.replace(/\s/g, '');
}

/** The raw texts with the slices of each group in another order. */
export function shuffleTexts(
  issues: ParsedIssue[],
  exchanges: Exchanges,
  random: Random,
): string[] {
  const changes = issues.map((): { start: number; end: number; text: string }[] => []);
  for (const group of exchanges) {
    const texts = shuffled(
      random,
      group.map(({ issue, start, end }) => issues[issue]!.raw.slice(start, end)),
    );
    for (const [index, { issue, start, end }] of group.entries()) {
      changes[issue]!.push({ start, end, text: texts[index]! });
    }
  }
  return issues.map(({ raw }, issue) =>
    changes[issue]!.sort((a, b) => b.start - a.start).reduce(
      (text, { start, end, text: other }) => text.slice(0, start) + other + text.slice(end),
      raw,
    ),
  );
}
