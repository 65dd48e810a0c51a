/** The table of figures beside their targets. */

export interface Row {
  name: string;
  /** Number of queries or measurements; null where it says nothing. */
  count: number | null;
  figures: string;
  /** What the figures are held against; null where they are only told. */
  target: string | null;
  pass: boolean;
  /** Shown below the row: what was missed. */
  notes?: string[];
}

/** A row without notes; one without a target is only told. */
export function row(
  name: string,
  count: number | null,
  figures: string,
  target: string | null = null,
  pass = true,
): Row {
  return { name, count, figures, target, pass };
}

export interface Section {
  title: string;
  rows: Row[];
}

const widths = { name: 38, count: 6, figures: 58, target: 30 };

export function printHeader(): void {
  console.log(line('', 'n', 'figures', 'target', ''));
}

export function printSection({ title, rows }: Section): void {
  console.log(`\n${title}`);
  for (const { name, count, figures, target, pass, notes = [] } of rows) {
    const verdict = target === null ? '' : pass ? 'PASS' : 'FAIL';
    console.log(
      line(`  ${name}`, count === null ? '' : String(count), figures, target ?? '', verdict),
    );
    for (const note of notes) console.log(`      ${note}`);
  }
}

function line(name: string, count: string, figures: string, target: string, verdict: string) {
  return [
    name.padEnd(widths.name),
    count.padStart(widths.count),
    '  ',
    figures.padEnd(widths.figures),
    target.padEnd(widths.target),
    verdict,
  ]
    .join('')
    .trimEnd();
}

/** Rows whose target is missed. */
export function failures(sections: Section[]): string[] {
  return sections.flatMap(({ rows }) =>
    rows.filter(({ target, pass }) => target !== null && !pass).map(({ name }) => name),
  );
}

export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** p50 and p95 in one string. */
export function halves(numbers: readonly number[], unit: string, digits = 0): string {
  const show = (share: number) => quantile(numbers, share).toFixed(digits);
  return `p50 ${show(0.5)}, p95 ${show(0.95)} ${unit}`;
}

export function percent(share: number, digits = 2): string {
  return `${(share * 100).toFixed(digits)} %`;
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KB`;
}
