/**
 * Run-in titles: 1. 标题。正文 — a level-3 or level-4 heading often shares its paragraph with the text (GB/T
 * 9704—2012, 7.3.3 leaves its style open). A short first sentence is a title only where most of its siblings
 * have one too; a list of sentences has none.
 */
import { displayText } from '../../language/text.ts';
import type { Flow, Heading, Paragraph, Text } from '../../model/tree.ts';
import { offsets, textNode } from '../repair/segmented-text.ts';
import { spanOf } from '../../model/spans.ts';
import { ownText } from '../../model/text-of.ts';

const longest = 32;

interface Candidate {
  heading: Heading;
  paragraph: Paragraph;
  /** Length of the first sentence in its first text node, its mark included. */
  length: number;
}

function candidate(heading: Heading): Candidate | null {
  const paragraph = heading.children[0];
  if (heading.title !== '' || paragraph?.type !== 'paragraph') return null;
  const whole = ownText(paragraph);
  const end = whole.indexOf('。');
  if (end < 1 || end > longest || /[；：:]/.test(whole.slice(0, end))) return null;
  // Nothing after the sentence: a title only if text of its own follows.
  if (whole.slice(end + 1).trim() === '' && heading.children.length < 2) return null;
  return { heading, paragraph, length: end + 1 };
}

/** Moves the first `length` characters of the paragraph into the heading's title. */
function move(raw: string, { heading, paragraph, length }: Candidate): void {
  const spans: { start: number; end: number }[] = [];
  const kept: Text[] = [];
  let rest = length;
  for (const child of paragraph.children as Text[]) {
    const { start, end } = spanOf(child);
    const taken = Math.min(rest, end - start);
    if (taken > 0) spans.push({ start, end: start + taken });
    rest -= taken;
    let from = start + taken;
    while (from < end && /\s/.test(raw[from]!)) from++;
    if (from < end) kept.push(textNode(raw, { start: from, end }));
  }
  const title = spans.map(({ start, end }) => raw.slice(start, end)).join('');
  heading.title = displayText(title.slice(0, -1)).trim();
  heading.data = { ...heading.data, title: spans, titleMark: title.at(-1)! };
  if (kept.length === 0) {
    if (paragraph.data?.joins) heading.data.joins = paragraph.data.joins;
    heading.children.shift();
    return;
  }
  paragraph.children = kept;
  const first = spanOf(kept[0]!).start;
  paragraph.position = offsets(first, spanOf(paragraph).end);
  const joins = paragraph.data?.joins?.filter(({ at }) => at > first);
  const before = paragraph.data?.joins?.filter(({ at }) => at <= first) ?? [];
  if (before.length > 0) heading.data.joins = before;
  if (joins && joins.length > 0) paragraph.data!.joins = joins;
  else delete paragraph.data?.joins;
}

/** Names the run-in titles in a list of siblings and below them. */
export function nameRunInTitles(raw: string, nodes: Flow[]): void {
  const headings = nodes.filter((node) => node.type === 'heading');
  for (const group of Map.groupBy(headings, ({ style }) => style).values()) {
    const found = group.map(candidate).filter((entry) => entry !== null);
    const untitled = group.filter((heading) => heading.title === '').length;
    if (found.length * 2 > untitled) found.forEach((entry) => move(raw, entry));
  }
  for (const node of nodes) {
    if (
      'children' in node &&
      (node.type === 'heading' || node.type === 'chapter' || node.type === 'section')
    ) {
      nameRunInTitles(raw, node.children as Flow[]);
    }
  }
}
