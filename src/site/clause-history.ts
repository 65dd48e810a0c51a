/** `documents/<id>.history.json`: what clauses said before, for sealed links that were made then. */
import type { Decision } from '../model/anchors.ts';
import type { AppliedCorrection } from '../model/corrections.ts';
import type { DocumentRecord } from '../model/output.ts';
import { clauseTexts, wholeClause, wholeDocument, type ClauseText } from '../model/clause-texts.ts';
import type { DocumentEntry } from './entries.ts';
import { formerStates } from './former-states.ts';
import { sealOf } from '../anchors/seals.ts';

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
  let after = wholeTexts(record, shown);
  const states = formerStates(shown, decisions).map(({ texts, unknown, decisions: step }) => {
    const before = wholeTexts(record, texts);
    const changed = [...before].flatMap(([id, text]): Former[] =>
      unknown.has(id) || (id === '' && unknown.size > 0) || text === after.get(id)
        ? []
        : [[id, { seal: sealOf(text), text, ...basisOf(id, texts, step) }]],
    );
    after = before;
    return changed;
  });
  return states.reverse().flat();
}

/** The decision about the clause, or about one below it; for the whole document the first. */
function basisOf(
  id: string,
  texts: readonly ClauseText[],
  step: readonly Decision[],
): Pick<FormerText, 'reason' | 'by' | 'date'> {
  const at = texts.findIndex((one) => one.id === id);
  const own = new Set(texts.slice(at, at + (texts[at]?.below ?? 0) + 1).map((one) => one.id));
  const { reason, by, date } = step.find(({ clause }) => own.has(clause!)) ?? step[0]!;
  return { reason, by, date };
}

/** The whole text of every clause by id, and under '' that of the document. */
function wholeTexts(record: DocumentRecord, texts: readonly ClauseText[]): Map<string, string> {
  const titles = Object.fromEntries(record.parts.map((part) => [part.id ?? '', part.title]));
  const whole = wholeDocument({ ...record, titles }, texts);
  return new Map([
    ...texts.map(({ id }, at) => [id, wholeClause(texts, at)] as const),
    ['', whole],
  ]);
}

function readCorrected({ record }: DocumentEntry): Former[] {
  const { corrections } = record;
  if (corrections.length === 0) return [];
  const shown = wholeTexts(record, clauseTexts(record, 'corrected'));
  const printed = wholeTexts(record, clauseTexts(record, 'printed'));
  return [...printed].flatMap(([id, text]): Former[] => {
    if (text === shown.get(id)) return [];
    const own = corrections.filter(
      (one) =>
        one.field === null && (id === '' || one.node === id || one.node?.startsWith(`${id}__`)),
    );
    return [[id, { seal: sealOf(text), text, ...joined(own) }]];
  });
}

/** Several corrections as one basis. */
function joined(
  corrections: readonly AppliedCorrection[],
): Pick<FormerText, 'reason' | 'by' | 'date'> {
  const distinct = (key: 'reason' | 'by') => [
    ...new Set(corrections.map((one) => one[key].replace(/。$/u, ''))),
  ];
  const dates = corrections.flatMap(({ date }) => date ?? []).sort();
  return {
    reason: distinct('reason').join('；') || '本站编者更正文字',
    by: distinct('by').join('、'),
    date: dates.at(-1) ?? null,
  };
}
