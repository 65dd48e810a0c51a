/** Where a text that is no longer at its address stands now. */
import type { Address } from '../model/anchors.ts';

/** A text that is new at its address. */
export interface ChangedText extends Address {
  hash: string;
  text: string;
}

export type ChangedTexts = readonly ChangedText[];

/** Shorter texts stand in many places: they are looked for in their own document only. */
const telling = 12;

/**
 * Addresses at which the former text stands now: those with its hash; where none has it, those with its words under
 * another label. Of a document, those with its title.
 *
 * @param words the former words, where they were kept.
 */
export function findText(
  { document, clause, before }: Address & { before: string },
  words: string | undefined,
  changed: ChangedTexts,
): Address[] {
  const isCandidate = (one: ChangedText) =>
    (one.clause === null) === (clause === null) &&
    one.text !== '' &&
    (one.document === document ? one.clause !== clause : one.text.length >= telling);
  const candidates = changed.filter(isCandidate);
  const same = candidates.filter(({ hash }) => hash === before);
  const alike = same.length > 0 ? same : candidates.filter(({ text }) => text === words);
  return alike
    .map((one): Address => ({ document: one.document, clause: one.clause }))
    .sort((a, b) => Number(a.document !== document) - Number(b.document !== document));
}
