/** The measure of a text: how many ems a full printed line of its columns holds. */
import { endsClause, endsWithAside } from '../../language/sentences.ts';
import { widthOf, type Line } from '../sources/line.ts';

export const defaultMeasure = 20;

/** Ems a paragraph's first line is set in. */
export const indent = 2;

/**
 * The commonest line width of at least 12 ems, to the nearest half em; `defaultMeasure` where too few lines
 * tell. Gazettes are set in two columns, so lines wider than 30 ems (notices over the full page) do not count.
 */
export function columnMeasure(lines: Line[]): number {
  const counts = new Map<number, number>();
  for (const { width, tabbed } of lines) {
    if (tabbed || width < 12 || width > 30) continue;
    const rounded = Math.round(width * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return best && best[1] >= 8 ? best[0] : defaultMeasure;
}

/**
 * The measure of a text whose lines are paragraphs, read from those that a page break cut in mid-sentence: their
 * width plus the indent is a multiple of it. `defaultMeasure` where too few tell.
 */
export function cutMeasure(lines: Line[]): number {
  const widths: number[] = [];
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (!next || line.tabbed || next.tabbed || next.gap === 0) return;
    if (endsClause(line.text) || endsWithAside(line.text) || line.width < 16 || line.width > 300)
      return;
    widths.push(line.width + indent);
  });
  let best = { measure: defaultMeasure, gain: 0 };
  for (let measure = 16; measure <= 44; measure += 0.25) {
    const hits = widths.filter(
      (width) => Math.min(width % measure, measure - (width % measure)) <= 0.75,
    ).length;
    const gain = hits - (widths.length * 1.5) / measure;
    if (gain > best.gain) best = { measure, gain };
  }
  return best.gain >= 6 ? best.measure : defaultMeasure;
}

/**
 * Ems that the first unbreakable piece of a line takes: a Latin or digit run, or one character, with the opening
 * marks before it (they end no line) and the closing marks after it (they begin none).
 */
export function firstPieceWidth(text: string): number {
  const piece =
    /^[（(《〈“‘〔【「『[［]*(?:[\w.%％+/-]+|.)[，。；：、！？）》〉”’〕】」』％]*/u.exec(text);
  return widthOf(piece?.[0] ?? '');
}
