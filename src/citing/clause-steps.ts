/** Steps down to a clause: 第十三条第一款第（二）项 is article 13, paragraph 1, item 2; how each is written and stands in ids. */
import { writeNumeral } from '../language/numerals.ts';

/** a to e are the styles of headings: 一、（一）1.（1）①. */
export type StepKind =
  | 'attachment'
  | 'book'
  | 'chapter'
  | 'section'
  | 'article'
  | 'paragraph'
  | 'item'
  | 'subitem'
  | 'a'
  | 'b'
  | 'c'
  | 'd'
  | 'e'
  | 'passage'
  | 'table'
  | 'row';

export interface Step {
  kind: StepKind;
  /** 13, 13-1 for 第十三条之一, 5b for a label printed twice; '' for 附件 without a number. */
  number: string;
}

interface Form {
  /** Ids of the step begin so, the likeliest first (DESIGN of addresses: art_13__para_1__item_2). */
  ids: string[];
  /** Steps of a higher rank stand below it; of the same or a lower one they begin another clause. */
  rank: number;
  /** What it is counted in: 2款. */
  unit: string;
  write(number: string): string;
}

const han = (number: string) => {
  const [main = '', branch] = number.split('-');
  const value = /^\d{1,4}$/.test(main) ? writeNumeral(Number(main)) : main;
  return { value, branch: branch === undefined ? '' : `之${writeNumeral(Number(branch))}` };
};

const circled = (number: string) =>
  Number(number) <= 20 ? String.fromCodePoint(0x245f + Number(number)) : `(${number})`;

export const stepForms: Record<StepKind, Form> = {
  attachment: { ids: ['att'], rank: 0, unit: '个附件', write: (n) => `附件${n}` },
  book: { ids: ['bk'], rank: 1, unit: '编', write: (n) => `第${han(n).value}编` },
  chapter: { ids: ['chp'], rank: 2, unit: '章', write: (n) => `第${han(n).value}章` },
  section: { ids: ['sec'], rank: 3, unit: '节', write: (n) => `第${han(n).value}节` },
  article: {
    ids: ['art'],
    rank: 4,
    unit: '条',
    write: (n) => `第${han(n).value}条${han(n).branch}`,
  },
  // 款 is said of the paragraphs of any text, 段 of those of an article.
  paragraph: { ids: ['para', 'p'], rank: 5, unit: '款', write: (n) => `第${han(n).value}款` },
  item: { ids: ['item', 'b'], rank: 6, unit: '项', write: (n) => `第（${han(n).value}）项` },
  subitem: { ids: ['pt', 'd', 'e', 'c'], rank: 7, unit: '目', write: (n) => `第${n}目` },
  a: { ids: ['a'], rank: 4, unit: '个部分', write: (n) => `${han(n).value}、` },
  b: { ids: ['b', 'item'], rank: 6, unit: '个小标题', write: (n) => `（${han(n).value}）` },
  c: { ids: ['c', 'pt'], rank: 7, unit: '点', write: (n) => `${n}.` },
  d: { ids: ['d'], rank: 8, unit: '点', write: (n) => `（${n}）` },
  e: { ids: ['e'], rank: 9, unit: '点', write: circled },
  passage: { ids: ['p', 'para'], rank: 10, unit: '段', write: (n) => `第${n}段` },
  table: { ids: ['tbl'], rank: 5, unit: '个表', write: (n) => `表${n}` },
  row: { ids: ['r'], rank: 6, unit: '行', write: (n) => `第${n}行` },
};

const kindOfId: Record<string, StepKind> = {
  att: 'attachment',
  bk: 'book',
  chp: 'chapter',
  sec: 'section',
  art: 'article',
  para: 'paragraph',
  item: 'item',
  pt: 'subitem',
  a: 'a',
  b: 'b',
  c: 'c',
  d: 'd',
  e: 'e',
  p: 'passage',
  tbl: 'table',
  r: 'row',
};

/** The steps of a clause id (art_7__item_2), so that one whose middle was left out is found; null where it has others. */
export function stepsOfId(id: string): Step[] | null {
  const steps = id.split('__').map((segment): Step | null => {
    const match = /^([a-z]+)_(\d[\d-]*[a-z]?)$/.exec(segment);
    const kind = match && kindOfId[match[1]!];
    return kind ? { kind, number: match[2]! } : null;
  });
  return steps.every((step) => step !== null) ? steps : null;
}
