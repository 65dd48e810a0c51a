/**
 * Columns of which one is the difference or the sum of two others (实际完成 − 全年目标 = 与全年目标的差距). Where a row leaves
 * cells blank, such a relation tells which; a derived value stands in no row without what it is derived from.
 */
import {
  addDecimals,
  equalDecimals,
  readDecimal,
  type Decimal,
} from '../../../language/decimals.ts';
import type { PlacedRow } from './columns.ts';

export interface Relation {
  /** `total` = `first` + `second`, as column indices. */
  first: number;
  second: number;
  total: number;
  /** The one of the three that is printed last: the derived one. */
  derived: number;
}

export type Verdict = 'holds' | 'fails' | 'open';

/** Rows in which a relation must hold before it is believed, and the share of exceptions it may have beyond them. */
const least = 3;
const exceptions = 0.1;

/** A printed number or percentage; null for anything else. */
function readValue(text: string): Decimal | null {
  return readDecimal(text.replace(/^\+|[%％]$/g, ''));
}

function valuesOf(row: PlacedRow, count: number): (Decimal | null)[] {
  const values: (Decimal | null)[] = Array.from({ length: count }, () => null);
  for (const { column, pieces } of row) {
    if (pieces.length === 1) values[column] = readValue(pieces[0]!.text);
  }
  return values;
}

function addsUp(first: Decimal, second: Decimal, total: Decimal): boolean {
  return equalDecimals(addDecimals([first, second]), total);
}

/** The relations that hold among the columns of rows. */
export function findRelations(rows: readonly PlacedRow[], count: number): Relation[] {
  const values = rows.map((row) => valuesOf(row, count));
  const relations: Relation[] = [];
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      for (let c = b + 1; c < count; c++) {
        const full = values.filter((row) => row[a] != null && row[b] != null && row[c] != null);
        if (full.length < least) continue;
        // b − a = c, a − b = c, a + b = c: each as a sum.
        const forms = [
          [a, c, b],
          [b, c, a],
          [a, b, c],
        ] as const;
        const found = forms.find(([first, second, total]) => {
          const holding = full.filter((row) => addsUp(row[first]!, row[second]!, row[total]!));
          const telling = holding.some(
            (row) => row[first]!.units !== 0n && row[second]!.units !== 0n,
          );
          const failing = full.length - holding.length;
          return telling && holding.length >= least && failing <= holding.length * exceptions;
        });
        if (found) {
          const [first, second, total] = found;
          relations.push({ first, second, total, derived: c });
        }
      }
    }
  }
  return relations;
}

/** What the relations say of a row: one that holds, one that cannot be, or nothing. */
export function judge(row: PlacedRow, relations: readonly Relation[], count: number): Verdict {
  const values = valuesOf(row, count);
  let verdict: Verdict = 'open';
  for (const { first, second, total, derived } of relations) {
    const [a, b, sum] = [values[first], values[second], values[total]];
    if (a && b && sum) {
      if (!addsUp(a, b, sum)) return 'fails';
      verdict = 'holds';
    } else if (row.some(({ column }) => column === derived)) {
      return 'fails';
    }
  }
  return verdict;
}
