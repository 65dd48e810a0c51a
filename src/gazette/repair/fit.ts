/**
 * What the width of a printed line says: whether the next piece would still have fitted into it, and whether it is
 * indented as a paragraph's first line is; and whether a paragraph fills its last line. Widths are known within bounds
 * only, so the answers can be open.
 */
import { endsClause } from '../../language/sentences.ts';
import type { Line } from '../sources/line.ts';
import { firstPieceWidth, indent } from './measure.ts';

/** Half a quarter em, the finest step of widths. */
const step = 0.125;

const endMark = /[，。；：、！？]$/;
const narrow = /[\w%“”‘’]/;
/** —— takes one em or two. */
const dash = /——/;
/** The space after 15. is half an em or none. */
const spacedLabel = /^.{1,4}[.．、)）] /;
const spacedHan = /\p{Script=Han} (?=\p{Script=Han})/u;
const squeezed =
  /[，。；：、！？）》〉〕】」』（《〈〔【「『](?=[（《〈〔【「『“])|[，。；：、！？）》〉〕】」』](?=[，。；：、！？）》〉〕】」』])/g;

interface Bounds {
  least: number;
  most: number;
}

/**
 * Ems the line may take. Latin letters, digits, quotes and spaces are set half an em wider or narrower, two marks
 * side by side with or without squeezing (measured on full lines of raw samples 001 and 004).
 */
function boundsOf({ text, width }: Line): Bounds {
  const loose = narrow.test(text) ? 0.5 : 0;
  const pairs = Math.min((text.match(squeezed)?.length ?? 0) * 0.5, 1);
  return {
    // 各县（市、区）、政府部 as a first line of 18 ems (raw sample 004): marks are squeezed more to keep a word whole.
    least: width - loose - Math.min(pairs, 0.5) - (spacedHan.test(text) ? 0.75 : 0),
    most: width + loose + pairs + (dash.test(text) ? 1 : 0) + (spacedLabel.test(text) ? 0.5 : 0),
  };
}

/**
 * `full`: the first piece of the next line had no room left. `early`: it had, so the line ends before its measure.
 * `open`: the width allows both.
 */
export type Fit = 'full' | 'early' | 'open';

/** How the line fits its measure, which is the column's less the indent for a paragraph's first line. */
export function fitOf(line: Line, next: Line, measure: number): Fit {
  const piece = firstPieceWidth(next.text);
  // Most lines are decided by the width as counted; bounds are only worked out near the measure.
  if (line.width + piece <= measure - 2) return 'early';
  const { least, most } = boundsOf(line);
  if (most + piece + (/^\w/.test(next.text) ? 0.25 : 0) <= measure + step) return 'early';
  return least + piece > measure + step ? 'full' : 'open';
}

/** Ems left on the line after the first piece of the next one. */
export function roomOf(line: Line, next: Line, measure: number): number {
  return measure - line.width - firstPieceWidth(next.text);
}

/**
 * `flush`: the line is too wide for an indented one. `indented`: it ends where an indented line is full.
 * `ending`: so it does, but it ends a clause as well, and may be its paragraph's last line. `either`: full with or
 * without the indent. `short`: not full either way.
 */
export type Indentation = 'flush' | 'indented' | 'ending' | 'either' | 'short';

/**
 * Whether the line is indented, told by its width and the line after it. A mark may hang over the margin
 * (a third of the full lines of raw sample 001 that end in one are an em too wide).
 *
 * @param after the line after it, undefined at the end of the text.
 */
export function indentationOf(line: Line, after: Line | undefined, measure: number): Indentation {
  const { least, most } = boundsOf(line);
  if (least - (endMark.test(line.text) ? 1 : 0) > measure - indent + step) return 'flush';
  if (!after) return 'short';
  const piece = firstPieceWidth(after.text);
  if (most + piece <= measure - indent + step) return 'short';
  if (most + piece > measure + step) return 'either';
  return endsClause(line.text) ? 'ending' : 'indented';
}

/**
 * Whether the paragraph, indented, fills its last printed line: exactly, or within what its width may be wrong by. Of
 * the paragraphs cut by a page break in raw samples 000, 002 and 003, all that have one line fill it exactly, those with
 * seven lines and more within two ems.
 */
export function fillOf(
  { width: own, last }: { width: number; last: Line },
  next: Line,
  measure: number,
): 'exactly' | 'nearly' | null {
  const width = own + indent;
  const lines = Math.round(width / measure);
  const rest = width % measure;
  const loose = spacedHan.test(last.text) ? 1 : narrow.test(last.text) ? 0.5 : 0.125;
  if (rest <= 0.125) return 'exactly';
  const tolerance = lines <= 1 ? loose : Math.min(0.5 + 0.2 * lines, 2);
  const room = measure - rest - firstPieceWidth(next.text);
  // A mark may hang over the margin.
  const hanging = endMark.test(last.text) ? 1 : 0;
  const full = rest <= tolerance + hanging || room < (lines <= 1 ? loose - 0.25 : tolerance / 2);
  return full ? 'nearly' : null;
}
