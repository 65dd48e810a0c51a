/** Lines of a flattened table that show by their spaces alone what stands in which column. */
import type { PlacedRow } from './columns.ts';
import { isApart, type Piece } from './pieces.ts';
import type { OpenChunk } from './placing.ts';

export interface Seed {
  row: PlacedRow;
  numbered: boolean;
}

/** The lines of a chunk that hold several cells, as pieces. */
function cellLines(pieces: readonly Piece[]): Piece[][] {
  return [...Map.groupBy(pieces, ({ line }) => line).values()].filter(
    (line) => line.length >= 3 && line.every(isApart),
  );
}

/** Lines of several cells show that rows may go without a number of their own: cells that span them have it. */
export function hasCellLines(chunks: OpenChunk[]): boolean {
  return chunks.flatMap(({ pieces }) => cellLines(pieces)).length >= 3;
}

/**
 * Lines whose spaces part them into as many pieces as the table has columns; where there are none, those of the commonest
 * number, set from the right: cells that span several rows stand at the left.
 */
export function seedRows(chunks: OpenChunk[], count: number, first: number): Seed[] {
  const seeds = chunks.flatMap(({ chunk, pieces }) =>
    cellLines(pieces).map((line) => ({
      line,
      numbered: chunk.kind === 'numbered' && line[0] === pieces[0],
    })),
  );
  const groups = Map.groupBy(seeds, ({ line }) => line.length);
  const complete = groups.get(count - first);
  const [commonest] = [...groups.values()].sort((a, b) => b.length - a.length);
  const chosen = complete ?? (commonest && commonest.length >= 3 ? commonest : []);
  return chosen
    .filter(({ line }) => line.length <= count - first)
    .map(({ line, numbered }) => ({
      numbered,
      row: line.map((piece, index) => ({ column: count - line.length + index, pieces: [piece] })),
    }));
}
