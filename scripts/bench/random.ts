/** Seeded choice, so that a run can be repeated. */

export type Random = () => number;

export function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

export function one<Item>(random: Random, items: readonly Item[]): Item {
  return items[below(random, items.length)]!;
}

/** The items in another order. */
export function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  const mixed = items.slice();
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = below(random, at + 1);
    [mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!];
  }
  return mixed;
}

/** At most `count` of the items, each once. */
export function pick<Item>(random: Random, items: readonly Item[], count: number): Item[] {
  return shuffled(random, items).slice(0, count);
}
