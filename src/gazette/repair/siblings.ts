/** What the paragraphs built so far say of the next decision. */
import { endsClause, endsSentence, endsWithAside } from '../../language/sentences.ts';
import type { Line } from '../sources/line.ts';
import { fitOf } from './fit.ts';
import type { OpenParagraph } from './open-paragraph.ts';
import type { Siblings } from './printed-lines.ts';

export class SiblingFacts {
  /** The last paragraph of each label family. */
  readonly #labelled = new Map<string, { number: number; heading: boolean }>();
  readonly #asides: Siblings['asides'];
  #list = false;

  constructor(lines: readonly Line[], measure: number) {
    this.#asides = countAsides(lines, measure);
  }

  /** Notes a finished paragraph. */
  push({ printed, tail }: OpenParagraph): void {
    this.#list = printed === null && /[；;：:]$/.test(tail);
    if (!printed) return;
    const heading = !endsClause(tail) && !endsWithAside(tail);
    this.#labelled.set(printed.family, { number: printed.number[0]!, heading });
  }

  of({ printed }: OpenParagraph): Siblings {
    const before = printed && this.#labelled.get(printed.family);
    const next = before && before.number === printed.number[0]! - 1;
    return { heading: next ? before.heading : null, list: this.#list, asides: this.#asides };
  }
}

/** Asides after a sentence that surely have lines of their own, and those that surely go on in the line. */
function countAsides(lines: readonly Line[], measure: number): Siblings['asides'] {
  const asides = { apart: 0, inline: 0 };
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (/[。；][（(〔][^）)〕]{4}/.test(line.text)) asides.inline++;
    if (before && /^[（(〔][^）)〕]{4}/.test(line.text) && endsSentence(before.text))
      asides.apart += fitOf(before, line, measure) === 'early' ? 1 : 0;
  });
  return asides;
}
