/**
 * References to clauses in running text: 第十三条第一款第（二）项, 本办法第十四条, 前款, 《法》第三十六条. What is a reference, and to
 * which text; the words of clauses are in `clause-paths.ts`, the names of texts in `referred-texts.ts`.
 */
import {
  expandChain,
  findChains,
  type Atom,
  type Chain,
  type ClausePlace,
} from './clause-paths.ts';
import { readLabel } from './labels.ts';
import { carry, namedInSentence, nameBeforeClause, type ReferredText } from './referred-texts.ts';

/**
 * One clause, or with `through` all from `path` to it. A list (第五条、第七条) is several references. The name of the law is
 * not part of the place.
 */
export interface ClauseReference extends ClausePlace {
  /** null: the text says no name, the clause is one of its own. */
  law: ReferredText | null;
  /** Inside “ ”: the words of another text. */
  quoted: boolean;
}

/** Whether an offset stands inside “ ”. */
function quotationsOf(text: string): (offset: number) => boolean {
  const inside = new Uint8Array(text.length);
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '“' && depth++ === 0) start = index;
    else if (text[index] === '”' && depth > 0 && --depth === 0) inside.fill(1, start, index);
  }
  return (offset) => inside[offset] === 1;
}

/** What must follow a clause named by 款, 项, 章 alone for it to be a reference and no counted thing (第一项工作). */
const follows = /^\s*(?:的?规定|的?情形|所列|所称|所述|所规定|中的?规定|至第|以下|之规定)/;

/** 按照第二、第三项内容: a verb that takes a provision. */
const governs = /(?:按照|依照|根据|依据|违反|适用|符合)\s*$/;

function standsAlone(text: string, { phrases }: Chain): boolean {
  const [[first] = []] = phrases;
  const last = phrases.at(-1)!.at(-1)!;
  if (!first) return false;
  // A label, not a reference: 第一条 为了…
  if (first.start === 0 && phrases.length === 1 && readLabel(text)?.family === 'article')
    return phrases[0]!.length > 1;
  if (first.unit === 'article' && first.relative === null) return true;
  const rest = text.slice(last.end);
  if (phrases.flat().some(({ unit, numbers }) => unit === 'article' && numbers.length > 0))
    return true;
  if (first.relative !== null)
    return (
      phrases.length > 1 ||
      phrases[0]!.length > 1 ||
      !/[条项]/.test(text[first.end - 1]!) ||
      /^(?:\s*(?:第|的?规定|所|中|各|的|要求|情形)|[，。；、：]|$)/.test(rest)
    );
  if (first.bracketed) return true;
  if (nameBeforeClause(text, first.start) !== null) return true;
  return follows.test(rest) || governs.test(text.slice(Math.max(0, first.start - 6), first.start));
}

/**
 * The clause references of a text, in order.
 *
 * A clause without a name belongs to the law of the list it stands in, then to the law whose clause was cited last in
 * the text, then to the instrument named last in the sentence (`law.carried`).
 */
export function findReferences(text: string): ClauseReference[] {
  const isQuoted = quotationsOf(text);
  const references: ClauseReference[] = [];
  let named: ReferredText | null = null;
  for (const chain of findChains(text)) {
    if (!standsAlone(text, chain)) continue;
    const [[first]] = chain.phrases as [[Atom]];
    const own = first.relative === null ? nameBeforeClause(text, first.start) : null;
    const law = own ?? carry(named, namedInSentence(text, first.start));
    for (const place of expandChain(chain)) {
      const quoted = isQuoted(place.start);
      references.push({ ...place, law: place.relative === null ? law : null, quoted });
    }
    if (own && !(own.kind === 'self' && isQuoted(first.start))) named = own;
  }
  return references;
}
