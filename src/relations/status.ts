/**
 * Whether a document applies on a day, from what texts say: the clock. Pure and small, since it also runs in the
 * browser with the reader's own day, so that a page built long ago is not wrong.
 */

/** What texts say, as dates; the sentences stand beside it on the page. */
export interface ClockFacts {
  /** First day, ISO; `2023-01` where only the month is printed. */
  from: string | null;
  /** The text says since when it applies, even if no day can be told from it. */
  fromSaid: boolean;
  /** Last day. */
  until: string | null;
  untilSaid: boolean;
  /** First day on which another text has repealed it. */
  repealed: string | null;
  repealSaid: boolean;
  /** Some of its clauses are repealed. */
  partly: boolean;
  /** 试行 or 暂行, as it calls itself. */
  trial: string | null;
  /** A later document on its subject may have replaced it. */
  replaced: boolean;
}

export type StatusName = 'repealed' | 'expired' | 'pending' | 'in-force' | 'unsaid';

export interface Status {
  name: StatusName;
  /** 施行中（未见废止） */
  word: string;
  /** For lists. */
  short: string;
  /** What else a reader must know on that day. */
  notes: string[];
}

/** The day in China of a time in milliseconds: the rules apply by that calendar, wherever the reader is. */
export function chinaDay(time: number): string {
  return new Date(time + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** `2023-06-30` → 2023年6月30日, `2023-06` → 2023年6月. */
export function writeDay(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day === undefined ? '' : `${day}日`}`;
}

/** A month stands for its first day as a beginning, for its last as an end. */
const firstOf = (date: string) => (date.length === 7 ? `${date}-01` : date);
const lastOf = (date: string) => {
  if (date.length !== 7) return date;
  const [year, month] = date.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};

/** The status on a day (ISO). The last day of a term is in force; the day of a repeal is not. */
export function status(facts: ClockFacts, today: string): Status {
  const name = nameOf(facts, today);
  return { name, ...words(name, facts), notes: notesOf(name, facts, today) };
}

function nameOf({ from, until, repealed, repealSaid }: ClockFacts, today: string): StatusName {
  // A repeal whose day cannot be told was printed before the page was built.
  if (repealSaid && (repealed === null || firstOf(repealed) <= today)) return 'repealed';
  if (until !== null && lastOf(until) < today) return 'expired';
  if (from === null) return 'unsaid';
  return firstOf(from) > today ? 'pending' : 'in-force';
}

function words(
  name: StatusName,
  { fromSaid, replaced }: ClockFacts,
): Pick<Status, 'word' | 'short'> {
  switch (name) {
    case 'repealed':
      return { word: '已废止', short: '已废止' };
    case 'expired':
      return { word: '有效期届满', short: '有效期届满' };
    case 'pending':
      return { word: '尚未施行', short: '尚未施行' };
    case 'in-force':
      return { word: '施行中（未见废止）', short: replaced ? '施行中，可能已被替代' : '施行中' };
    case 'unsaid':
      return fromSaid
        ? { word: '施行日期无法推定', short: '施行日期不明' }
        : { word: '未载明施行日期', short: '未载明施行日期' };
  }
}

function notesOf(name: StatusName, facts: ClockFacts, today: string): string[] {
  const { from, until, untilSaid, repealed, repealSaid, partly, trial, replaced } = facts;
  const notes: string[] = [];
  const ended = name === 'repealed' || name === 'expired';
  if (name === 'repealed')
    notes.push(repealed === null ? '何时起废止未载明。' : `自${writeDay(repealed)}起废止。`);
  else if (repealSaid && repealed !== null) notes.push(`将于${writeDay(repealed)}废止。`);
  if (name === 'expired') notes.push(`有效期至${writeDay(until!)}；此后有无延续，本站文件未载。`);
  if (name === 'pending') notes.push(`自${writeDay(from!)}起施行。`);
  if (!ended && until !== null) notes.push(`有效期至${writeDay(until)}${left(until, today)}。`);
  if (!ended && until === null && untilSaid) notes.push('载有期限，届满日期无法推定。');
  if (!ended && trial !== null && !untilSaid) notes.push(`${trial}文本，原文未载明期限。`);
  if (partly && name !== 'repealed') notes.push('其中部分条款已有文件废止。');
  if (replaced && name !== 'repealed') notes.push('后有同类文件，可能已被替代。');
  return notes;
}

/** 还有12天, within 90 days of the end. */
function left(until: string, today: string): string {
  const days = Math.round((Date.parse(lastOf(until)) - Date.parse(today)) / 86_400_000);
  if (days > 90) return '';
  return days === 0 ? '（今日届满）' : `（还有${days}天）`;
}

/** The same day some months later or, negative, earlier; the 31st becomes the last day of a shorter month. */
export function monthsFrom(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const length = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, length)))
    .toISOString()
    .slice(0, 10);
}

/** Lists of the page on effect that depend on the day. */
export type TimelyList = 'soon' | 'lately' | 'pending';

/** Whether a document belongs to a list on a day: ends within 12 months, ended in the last 12, does not apply yet. */
export function isListed(list: TimelyList, facts: ClockFacts, today: string): boolean {
  const { name } = status(facts, today);
  const { until } = facts;
  switch (list) {
    case 'soon':
      return (
        name !== 'expired' &&
        name !== 'repealed' &&
        until !== null &&
        lastOf(until) <= monthsFrom(today, 12)
      );
    case 'lately':
      return name === 'expired' && lastOf(until!) >= monthsFrom(today, -12);
    case 'pending':
      return name === 'pending';
  }
}
