/**
 * Documents and the reports of the meetings that adopted them. Three things can agree: the meeting (same authority, same
 * number), the day, and the title. Day and meeting, or a title that the report names as passed, make the relation
 * certain; the number alone makes it likely, since numbers begin anew with each term of office.
 */
import { dateSource, findDate } from '../language/dates.ts';
import { placeAt, sentenceAt } from './evidence.ts';
import { dayOf } from './meeting-days.ts';
import { meetingsIn, shortOrgan, type Meeting } from './meetings.ts';
import {
  partyOf,
  type Adoption,
  type Evidence,
  type IssueDates,
  type SeriesFacts,
  type Source,
} from './model.ts';
import { readReport, type Decision, type Report } from './reports.ts';
import { namesOf, titleKey } from './titles.ts';

/** What a document says of its adoption. */
interface Statement {
  name: string;
  meetings: Meeting[];
  /** Full date or null. */
  date: string | null;
  evidence: Evidence;
}

interface Match {
  report: Report;
  decision: Decision | undefined;
  date: string;
  yearInferred: boolean;
  likely: string | null;
}

export function readAdoptions(
  sources: readonly Source[],
  series: ReadonlyMap<string, SeriesFacts>,
  issues: ReadonlyMap<string, IssueDates>,
): Adoption[] {
  const reports = sources.flatMap(
    (source) => readReport(source, series.get(source.series)!, issues.get(source.issue)!) ?? [],
  );
  const index = indexReports(reports);
  const used = new Set<Decision>();
  const adopted = sources.flatMap((source): Adoption[] => {
    if (source.record.kind === '会议') return [];
    const { place } = series.get(source.series)!;
    const statement = readStatement(source, place);
    const match = bestMatch(source, statement, index, place);
    if (match?.decision) used.add(match.decision);
    if (match) return [toAdoption(source, statement, match)];
    return statement ? [unreported(source, statement)] : [];
  });
  return [...adopted, ...reports.flatMap((report) => notHeld(report, used))];
}

interface Index {
  byMeeting: Map<string, { report: Report }[]>;
  byTitle: Map<string, { report: Report; decision: Decision }[]>;
}

const meetingKey = (series: string, { body, number }: Meeting) => `${series} ${body} ${number}`;
const decisionKey = (series: string, key: string) => `${series} ${key}`;

function indexReports(reports: Report[]): Index {
  const met = reports.flatMap((report) =>
    report.meetings.map((meeting) => ({ report, key: meetingKey(report.source.series, meeting) })),
  );
  const decided = reports.flatMap((report) =>
    report.decisions.map((decision) => ({ report, decision })),
  );
  return {
    byMeeting: Map.groupBy(met, ({ key }) => key),
    byTitle: Map.groupBy(decided, ({ report, decision }) =>
      decisionKey(report.source.series, decision.key),
    ),
  };
}

function readStatement(source: Source, place: string): Statement | null {
  const { meeting, issuers, data } = source.record;
  if (meeting === null) return null;
  const span = data.fields.meeting?.[0];
  const found = span && placeAt(source, span.start);
  const text = found ? sentenceAt(found) : meeting;
  const holder = shortOrgan(issuers[0] ?? '', place).replace(/办公[室厅]$/u, '');
  const at = text.indexOf(meeting);
  return {
    name: meeting,
    meetings: meetingsIn(meeting, place).map(({ body, number }) => ({
      body: /^(?:常务|党组|办公|全体)?会$/u.test(body) ? holder + body : body,
      number,
    })),
    date: at === -1 ? null : dateBefore(text.slice(0, at)),
    evidence: { document: source.id, clause: found ? found.clause : '', text },
  };
}

/** The last full date of a text: 已经2020年11月6日. */
function dateBefore(text: string): string | null {
  const last = [...text.matchAll(new RegExp(dateSource, 'gu'))].at(-1)?.[0];
  const date = last === undefined ? null : (findDate(last)?.date ?? null);
  return date?.length === 10 ? date : null;
}

function bestMatch(
  source: Source,
  statement: Statement | null,
  { byMeeting, byTitle }: Index,
  place: string,
): Match | null {
  const named = new Map<Report, Decision>();
  for (const title of new Set(namesOf(source.record).map((one) => titleKey(one, place))))
    for (const { report, decision } of byTitle.get(decisionKey(source.series, title)) ?? [])
      named.set(report, decision);
  const met = (statement?.meetings ?? []).flatMap(
    (meeting) =>
      byMeeting.get(meetingKey(source.series, meeting))?.map(({ report }) => report) ?? [],
  );
  const matches = [...new Set([...named.keys(), ...met])].flatMap(
    (report) => judge(source, statement, report, named.get(report), met.includes(report)) ?? [],
  );
  const rank = ({ likely, decision }: Match) => (likely === null ? 2 : 0) + (decision ? 1 : 0);
  return matches.sort((a, b) => rank(b) - rank(a) || (a.date < b.date ? 1 : -1))[0] ?? null;
}

/** Whether the report is of the meeting that adopted the document. */
function judge(
  source: Source,
  statement: Statement | null,
  report: Report,
  decision: Decision | undefined,
  sameMeeting: boolean,
): Match | null {
  // 经第10次会议审议通过, and the report of the 11th names the title: that was another reading of it.
  if (statement && statement.meetings.length > 0 && !sameMeeting) return null;
  const day = dayOf(report, statement?.date ?? null, source.record.date);
  if (day === null) return null;
  const certain = day.printed || decision?.passed === true;
  const numbered = statement?.meetings.some(({ number }) => number !== null) ?? false;
  if (!certain && !numbered && !decision) return null;
  const likely = certain
    ? null
    : decision
      ? '会议报道提到本文，没有写明是否通过'
      : '会议届次相同、时间相合；通知没有写会议日期，报道没有提到本文';
  return { report, decision, date: day.date, yearInferred: day.yearInferred, likely };
}

function toAdoption(source: Source, statement: Statement | null, match: Match): Adoption {
  const { report, decision, date, yearInferred, likely } = match;
  return {
    kind: 'adoption',
    from: partyOf(report.source),
    to: partyOf(source),
    likely,
    evidence: [
      ...(statement ? [statement.evidence] : []),
      ...(decision && !statement?.date ? [report.opening] : []),
      decision?.evidence ?? report.opening,
    ],
    meeting: statement?.name ?? report.source.record.title,
    date,
    yearInferred,
    passed: statement !== null || decision?.passed === true,
  };
}

/** The meeting is named, and its report is not in the library. */
function unreported(source: Source, { name, date, evidence }: Statement): Adoption {
  return {
    kind: 'adoption',
    from: { document: null, title: name, docNumber: null },
    to: partyOf(source),
    likely: null,
    evidence: [evidence],
    meeting: name,
    date,
    yearInferred: false,
    passed: true,
  };
}

/** What a report names and the library does not hold. */
function notHeld(report: Report, used: ReadonlySet<Decision>): Adoption[] {
  return report.decisions
    .filter((decision) => !used.has(decision))
    .map(({ title, passed, evidence }) => ({
      kind: 'adoption',
      from: partyOf(report.source),
      to: { document: null, title, docNumber: null },
      likely: null,
      evidence: [evidence],
      meeting: report.source.record.title,
      date: null,
      yearInferred: false,
      passed,
    }));
}
