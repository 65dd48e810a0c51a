/** The measure of a text: how many ems a full printed line of its columns holds. */
import { endsClause, endsWithAside } from '../../language/sentences.ts';
import { widthOf, type Line } from '../sources/line.ts';

export const defaultMeasure = 20;

/** Ems a paragraph's first line is set in. */
export const indent = 2;

/**
 * The width, to the nearest half em, that most lines of at least 12 ems have, or miss by the indent of a first line;
 * `defaultMeasure` where too few tell. Of a gazette in two columns that is the column; notices over the full page
 * have fewer lines.
 */
export function columnMeasure(lines: Line[]): number {
  const widths = lines.filter(({ width, tabbed }) => !tabbed && width >= 12 && width <= 50);
  const counts = countWidths(widths.map(({ width }) => width));
  const score = (width: number) => counts.get(width)! + (counts.get(width - indent) ?? 0) / 2;
  const [best] = [...counts.keys()].sort((a, b) => score(b) - score(a) || b - a);
  return best && counts.get(best)! >= 8 ? best : defaultMeasure;
}

/**
 * The measure of lines set over the full page of a text in columns: what their unfinished lines, full as they are,
 * have in common. Where too few tell: two columns and a gap of 2 ems (raw samples 001 and 004: 42 with columns of 20).
 *
 * @param measure of the column.
 */
export function pageMeasure(lines: Line[], measure: number): number {
  const widths = lines.flatMap((line, index) => {
    if (line.tabbed || line.width < measure * 1.75 || endsClause(line.text)) return [];
    return [line.width + ((lines[index - 1]?.width ?? 0) < measure * 1.75 ? indent : 0)];
  });
  const [best] = [...countWidths(widths)].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return best && best[1] >= 3 ? best[0] : 2 * measure + 2;
}

/** How many lines have each width, to the nearest half em. */
function countWidths(widths: number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const width of widths) {
    const rounded = Math.round(width * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  return counts;
}

/**
 * The measure of a text whose lines are paragraphs, read from those that a page break cut in mid-sentence: their
 * width plus the indent is a multiple of it, or up to an em less, for no line begins with a comma. Lines printed one
 * by one (raw sample 002, lines 1005–1054) tell it as well. `defaultMeasure` where too few tell.
 */
export function cutMeasure(lines: Line[]): number {
  const widths: number[] = [];
  let open = false;
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    const inside = open && line.gap === 0;
    open = !endsClause(line.text) && !endsWithAside(line.text);
    if (!next || line.tabbed || next.tabbed || !open) return;
    if (line.width < 14 || line.width > (next.gap === 0 ? 46 : 300)) return;
    widths.push(line.width + (inside ? 0 : indent));
  });
  const gainOf = (measure: number): number => {
    let gain = 0;
    for (const width of widths) {
      const rest = width % measure;
      const hit = rest <= 0.5 || rest >= measure - 1 ? 1 : 0;
      // A short one may as well be a heading or a name of a list.
      gain += (hit - 1.5 / measure) * (width < 28 ? 0.4 : 1);
    }
    // Columns are set in whole ems; half ones only stand for widths counted a little wrong.
    return gain * (Number.isInteger(measure) ? 1 : 0.8);
  };
  let best = { measure: defaultMeasure, gain: Math.max(gainOf(defaultMeasure) * 1.25, 4) };
  for (let measure = 16; measure <= 44; measure += 0.5) {
    const gain = gainOf(measure);
    if (gain > best.gain) best = { measure, gain };
  }
  return best.measure;
}

/**
 * Ems that the first unbreakable piece of a line takes: a Latin or digit run, or one character, with the opening
 * marks before it (they end no line) and the closing marks after it (they begin none).
 */
export function firstPieceWidth(text: string): number {
  const piece =
    /^[（(《〈“‘〔【「『[［]*(?:[\w.%％+/-]+|.)[，。；：、！？）》〉”’〕】」』％,;:!?)]*/u.exec(
      text,
    );
  return widthOf(piece?.[0] ?? '');
}
