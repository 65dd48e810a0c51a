/**
 * Tables that a PDF text layer gives cell after cell. Here only their extent is found, so that their lines are
 * not joined as prose: from the header row to the end of the attachment, its notes, a title, or the next
 * numbered heading of the text around it.
 */
import { readLabel } from '../../../language/labels.ts';
import {
  isSourceNote,
  readAttachmentLabel,
  readTitledAttachment,
} from '../../../language/standing-forms.ts';
import type { Line } from '../../sources/line.ts';
import { beginsApart, titleLength } from '../../split/standing-lines.ts';
import { isHeaderRow } from '../../split/table-header.ts';
import { headerLength } from './header.ts';

export interface LineRange {
  /** Index of the first line, and of the line after the last. */
  start: number;
  end: number;
}

/**
 * Ranges of flattened tables within one document's lines.
 *
 * @param titles folded titles of the texts that the document carries; a table ends before them.
 */
export function findFlattened(lines: Line[], titles: ReadonlySet<string>): LineRange[] {
  const ranges: LineRange[] = [];
  let attached = false;
  let outer: { family: string; number: number } | null = null;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (readAttachmentLabel(line.text) ?? readTitledAttachment(line.text, false)) attached = true;
    if (!isHeaderRow(lines, index)) {
      const label = readLabel(line.text);
      if (
        label &&
        (label.family === 'article' || label.family === 'chapter' || /^[ab]$/.test(label.family))
      ) {
        outer = { family: label.family, number: label.number[0]! };
      }
      continue;
    }
    let end = index + 1;
    while (
      end < lines.length &&
      !endsTable(lines, end, attached, outer) &&
      titleLength(lines, end, titles) === 0
    )
      end++;
    ranges.push({ start: index, end });
    index = end - 1;
  }
  return ranges;
}

function endsTable(
  lines: Line[],
  index: number,
  attached: boolean,
  outer: { family: string; number: number } | null,
): boolean {
  const { text } = lines[index]!;
  if (index === lines.length - 1 && isSourceNote(text)) return true;
  if (beginsApart(text) && !/^(单位|说明|填报)/.test(text)) return true;
  if (attached || outer === null) return false;
  const label = readLabel(text);
  if (label?.family !== outer.family || label.number[0] !== outer.number + 1) return false;
  // （三） may number a group of rows too; a sentence goes with it only in the text.
  return label.family !== 'b' || /[，。]/.test(text);
}

/**
 * Repetitions of the header at the head of the table's later pages, with the lines printed above it (title, 单位：%) where
 * they are repeated too. Raw sample 001 repeats its header on twelve pages; 004 cuts a repeated one in other lines.
 */
export function repeatedHeaders(lines: Line[], { start, end }: LineRange): LineRange[] {
  const size = headerLength(lines.slice(start, end));
  const header = printed(lines.slice(start, start + size));
  const repeats: LineRange[] = [];
  for (let index = start + size; index < end; index++) {
    const length = repeatLength(lines, index, end, header);
    if (length === 0) continue;
    let first = index;
    for (let back = 1; back <= 3 && start - back >= 0; back++) {
      if (printed([lines[index - back]!]) !== printed([lines[start - back]!])) break;
      first = index - back;
    }
    repeats.push({ start: first, end: index + length });
    index += length - 1;
  }
  return repeats;
}

function printed(lines: Line[]): string {
  return lines.map(({ text }) => text.replace(/\s/g, '')).join('');
}

/** Lines from `index` on that together are the header; 0 for none. */
function repeatLength(lines: Line[], index: number, end: number, header: string): number {
  let text = '';
  for (let length = 1; index + length <= end; length++) {
    text += printed([lines[index + length - 1]!]);
    if (text === header) return length;
    if (!header.startsWith(text)) return 0;
  }
  return 0;
}
