/**
 * What two texts have in common, by the weight of their words: a word that stands in every unit of both documents
 * (热线, 承办单位) weighs little, one that few have weighs much (inverse document frequency).
 */

/** The features of a text, each as often as it occurs, and their weight in sum. */
export interface Bag {
  counts: Map<number, number>;
  weight: number;
}

export interface Weighing {
  numbers: Map<string, number>;
  /** Weight of a feature, by its number. */
  weights: Float64Array;
}

/**
 * Weighs the words of texts.
 *
 * @param texts each with its lines of words and marks. Features are words, and pairs of Han characters, so that
 *   热线受理中心 and 热线中心 have something in common however they were cut. Marks have no weight.
 */
export function weigh(texts: readonly (readonly (readonly string[])[])[]): Weighing {
  const numbers = new Map<string, number>();
  const holders: number[] = [];
  for (const lines of texts) {
    for (const feature of new Set(lines.flatMap((words) => featuresOf(words)))) {
      const number = numbers.get(feature) ?? numbers.size;
      numbers.set(feature, number);
      holders[number] = (holders[number] ?? 0) + 1;
    }
  }
  return {
    numbers,
    weights: Float64Array.from(holders, (count) => Math.log(1 + texts.length / count) - 0.5),
  };
}

/** The bag of a text that was weighed. */
export function bagOf(lines: readonly (readonly string[])[], weighing: Weighing): Bag {
  const counts = new Map<number, number>();
  let weight = 0;
  for (const feature of lines.flatMap((words) => featuresOf(words))) {
    const number = weighing.numbers.get(feature)!;
    counts.set(number, (counts.get(number) ?? 0) + 1);
    weight += weighing.weights[number]!;
  }
  return { counts, weight };
}

const han = /^\p{Script=Han}+$/u;
const letterOrDigit = /[\p{L}\p{N}]/u;

function featuresOf(words: readonly string[]): string[] {
  const features: string[] = [];
  let run = '';
  for (const word of [...words, '']) {
    if (han.test(word)) {
      run += word;
      // A point tells the word 热线 from the pair 热线 in 热线受理.
      if (word.length > 1) features.push(`${word}.`);
      continue;
    }
    for (let at = 0; at < run.length - 1; at++) features.push(run.slice(at, at + 2));
    run = '';
    if (letterOrDigit.test(word)) features.push(word);
  }
  return features;
}

/** The weight of what two bags share. */
export function shared(a: Bag, b: Bag, { weights }: Weighing): number {
  const [few, many] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [feature, count] of few.counts) {
    const other = many.counts.get(feature);
    if (other !== undefined) sum += weights[feature]! * Math.min(count, other);
  }
  return sum;
}

/** How alike two bags are (Dice), 0 to 1. */
export function likeness(a: Bag, b: Bag, weighing: Weighing): number {
  const sum = a.weight + b.weight;
  return sum === 0 ? 0 : (2 * shared(a, b, weighing)) / sum;
}

/** The weight of what a bag shares with another one beyond what `before` shares with that already. */
export function sharedBeyond(bag: Bag, other: Bag, before: Bag, { weights }: Weighing): number {
  let sum = 0;
  for (const [feature, count] of bag.counts) {
    const had = before.counts.get(feature) ?? 0;
    const left = (other.counts.get(feature) ?? 0) - had;
    if (left > 0) sum += weights[feature]! * Math.min(count, left);
  }
  return sum;
}

/** Two bags as one. */
export function together(a: Bag, b: Bag): Bag {
  const counts = new Map(a.counts);
  for (const [feature, count] of b.counts) counts.set(feature, (counts.get(feature) ?? 0) + count);
  return { counts, weight: a.weight + b.weight };
}

/** `shared` of each two, row by row; quick, since few texts have most words. */
export function sharedGrid(
  left: readonly Bag[],
  right: readonly Bag[],
  { weights }: Weighing,
): Float64Array {
  const holders = new Map<number, [at: number, count: number][]>();
  right.forEach(({ counts }, at) => {
    for (const [feature, count] of counts) {
      const own = holders.get(feature);
      if (own) own.push([at, count]);
      else holders.set(feature, [[at, count]]);
    }
  });
  const grid = new Float64Array(left.length * right.length);
  left.forEach(({ counts }, row) => {
    for (const [feature, count] of counts) {
      for (const [at, other] of holders.get(feature) ?? [])
        grid[row * right.length + at]! += weights[feature]! * Math.min(count, other);
    }
  });
  return grid;
}
