/**
 * Rules of the portal, rewritten by chance: articles left out, put in from another rule, moved, merged with the next
 * one, their words replaced by words of the other rule. What became of each article is known.
 */
import { beforeAll, expect, test } from 'vitest';
import { align } from '../../src/compare/align.ts';
import type { CutUnit } from '../../src/compare/units.ts';
import type { DocumentRecord } from '../../src/model/output.ts';
import { seed } from '../gazette/seed.ts';
import { cutUnits, parsePortal } from './portal.ts';

let documents: Map<string, DocumentRecord>;

beforeAll(async () => {
  documents = await parsePortal();
}, 60_000);

/** Numbers that look random and are the same for the same seed (Park and Miller). */
function numbersFrom(start: number): () => number {
  let state = start;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

interface Rewritten extends CutUnit {
  /** Places of the articles it was made of. */
  sources: number[];
}

function rewrite(
  units: CutUnit[],
  other: CutUnit[],
  { replaced, random }: { replaced: number; random: () => number },
): Rewritten[] {
  const vocabulary = other.flatMap(({ lines }) => lines.flat());
  const pick = (count: number) => Math.floor(random() * count);
  const kept = units.flatMap((unit, at): Rewritten[] => {
    if (random() < 0.2) return [];
    const lines = unit.lines.map((words) =>
      words.map((word) => (random() < replaced ? vocabulary[pick(vocabulary.length)]! : word)),
    );
    return [{ ...unit, lines, sources: [at] }];
  });
  const merged = kept.reduce<Rewritten[]>((all, unit) => {
    const last = all.at(-1);
    if (!last || last.sources.length > 1 || random() > 0.1) return [...all, unit];
    const joined = {
      lines: [...last.lines, ...unit.lines],
      sources: [...last.sources, ...unit.sources],
    };
    return [...all.slice(0, -1), { ...last, ...joined }];
  }, []);
  for (const unit of other)
    if (random() < 0.2) merged.splice(pick(merged.length), 0, { ...unit, sources: [] });
  for (let moves = merged.length / 10; moves > 0; moves--)
    merged.splice(pick(merged.length), 0, ...merged.splice(pick(merged.length), 1));
  return merged.map((unit, at) => ({ ...unit, id: `art_${String(at + 1)}`, name: String(at + 1) }));
}

test.each([
  [0, 0.98, 0.98],
  [0.2, 0.97, 0.97],
  [0.4, 0.92, 0.96],
  [0.6, 0.83, 0.95],
])('%d of the words replaced: recall %d, precision %d', (replaced, recall, precision) => {
  const random = numbersFrom(seed);
  const rules = [...documents.values()]
    .map((record) => cutUnits(record).filter(({ article }) => article))
    .filter(({ length }) => length >= 14);
  expect(rules.length).toBeGreaterThan(8);
  const count = { right: 0, found: 0, known: 0 };
  rules.forEach((units, at) => {
    for (const step of [1, 2, 3]) {
      const other = rules[(at + step) % rules.length]!;
      const rewritten = rewrite(units, other, { replaced, random });
      count.known += rewritten.reduce((sum, { sources }) => sum + sources.length, 0);
      for (const row of align(units, rewritten)) {
        const sources = row.right.flatMap((place) => rewritten[place]!.sources);
        count.found += row.left.length * row.right.length;
        count.right += row.left.filter((place) => sources.includes(place)).length;
      }
    }
  });
  const share = { recall: count.right / count.known, precision: count.right / count.found };
  console.log(
    `rewritten ${String(replaced)}: recall ${share.recall.toFixed(3)}, precision ${share.precision.toFixed(3)}`,
  );
  expect(share.recall).toBeGreaterThan(recall);
  expect(share.precision).toBeGreaterThan(precision);
});
