/**
 * Where columns end in a text whose lines are paragraphs. Paragraphs that were cut in mid-sentence tell how many printed
 * lines a column holds (30 in raw samples 000, 002 and 003), and from one cut to the next the others can be counted.
 */
import { endsClause, endsWithAside } from '../../language/sentences.ts';
import type { Line } from '../sources/line.ts';
import { indent } from './measure.ts';

/** Columns after which the count is no longer trusted: headings and notices take more room than their lines. */
const furthest = 4;

export type ColumnPlace = 'end' | 'inside' | 'unknown';

/** Counts the printed lines of an issue; see `placeOf`. */
export class Columns {
  /** Printed lines up to the end of each line, and the tables before it. */
  readonly #ends: { printed: number; tables: number }[] = [];
  /** Indices of the lines that a column's end cut. */
  readonly #cuts: number[] = [];
  readonly #height: number | null;
  readonly #indices = new Map<Line, number>();

  /** @param measure ems of a printed line. */
  constructor(lines: readonly Line[], measure: number) {
    let printed = 0;
    let tables = 0;
    lines.forEach((line, index) => {
      this.#indices.set(line, index);
      if (line.tabbed) tables++;
      printed += Math.max(1, Math.ceil((line.width + indent - 0.6) / measure));
      this.#ends.push({ printed, tables });
      if (isCut(line, lines[index + 1], measure)) this.#cuts.push(index);
    });
    this.#height = this.#commonHeight();
  }

  /** Whether a column is likely to end with this line, as counted from the cuts before and after it. */
  placeOf(line: Line): ColumnPlace {
    const index = this.#indices.get(line);
    if (index === undefined || this.#height === null) return 'unknown';
    const before = this.#cuts.findLast((cut) => cut < index);
    const after = this.#cuts.find((cut) => cut > index);
    const misses = [before, after].flatMap((cut) => this.#miss(index, cut) ?? []);
    if (misses.length === 0) return 'unknown';
    return misses.some((lines) => lines <= 0) ? 'end' : misses.length > 1 ? 'inside' : 'unknown';
  }

  /** Printed lines by which the line misses the nearest end of a column, less what the count may be wrong by. */
  #miss(index: number, cut: number | undefined): number | null {
    const height = this.#height!;
    if (cut === undefined || this.#ends[cut]!.tables !== this.#ends[index]!.tables) return null;
    const distance = Math.abs(this.#ends[cut]!.printed - this.#ends[index]!.printed);
    const columns = Math.max(1, Math.round(distance / height));
    if (columns > furthest) return null;
    return Math.abs(distance - columns * height) - 2 - columns;
  }

  /** The commonest number of lines between two cuts that may be neighbours. */
  #commonHeight(): number | null {
    const counts = new Map<number, number>();
    this.#cuts.forEach((cut, at) => {
      const [end, before] = [this.#ends[cut]!, this.#ends[this.#cuts[at - 1] ?? -1]];
      if (!before || before.tables !== end.tables) return;
      const distance = end.printed - before.printed;
      for (const height of [distance - 1, distance, distance, distance + 1])
        counts.set(height, (counts.get(height) ?? 0) + 1);
    });
    const [best] = [...counts]
      .filter(([height]) => height >= 20 && height <= 60)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return best && best[1] >= 6 ? best[0] : null;
  }
}

/** A paragraph of more than one line that stops in mid-sentence with a full line. */
function isCut(line: Line, next: Line | undefined, measure: number): boolean {
  if (!next || next.tabbed || line.tabbed || next.gap === 0 || line.width < measure * 1.5)
    return false;
  if (endsClause(line.text) || endsWithAside(line.text)) return false;
  const rest = (line.width + indent) % measure;
  return rest <= 1.25 || rest >= measure - 1.25;
}
