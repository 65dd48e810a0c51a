/** The best one-to-one assignment of weighted pairs (the Hungarian method, in the shortest-path form of Jonker and Volgenant). */

export interface Pair {
  left: number;
  right: number;
  /** More than 0. */
  gain: number;
}

/** Chooses pairs so that none shares a side with another and their gains are the greatest in sum; sorted by `left`. */
export function assign(pairs: readonly Pair[]): Pair[] {
  return components(pairs)
    .flatMap(assignComponent)
    .sort((a, b) => a.left - b.left);
}

/** Pairs that compete with each other, directly or through others, are solved together. */
function components(pairs: readonly Pair[]): Pair[][] {
  const waiting = {
    left: Map.groupBy(pairs, ({ left }) => left),
    right: Map.groupBy(pairs, ({ right }) => right),
  };
  const seen = new Set<Pair>();
  const take = (side: 'left' | 'right', unit: number) => {
    const own = (waiting[side].get(unit) ?? []).filter((pair) => !seen.has(pair));
    waiting[side].delete(unit);
    for (const pair of own) seen.add(pair);
    return own;
  };
  return pairs.flatMap((start) => {
    const component = take('left', start.left);
    for (const pair of component)
      component.push(...take('right', pair.right), ...take('left', pair.left));
    return component.length === 0 ? [] : [component];
  });
}

function assignComponent(pairs: Pair[]): Pair[] {
  if (pairs.length === 1) return pairs;
  const lefts = [...new Set(pairs.map(({ left }) => left))];
  const rights = [...new Set(pairs.map(({ right }) => right))];
  // The method wants no fewer columns than rows; what is not a pair gains nothing.
  const turned = lefts.length > rights.length;
  const rows = new Map((turned ? rights : lefts).map((unit, at) => [unit, at]));
  const columns = new Map((turned ? lefts : rights).map((unit, at) => [unit, at]));
  const width = columns.size;
  const cell = ({ left, right }: Pair) =>
    rows.get(turned ? right : left)! * width + columns.get(turned ? left : right)!;
  const gains = new Float64Array(rows.size * width);
  for (const pair of pairs) gains[cell(pair)] = pair.gain;
  const columnOf = solve(gains, rows.size, width);
  return pairs.filter((pair) => {
    const at = cell(pair);
    return columnOf[Math.floor(at / width)] === at % width;
  });
}

/** For each row its column, so that the gains are the greatest in sum. `height` is at most `width`. */
function solve(gains: Float64Array, height: number, width: number): Int32Array {
  const none = width;
  const rowPrice = new Float64Array(height);
  const columnPrice = new Float64Array(width + 1);
  const rowOf = new Int32Array(width + 1).fill(-1);
  const before = new Int32Array(width + 1);
  for (let row = 0; row < height; row++) {
    const distance = new Float64Array(width + 1).fill(Infinity);
    const done = new Uint8Array(width + 1);
    let column = none;
    rowOf[none] = row;
    do {
      done[column] = 1;
      const from = rowOf[column]!;
      let least = Infinity;
      let next = none;
      for (let to = 0; to < width; to++) {
        if (done[to]) continue;
        const reach = -gains[from * width + to]! - rowPrice[from]! - columnPrice[to]!;
        if (reach < distance[to]!) {
          distance[to] = reach;
          before[to] = column;
        }
        if (distance[to]! < least) {
          least = distance[to]!;
          next = to;
        }
      }
      for (let to = 0; to <= width; to++) {
        if (done[to]) {
          rowPrice[rowOf[to]!]! += least;
          columnPrice[to]! -= least;
        } else distance[to]! -= least;
      }
      column = next;
    } while (rowOf[column] !== -1);
    while (column !== none) {
      rowOf[column] = rowOf[before[column]!]!;
      column = before[column]!;
    }
  }
  const columnOf = new Int32Array(height).fill(-1);
  for (let column = 0; column < width; column++)
    if (rowOf[column] !== -1) columnOf[rowOf[column]!] = column;
  return columnOf;
}
