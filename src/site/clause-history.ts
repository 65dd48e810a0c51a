/** `documents/<id>.history.json`: what clauses said before, for sealed links that were made then. */
import { clauseTexts, wholeClause, wholeDocument } from '../model/clause-texts.ts';
import type { DocumentEntry } from './entries.ts';
import { sealOf } from './seals.ts';

/** A text that a clause had and has no longer. */
export interface FormerText {
  seal: string;
  /** The whole text of the clause then. */
  text: string;
  /** Why it changed, in Chinese. */
  reason: string;
  /** Who decided. */
  by: string;
  /** When, ISO, or null. */
  date: string | null;
}

/** Former texts by clause id, '' for the whole document, the oldest first. Clauses that never changed are left out. */
export type ClauseHistory = Record<string, FormerText[]>;

/** The history of a document: the words an editor corrected. */
export function readHistory({ record }: DocumentEntry): ClauseHistory {
  const history: ClauseHistory = {};
  if (record.corrections.length === 0) return history;
  const shown = clauseTexts(record, 'corrected');
  const printed = clauseTexts(record, 'printed');
  printed.forEach(({ id }, at) => {
    const text = wholeClause(printed, at);
    if (text === wholeClause(shown, at)) return;
    const { reason, by, date } = record.corrections.find(
      (one) => one.field === null && (one.node === id || one.node?.startsWith(`${id}__`)),
    ) ?? { reason: '本站编者更正文字', by: '', date: null };
    history[id] = [{ seal: sealOf(text), text, reason, by, date }];
  });
  const titles = Object.fromEntries(record.parts.map((part) => [part.id ?? '', part.title]));
  const text = wholeDocument({ ...record, titles }, printed);
  if (text !== wholeDocument({ ...record, titles }, shown)) {
    const distinct = (key: 'reason' | 'by') => [
      ...new Set(record.corrections.map((one) => one[key].replace(/。$/u, ''))),
    ];
    const dates = record.corrections.flatMap(({ date }) => date ?? []).sort();
    const [reason, by] = [distinct('reason').join('；'), distinct('by').join('、')];
    history[''] = [{ seal: sealOf(text), text, reason, by, date: dates.at(-1) ?? null }];
  }
  return history;
}
