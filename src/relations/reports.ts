/** Reports of meetings (kind 会议): which meetings, on which day, and the titles put to them. */
import { quotedTitles } from '../language/titles.ts';
import { clauseTexts } from '../model/clause-texts.ts';
import { titleEvidence } from './evidence.ts';
import { findDecision, findMonthDay, meetingsIn, type Meeting, type MonthDay } from './meetings.ts';
import type { Evidence, IssueDates, SeriesFacts, Source } from './model.ts';
import { titleKey } from './titles.ts';

/** A title put to a meeting. */
export interface Decision {
  title: string;
  key: string;
  /** It was passed, not only discussed. */
  passed: boolean;
  evidence: Evidence;
}

export interface Report {
  source: Source;
  meetings: Meeting[];
  day: MonthDay | null;
  /** Year of the issue it is printed in, null where that is not known. */
  printedIn: number | null;
  decisions: Decision[];
  /** The sentence that says that the meeting was held. */
  opening: Evidence;
}

/** Reads a document of the kind 会议; null for others, and where the title names no meeting. */
export function readReport(
  source: Source,
  { place }: SeriesFacts,
  { issue, id }: IssueDates,
): Report | null {
  if (source.record.kind !== '会议') return null;
  const meetings = meetingsIn(source.record.title, place);
  if (meetings.length === 0) return null;
  const year = /^\d{4}/.exec(id)?.[0];
  const sentences = sentencesOf(source);
  const opening =
    sentences.find(({ text }) => /召开|举行/.test(text) && findMonthDay(text)) ??
    titleEvidence(source);
  return {
    source,
    meetings,
    day: findMonthDay(opening.text),
    printedIn: issue.year ?? (year === undefined ? null : Number(year)),
    decisions: sentences.flatMap((evidence) => decisionsIn(evidence, place)),
    opening,
  };
}

function sentencesOf(source: Source): Evidence[] {
  return clauseTexts(source.record, 'corrected').flatMap(({ id, text }) =>
    text
      .split(/(?<=。)|\n/u)
      .filter((sentence) => sentence !== '')
      .map((sentence) => ({ document: source.id, clause: id, text: sentence })),
  );
}

function decisionsIn(evidence: Evidence, place: string): Decision[] {
  const found = findDecision(evidence.text);
  if (!found) return [];
  return quotedTitles(evidence.text)
    .filter(({ start }) => start >= found.from && start < found.to)
    .map(({ title }) => ({
      title,
      key: titleKey(title, place),
      passed: found.passed,
      evidence,
    }));
}
