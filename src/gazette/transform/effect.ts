/** 施行 and 有效期 of a document, with the dates that can be told. */
import { addDays, findEffect, findValidity, lastDay } from '../../language/effect.ts';
import { searchText } from '../../language/text.ts';
import type { DocumentNode } from '../../model/issue.ts';
import type { DatedStatement } from '../../model/output.ts';
import type { Span } from '../../model/tree.ts';
import type { FlatParagraph } from './flat-paragraphs.ts';

export interface Evidenced<Value> {
  value: Value;
  spans: Span[];
}

/** The sentence of a paragraph that holds the range. */
function sentenceAt(text: string, from: number, to: number): { start: number; end: number } {
  const start = text.lastIndexOf('。', from - 1) + 1;
  const stop = text.indexOf('。', Math.max(from, to - 1));
  return { start, end: stop === -1 ? text.length : stop + 1 };
}

function evidence<Value>(
  paragraph: FlatParagraph,
  { start, end }: { start: number; end: number },
  read: (sentence: string) => Value,
): Evidenced<Value> {
  const sentence = sentenceAt(paragraph.text, start, end);
  return {
    value: read(searchText(paragraph.text.slice(sentence.start, sentence.end))),
    spans: paragraph.spans(sentence.start, sentence.end),
  };
}

/** Since when the text applies: the last paragraph that says so. */
export function readEffect(
  paragraphs: FlatParagraph[],
  document: DocumentNode,
): Evidenced<DatedStatement> | null {
  for (const paragraph of [...paragraphs].reverse()) {
    const found = findEffect(paragraph.text);
    if (!found) continue;
    // 自印发之日 of a text that another authority issued: its day is not that of the forwarding.
    const issued = /转发|批转/.test(document.title) ? null : document.date;
    return evidence(paragraph, found, (text) => {
      if (found.date !== null) return { text, date: found.date };
      const date =
        issued === null || found.days === null
          ? null
          : found.days === 0
            ? issued
            : addDays(issued, found.days);
      return { text, date, derived: true };
    });
  }
  return null;
}

/**
 * Until when the text applies: the last paragraph that says so.
 *
 * @param first the date of effect, from which a term is counted; null where that is not known.
 */
export function readExpiry(
  paragraphs: FlatParagraph[],
  first: string | null,
): Evidenced<DatedStatement> | null {
  for (const paragraph of [...paragraphs].reverse()) {
    const found = findValidity(paragraph.text);
    if (!found) continue;
    return evidence(paragraph, found, (text) => {
      if (found.months === null) return { text, date: found.until };
      return { text, date: first === null ? null : lastDay(first, found.months), derived: true };
    });
  }
  return null;
}
