/** `documents/<id>.history.json`: what clauses said before, for sealed links that were made then. */
import type { Decision } from '../model/anchors.ts';
import { clauseTexts, wholeClause, type ClauseText } from '../model/clause-texts.ts';
import type { DocumentEntry } from './entries.ts';
import { formerStates } from './former-states.ts';
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

/** Former texts by clause id, the oldest first. Clauses that never changed are left out. */
export type ClauseHistory = Record<string, FormerText[]>;

/** The history of a document: what its ledger's decisions changed, then the words an editor corrected. */
export function readHistory(entry: DocumentEntry): ClauseHistory {
  const history: ClauseHistory = {};
  for (const [id, former] of [...readDecided(entry), ...readCorrected(entry)])
    (history[id] ??= []).push(former);
  return history;
}

type Former = [id: string, former: FormerText];

/** What clauses said before the decisions of the anchor ledger, those that are gone among them. */
function readDecided({ record, decisions }: DocumentEntry): Former[] {
  if (decisions.length === 0) return [];
  const shown = clauseTexts(record, 'corrected');
  let after = wholeTexts(shown);
  const states = formerStates(shown, decisions).map(({ texts, unknown, decisions: step }) => {
    const before = wholeTexts(texts);
    const changed = [...before].flatMap(([id, text]): Former[] =>
      unknown.has(id) || text === after.get(id)
        ? []
        : [[id, { seal: sealOf(text), text, ...basisOf(id, texts, step) }]],
    );
    after = before;
    return changed;
  });
  return states.reverse().flat();
}

/** The decision about the clause, or about one below it. */
function basisOf(
  id: string,
  texts: readonly ClauseText[],
  step: readonly Decision[],
): Pick<FormerText, 'reason' | 'by' | 'date'> {
  const at = texts.findIndex((one) => one.id === id);
  const own = new Set(texts.slice(at, at + texts[at]!.below + 1).map((one) => one.id));
  const { reason, by, date } = step.find(({ clause }) => own.has(clause!)) ?? step[0]!;
  return { reason, by, date };
}

function wholeTexts(texts: readonly ClauseText[]): Map<string, string> {
  return new Map(texts.map(({ id }, at) => [id, wholeClause(texts, at)]));
}

function readCorrected({ record }: DocumentEntry): Former[] {
  if (record.corrections.length === 0) return [];
  const shown = clauseTexts(record, 'corrected');
  const printed = clauseTexts(record, 'printed');
  return printed.flatMap(({ id }, at): Former[] => {
    const text = wholeClause(printed, at);
    if (text === wholeClause(shown, at)) return [];
    const { reason, by, date } = record.corrections.find(
      (one) => one.field === null && (one.node === id || one.node?.startsWith(`${id}__`)),
    ) ?? { reason: '本站编者更正文字', by: '', date: null };
    return [[id, { seal: sealOf(text), text, reason, by, date }]];
  });
}
