/** Groups of phrases taken from the texts themselves. */
import { wordEdges } from '../../src/search/build/words.ts';
import type { ScannedClause, Sense } from './clauses.ts';
import { below, one, pick, type Random } from './random.ts';

export interface PhraseGroup {
  name: string;
  queries: string[];
  sense: Sense;
  /** Least recall and precision; null where they are only told. */
  least: number | null;
  /** Less will do where the answer says that it is not all. */
  orAbout?: true;
}

interface Wish {
  count: number;
  min: number;
  max: number;
  from?: (clause: ScannedClause) => boolean;
  fits: (phrase: string, clause: ScannedClause, start: number) => boolean;
}

const isHan = (text: string) => /^\p{Script=Han}+$/u.test(text);
/** Quotation marks, a hyphen in front and a colon after a word belong to the query language. */
const isPlain = (text: string) => !/["“”„‟＂\s:：]/u.test(text) && !/^[-－—–]/u.test(text);
const isTable = ({ id }: ScannedClause) => /(?:^|_)tbl_/.test(id);
const isHeading = ({ id, label }: ScannedClause) =>
  label === '标题' || /(?:^|__)(?:chp|sec|[a-d])_[\w-]+$/.test(id);

/** The groups; `count` is the size of the first, others are parts of it. At 1000, 2,400 phrases are Han alone. */
export function phraseGroups(
  clauses: ScannedClause[],
  random: Random,
  count: number,
): PhraseGroup[] {
  const sample = (wish: Wish) => samplePhrases(clauses, random, wish);
  const share = (part: number) => Math.ceil(count * part);
  const han = (name: string, wish: Omit<Wish, 'fits'> & Partial<Pick<Wish, 'fits'>>) => ({
    name,
    queries: sample({ fits: isHan, ...wish }),
    sense: 'han' as const,
    least: 1,
  });
  const mixed = sample({
    count: share(0.4),
    min: 3,
    max: 14,
    fits: (text) => isPlain(text) && /\p{Script=Han}/u.test(text) && /[\dA-Za-z]/.test(text),
  });
  const marks = sample({
    count: share(0.4),
    min: 3,
    max: 14,
    fits: (text) =>
      isPlain(text) &&
      /\p{Script=Han}.*\p{P}.*\p{Script=Han}/u.test(text) &&
      !/[\dA-Z]/i.test(text),
  });
  return [
    han('Han, 2–8 characters', { count: share(1), min: 2, max: 8 }),
    han('Han, 9–20 characters', { count: share(0.4), min: 9, max: 20 }),
    han('Han, straddling words', {
      count: share(0.6),
      min: 2,
      max: 8,
      fits: (text, clause, start) => isHan(text) && straddles(text, clause, start),
    }),
    han('Han, in tables', { count: share(0.2), min: 2, max: 12, from: isTable }),
    han('Han, in headings and titles', { count: share(0.2), min: 2, max: 12, from: isHeading }),
    { name: 'across marks', queries: marks, sense: 'folded', least: 0.995 },
    { name: 'with digits, letters', queries: mixed, sense: 'whole', least: 0.995 },
    { name: '  the same, plain substrings', queries: mixed, sense: 'folded', least: null },
    {
      name: 'numbers with unit',
      queries: pick(random, numbersIn(clauses), share(0.4)),
      sense: 'whole',
      least: 0.995,
    },
    {
      name: 'one character',
      queries: pick(random, charactersIn(clauses), share(0.2)),
      sense: 'han',
      least: 1,
      orAbout: true,
    },
  ];
}

/** Random substrings of random clauses. */
function samplePhrases(
  clauses: ScannedClause[],
  random: Random,
  { count, min, max, from = () => true, fits }: Wish,
): string[] {
  const pool = clauses.filter(from);
  const found: string[] = [];
  if (pool.length === 0) return found;
  for (let tries = 0; found.length < count && tries < count * 2000; tries++) {
    const clause = one(random, pool);
    const length = min + below(random, max - min + 1);
    const start = below(random, Math.max(1, clause.text.length - length + 1));
    const text = clause.text.slice(start, start + length);
    if (text.length === length && text.isWellFormed() && fits(text, clause, start)) {
      found.push(text);
    }
  }
  return found;
}

/** The phrase begins or ends inside a word. */
function straddles(phrase: string, { text }: ScannedClause, start: number): boolean {
  const edges = wordEdges(text);
  return !edges.has(start) || !edges.has(start + phrase.length);
}

function numbersIn(clauses: ScannedClause[]): string[] {
  const found = clauses.flatMap(
    ({ text }) => text.match(/\d+(?:\.\d+)?(?:%|\p{Script=Han}{1,2})/gu) ?? [],
  );
  return [...new Set(found)].sort();
}

function charactersIn(clauses: ScannedClause[]): string[] {
  return [...new Set(clauses.flatMap(({ text }) => text.match(/\p{Script=Han}/gu) ?? []))].sort();
}
