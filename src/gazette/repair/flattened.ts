/**
 * Tables that a PDF text layer gives cell after cell. Here only their extent is found, so that their lines are
 * not joined as prose: from the header row to the end of the attachment, its notes, a title, or the next
 * numbered heading of the text around it.
 */
import { readLabel } from '../../language/labels.ts';
import {
  isSourceNote,
  readAttachmentLabel,
  readTitledAttachment,
} from '../../language/standing-forms.ts';
import type { Line } from '../sources/line.ts';
import { beginsApart, titleLength } from '../split/standing-lines.ts';
import { isHeaderRow } from '../split/table-header.ts';

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
        (label.family === 'article' || label.family === 'chapter' || label.family === 'a')
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
  return label !== null && label.family === outer.family && label.number[0] === outer.number + 1;
}

/** Repetitions of the header row at the head of the table's later pages (raw sample 001: twelve of them). */
export function repeatedHeaders(lines: Line[], { start, end }: LineRange): LineRange[] {
  let size = 1;
  while (size < 24 && start + size < end && !/^(1|一、)(\s|$|\D)/.test(lines[start + size]!.text))
    size++;
  const header = lines.slice(start, start + size).map(({ text }) => text.replace(/\s/g, ''));
  const repeats: LineRange[] = [];
  for (let index = start + size; index + size <= end; index++) {
    if (header.every((text, offset) => lines[index + offset]!.text.replace(/\s/g, '') === text)) {
      repeats.push({ start: index, end: index + size });
      index += size - 1;
    }
  }
  return repeats;
}
