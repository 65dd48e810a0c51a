/** What the clock of a document runs on, and the sentences it rests on. */
import { findEffect } from '../language/effect.ts';
import { clauseTexts } from '../model/clause-texts.ts';
import type { DatedStatement, FieldName } from '../model/output.ts';
import { placeAt, titleEvidence } from './evidence.ts';
import type { Evidence, Repeal, Replacement, Source } from './model.ts';
import type { DocumentRelations } from './relations.ts';
import type { ClockFacts } from './status.ts';
import { textTitles } from './titles.ts';

/** The facts with their evidence. */
export interface StatusFacts {
  clock: ClockFacts;
  /** 施行 and 有效期, each with its sentence; null where the text has none. */
  effective: Statement | null;
  expires: Statement | null;
  /** The texts that repeal it. */
  repeals: Repeal[];
  /** The text that may have replaced it. */
  replacement: Replacement | null;
  /** Titles of further texts in the document for which no date of effect is said. */
  silent: string[];
}

export interface Statement extends Evidence {
  date: string | null;
  /** The date was counted, not printed. */
  derived: boolean;
}

const ruleTitle = /(?:办法|规定|细则|规则|条例|规程)(?:[（(][^（）()]*[)）])?$/u;
const trial =
  /[（(](?<mark>试行)[^（）()]*[)）]|(?<word>试行|暂行)(?=办法|规定|细则|条例|规则|意见)/u;

/**
 * The facts of a document that lays down rules or says since when, how long or whether it applies; null for others.
 *
 * @param normative it has articles or chapters.
 */
export function statusFacts(
  source: Source,
  normative: boolean,
  { acted }: DocumentRelations,
): StatusFacts | null {
  const { record } = source;
  const titles = textTitles(record);
  const repeals = acted.filter((one): one is Repeal => one.kind === 'repeal');
  const effective = statement(source, record.effective, 'effective');
  const expires = statement(source, record.expires, 'expires');
  const rules = normative || titles.some((title) => ruleTitle.test(title));
  if (!rules && !effective && !expires && repeals.length === 0) return null;
  const replacement = acted.find((one): one is Replacement => one.kind === 'replacement') ?? null;
  const whole = repeals.filter(({ partial }) => !partial);
  const groups = trial.exec(titles.join('\n'))?.groups;
  return {
    clock: {
      from: record.effective?.date ?? null,
      fromSaid: effective !== null,
      until: record.expires?.date ?? null,
      untilSaid: expires !== null,
      repealed: earliest(whole),
      repealSaid: whole.length > 0,
      partly: repeals.length > whole.length,
      trial: groups?.mark ?? groups?.word ?? null,
      replaced: replacement !== null,
    },
    effective,
    expires,
    repeals,
    replacement,
    silent: effective === null ? [] : silentTexts(source, effective.clause),
  };
}

function statement(
  source: Source,
  said: DatedStatement | null,
  field: FieldName,
): Statement | null {
  if (said === null) return null;
  const span = source.record.data.fields[field]?.[0];
  const clause = span ? placeAt(source, span.start)?.clause : undefined;
  const { date, derived = false } = said;
  return { ...titleEvidence(source), clause: clause ?? '', text: said.text, date, derived };
}

/** The first day of which a repeal says that the text no longer applies. */
function earliest(repeals: Repeal[]): string | null {
  const days = repeals.flatMap(({ date }) => date ?? []).sort();
  return days[0] ?? null;
}

/** Promulgated texts beside the one whose effect is known that say nothing of theirs. */
function silentTexts({ record }: Source, clause: string): string[] {
  const texts = record.parts.filter(({ role, title }) => role === 'promulgated' && title !== '');
  const spoken = texts.find(({ id }) => id !== undefined && clause.startsWith(`${id}__`));
  // A notice's own words (现予公布，自…起施行) are for all it promulgates.
  if (texts.length < 2 || clause.startsWith('n__')) return [];
  return texts
    .filter((part) => part !== (spoken ?? texts[0]))
    .filter(
      (part) =>
        !clauseTexts({ ...record, parts: [part] }, 'corrected').some(({ text }) =>
          findEffect(text),
        ),
    )
    .map(({ title }) => title);
}
