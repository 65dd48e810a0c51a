/** 表题: the short line without an end mark that stands directly above a table (raw sample 000: 一等奖（1项）). */
import { displayText, hasHan } from '../../language/text.ts';
import { spanOf } from '../../model/spans.ts';
import { ownText, ownTexts } from '../../model/text-of.ts';
import type { Flow, Table } from '../../model/tree.ts';

const longest = 40;

/** Takes the table's caption from its preceding siblings, if their last one is one: it is then no paragraph any more. */
export function takeCaption(siblings: Flow[], table: Table): void {
  const above = siblings.at(-1);
  if (above?.type !== 'paragraph' || above.children.some(({ type }) => type !== 'text')) return;
  const text = ownText(above);
  if (text.length > longest || !hasHan(text) || /[，。；：、:;,！？]/.test(text)) return;
  siblings.pop();
  table.caption = displayText(text).trim();
  table.data = { ...table.data, title: ownTexts(above).map(spanOf) };
  const end = table.position!.end;
  table.position = { start: above.position!.start, end };
}
