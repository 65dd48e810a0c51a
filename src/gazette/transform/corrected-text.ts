/** Corrections of printed words: put on the node that holds them. */
import type { Node } from 'unist';
import type { CorrectedText, TextCorrection } from '../../model/corrections.ts';
import type { DocumentNode, IssueNode } from '../../model/issue.ts';
import { isInside, placeOf } from '../../model/spans.ts';
import type { GazetteContent, GazetteData, Span, Table, Text } from '../../model/tree.ts';
import { excerpt } from '../messages.ts';
import { lineStarts } from './positions.ts';

/** Why a correction does not fit: what was expected, what is there, what the editor can do. */
export interface Problem {
  expected: string;
  found: string;
  advice: string;
}

type Refusal = Omit<Problem, 'expected'>;

/**
 * Puts a correction on the `text` that holds its words, or corrects the title that does.
 *
 * @returns null where it was applied.
 */
export function correctText(
  issue: IssueNode,
  correction: TextCorrection,
  raw: string,
): Problem | null {
  const { line, from } = correction;
  const starts = lineStarts(raw);
  const expected = `\`${from}\` in line ${line}`;
  const problem = (found: string, advice: string) => ({ expected, found, advice });
  if (line > starts.length)
    return problem(`a text of ${starts.length} lines`, 'write the line on which it stands');
  const text = raw.slice(starts[line - 1], starts[line]);
  const times = text.split(from).length - 1;
  if (times === 0) return problem(`\`${excerpt(text, 60)}\``, elsewhere(raw, from));
  if (times > 1) return problem(`it ${times} times there`, 'write more of the words around it');
  const start = starts[line - 1]! + text.indexOf(from);
  const span = { start, end: start + from.length };
  const refusal = annotate(issue, correction, span);
  return refusal && { expected, ...refusal };
}

/** What to do where the line does not hold the words. */
function elsewhere(raw: string, from: string): string {
  const lines = raw
    .split(/\r\n|\r|\n/)
    .flatMap((text, index) => (text.includes(from) ? [index + 1] : []));
  return lines.length === 0
    ? 'write the characters exactly as they stand in the raw text, or remove the correction'
    : `it stands in line ${lines.slice(0, 5).join(', ')}`;
}

/** Puts the correction on the node that holds all its characters. */
function annotate(issue: IssueNode, correction: TextCorrection, span: Span): Refusal | null {
  for (const document of issue.children) {
    const field = fieldAt(document, span);
    const holder = findHolder(document.children, span, { id: null, headed: null });
    if (!holder && field) {
      return {
        found: `it in the ${field} of ${document.id}`,
        advice: `write {"document": "${document.id}", "field": "${field}", …} in the place of "line"`,
      };
    }
    if (!holder) continue;
    return put(document, holder, correction, span);
  }
  return {
    found: 'it outside the documents, or over the border of two pieces of text',
    advice: 'front matter and furniture are not corrected; make a correction for each piece',
  };
}

interface Holder {
  node: Node & { data?: GazetteData };
  /** Which of the node's printed strings it is. */
  what: 'value' | 'title' | 'label';
  /** Nearest id. */
  id: string | null;
  /** The table whose header row it stands in. */
  headed: Table | null;
}

function findHolder(
  nodes: readonly GazetteContent[],
  span: Span,
  above: Pick<Holder, 'id' | 'headed'>,
): Holder | null {
  for (const node of nodes) {
    const id = ('id' in node ? node.id : undefined) ?? above.id;
    const headed = node.type === 'tableRow' && !node.header ? null : above.headed;
    const around = { id, headed: node.type === 'table' ? node : headed };
    if (node.type === 'text') {
      const place = placeOf(node);
      if (place && isInside(span, place)) return { node, what: 'value', ...around };
      continue;
    }
    const holds = (spans: Span[] = []) => spans.some((own) => isInside(span, own));
    if (holds(node.data?.label)) return { node, what: 'label', ...around };
    if (holds(node.data?.title)) return { node, what: 'title', ...around };
    const below = 'children' in node && findHolder(node.children as GazetteContent[], span, around);
    if (below) return below;
  }
  return null;
}

function put(
  document: DocumentNode,
  { node, what, id, headed }: Holder,
  correction: TextCorrection,
  span: Span,
): Refusal | null {
  if (what === 'label') {
    return {
      found: 'it in the label of a clause',
      advice: 'labels make addresses and stay as printed; remove the correction',
    };
  }
  const others = (node as Text).data?.corrections ?? [];
  if (others.some((other) => other.span.start < span.end && span.start < other.span.end)) {
    return { found: 'words another correction has changed', advice: 'make one correction of both' };
  }
  const isChanged =
    what === 'title' ? retitle(node, correction) : !headed || relabel(headed, correction);
  if (!isChanged) {
    return {
      found:
        'it in a title or column label that, spaces and line breaks gone, does not hold it once',
      advice: 'write words that hold no spaces and stand there once',
    };
  }
  const { from, to, reason, by, date = null } = correction;
  const applied: CorrectedText = { field: null, span, node: id, from, to, reason, by, date };
  node.data = { ...node.data, corrections: [...others, applied].sort(byPlace) };
  document.corrections.push(applied);
  return null;
}

function byPlace(a: CorrectedText, b: CorrectedText): number {
  return a.span.start - b.span.start;
}

/** Corrects the node's `title` or `caption`; false where it does not hold the words once. */
function retitle(node: Node, { from, to }: TextCorrection): boolean {
  const titled = node as { title?: string; caption?: string };
  const name = titled.title === undefined ? 'caption' : 'title';
  const value = titled[name] ?? '';
  if (value.split(from).length !== 2) return false;
  titled[name] = value.replace(from, () => to);
  return true;
}

/** Corrects the label of one of the table's columns; false where none, or more than one, holds the words. */
function relabel(table: Table, { from, to }: TextCorrection): boolean {
  if (table.columns.join('\n').split(from).length !== 2) return false;
  table.columns = table.columns.map((label) => label.replace(from, () => to));
  return true;
}

function fieldAt({ data }: DocumentNode, span: Span): string | null {
  const found = Object.entries(data.fields).find(([, spans]) =>
    spans.some((own) => isInside(span, own)),
  );
  return found?.[0] ?? null;
}
