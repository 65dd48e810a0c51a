/** Steps of clause ids (DESIGN §5) in words: para_9 is 第九款. */
import { writeNumeral } from '../language/numerals.ts';

const measures: Record<string, string> = {
  bk: '编',
  chp: '章',
  sec: '节',
  art: '条',
  para: '款',
  item: '项',
  pt: '目',
  p: '段',
  tbl: '张表',
  r: '行',
  att: '个附件',
};

const writers: Record<string, (number: number, text: string) => string> = {
  bk: (n) => `第${writeNumeral(n)}编`,
  chp: (n) => `第${writeNumeral(n)}章`,
  sec: (n) => `第${writeNumeral(n)}节`,
  para: (n) => `第${writeNumeral(n)}款`,
  item: (n) => `第（${writeNumeral(n)}）项`,
  pt: (n) => `第${String(n)}目`,
  p: (n) => `第${String(n)}段`,
  a: (n) => `${writeNumeral(n)}、`,
  b: (n) => `（${writeNumeral(n)}）`,
  c: (n) => `${String(n)}.`,
  d: (n) => `（${String(n)}）`,
  tbl: (_, text) => `表${text}`,
  r: (_, text) => `第${text}行`,
  att: (_, text) => `附件${text}`,
};

/** Whether a text is a step of an id: art_13-1, item_3b, a_2, r_n5. */
export function isStep(text: string): boolean {
  if (/^(?:n|t\d+)$/u.test(text)) return true;
  const kind = /^([a-z]+)_[a-z]?\d+(?:-\d+)?[a-z]?$/u.exec(text)?.[1];
  return kind !== undefined && (kind in writers || kind in measures);
}

/** How clauses of a kind are counted: 2款, 3条. */
export function measureOf(kind: string): string {
  return measures[kind] ?? '处';
}

/** A step as it is cited: para_9 → 第九款, art_13-1 → 第十三条之一. */
export function writeStep(step: string): string {
  const [kind = '', text = ''] = step.split('_');
  const [number = 0, branch] = text.split('-').map((digits) => parseInt(digits, 10));
  if (!(number < 10_000)) return step;
  if (kind === 'art')
    return `第${writeNumeral(number)}条${branch === undefined ? '' : `之${writeNumeral(branch)}`}`;
  return writers[kind]?.(number, text) ?? step;
}
