/** What differs between two short texts, character by character; whole lines that are alike are told apart first. */

export interface Piece {
  text: string;
  kind: 'same' | 'removed' | 'added';
}

/** A line of the comparison; one that is alike in both texts is one piece of kind `same`. */
export type DifferingLine = Piece[];

/** Cells of the table of common subsequences beyond which two runs count as replaced as a whole. */
const limit = 4_000_000;

/** Compares two texts line by line; a line that changed is compared by character. */
export function compareTexts(former: string, present: string): DifferingLine[] {
  const runs = compare(former.split('\n'), present.split('\n'));
  const lines: DifferingLine[] = [];
  runs.forEach(({ kind, items }, at) => {
    const next = runs[at + 1];
    if (kind === 'removed' && next?.kind === 'added') lines.push(...pairLines(items, next.items));
    else if (kind !== 'added' || runs[at - 1]?.kind !== 'removed')
      lines.push(...items.map((text) => [{ text, kind }]));
  });
  return lines;
}

/** Lines that took the place of others, compared one by one. */
function pairLines(removed: string[], added: string[]): DifferingLine[] {
  return Array.from({ length: Math.max(removed.length, added.length) }, (_, at) =>
    compareCharacters(removed[at] ?? '', added[at] ?? ''),
  );
}

function compareCharacters(former: string, present: string): Piece[] {
  return compare([...former], [...present]).map(({ kind, items }) => ({
    kind,
    text: items.join(''),
  }));
}

interface Run {
  kind: Piece['kind'];
  items: string[];
}

/** Runs of items that are in both lists, only in the first, only in the second; what went stands before what came. */
function compare(a: readonly string[], b: readonly string[]): Run[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail++;
  const runs: Run[] = [];
  push(runs, 'same', a.slice(0, head));
  compareMiddle(runs, a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  push(runs, 'same', a.slice(a.length - tail));
  return runs;
}

function compareMiddle(runs: Run[], a: readonly string[], b: readonly string[]): void {
  const common = a.length * b.length > limit ? [] : commonItems(a, b);
  let i = 0;
  let j = 0;
  for (const [nextI, nextJ] of [...common, [a.length, b.length] as const]) {
    push(runs, 'removed', a.slice(i, nextI));
    push(runs, 'added', b.slice(j, nextJ));
    push(runs, 'same', a.slice(nextI, nextI + 1));
    [i, j] = [nextI + 1, nextJ + 1];
  }
}

/** Places of a longest common subsequence. */
function commonItems(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  const places: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) places.push([i++, j++]);
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
  return places;
}

function push(runs: Run[], kind: Run['kind'], items: readonly string[]): void {
  if (items.length === 0) return;
  const last = runs.at(-1);
  if (last?.kind === kind) last.items.push(...items);
  else runs.push({ kind, items: [...items] });
}
