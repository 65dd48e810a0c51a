/** Which printed labels fit their place, so that a number at a line's start is not taken for one. */
import {
  holdsInlineLabel,
  isDivisionHeading,
  isStyle,
  readLabel,
  readSoftArticle,
  styleRank,
  type Label,
  type LabelFamily,
} from '../../language/labels.ts';
import { endsOpen, endsSentence } from '../../language/sentences.ts';
import type { OpenParagraph } from './open-paragraph.ts';

export class LabelSequence {
  readonly #last = new Map<LabelFamily, number>();
  /** Articles whose label stands at the start of some line beyond doubt. */
  readonly #articles: ReadonlySet<number>;

  /** @param lines the printed lines of the document. */
  constructor(lines: readonly { text: string }[]) {
    this.#articles = new Set(
      lines.flatMap(({ text }) => {
        const label = text.startsWith('第') ? readLabel(text) : null;
        return label?.family === 'article' ? [label.number[0]!] : [];
      }),
    );
  }

  /**
   * The label of a printed line. 第二条规定…, the label that lost its space, is one where the paragraph before is at
   * the end of a sentence, the number is the next one, and no other line bears it.
   */
  read(text: string, paragraph: OpenParagraph | null): Label | null {
    const label = readLabel(text);
    if (label || !text.startsWith('第') || !endsSentence(paragraph?.tail ?? '')) return label;
    const soft = readSoftArticle(text);
    if (soft && this.#articles.has(soft.number[0]!)) return null;
    return soft && soft.number[0] === (this.#last.get('article') ?? 0) + 1 && soft.number[0] > 1
      ? soft
      : null;
  }

  /**
   * Whether a label at the start of a printed line begins a paragraph.
   *
   * @param text the line.
   * @param paragraph the paragraph printed so far.
   * @param ended the paragraph is at its end by other evidence (short line, full stop).
   */
  accepts(label: Label, text: string, paragraph: OpenParagraph, ended: boolean): boolean {
    const [number] = label.number as [number];
    const last = this.#last.get(label.family);
    if (label.family === 'book' || label.family === 'chapter' || label.family === 'section') {
      return isDivisionHeading(text, label);
    }
    if (this.isInline(label, paragraph)) return false;
    // 第十五条第 / （三）项: a citation cut by the line's end.
    if (/第$/.test(paragraph.tail) && /^[项目款]/.test(text.slice(label.length))) return false;
    if (ended || beginsBelow(label, paragraph)) return true;
    if (label.family === 'article')
      return last === undefined ? number === 1 : number > last && number <= last + 3;
    return last !== undefined && number === last + 1;
  }

  /**
   * Whether the label goes on with a list inside the paragraph that happens to break before it.
   * Raw sample 004: 达到以下标准：1．机耕水平达 100%； / 2．以机插秧….
   */
  isInline(label: Label, { tail }: OpenParagraph): boolean {
    const [number] = label.number as [number];
    return (
      number > 1 &&
      this.#last.get(label.family) !== number - 1 &&
      holdsInlineLabel(tail, label.family, number - 1)
    );
  }

  /**
   * Whether the label may as well belong to the sentence before, which is not at its end or fills its line: an article
   * that it cites (按照上述 / 第十七条相应的工作日执行; printed articles have a space after their label), or the
   * beginning of a list run into it (达到以下标准： / 1．机耕水平达 100%；2．以机插秧…, raw sample 004).
   */
  mayBeInSentence(label: Label, text: string, ended: boolean): boolean {
    const [number] = label.number as [number];
    if (label.family !== 'article') return holdsInlineLabel(text, label.family, number + 1);
    return !ended && label.length === label.text.length && label.length < text.length;
  }

  /** Notes a label that begins a paragraph; families below it start anew. */
  push(label: Label): void {
    const [number] = label.number as [number];
    this.#last.set(label.family, number);
    for (const family of [...this.#last.keys()]) {
      if (!isStyle(family)) continue;
      if (!isStyle(label.family) || styleRank[family] > styleRank[label.family])
        this.#last.delete(family);
    }
  }
}

/** 一、夯实基础，落实责任 / （一）…: the first of a level under a heading that ends in no mark. */
function beginsBelow(label: Label, { printed: above, holds, tail }: OpenParagraph): boolean {
  return (
    label.number[0] === 1 &&
    isStyle(label.family) &&
    above !== null &&
    isStyle(above.family) &&
    styleRank[label.family] > styleRank[above.family] &&
    !holds.stop &&
    !holds.colon &&
    !endsOpen(tail)
  );
}
