/** On which day a meeting was held that a report dates without a year. */
import { daysBetween } from './days.ts';
import type { Report } from './reports.ts';

/** Longest time from a meeting to the date of what it adopted, where the year of the meeting is not printed. */
const longest = 366;

/**
 * The day of the meeting: the one the document prints, which must be the report's, or the report's day in the last year
 * that is not later than the document. `printed`: the document prints it too.
 */
export function dayOf(
  { day, printedIn }: Pick<Report, 'day' | 'printedIn'>,
  stated: string | null,
  date: string | null,
): { date: string; printed: boolean; yearInferred: boolean } | null {
  if (day === null) return null;
  // A meeting is reported in the year it was held, or in the first issue of the next.
  const fits = (year: number) => printedIn === null || year === printedIn || year === printedIn - 1;
  if (stated !== null) {
    const year = Number(stated.slice(0, 4));
    const same = stated.slice(5) === day.monthDay && (day.year ?? year) === year && fits(year);
    return same ? { date: stated, printed: true, yearInferred: false } : null;
  }
  if (date === null) return null;
  const last = Number(date.slice(0, 4));
  const years = day.year === null ? [last, last - 1] : [day.year];
  for (const year of years) {
    const held = `${year}-${day.monthDay}`;
    const days = daysBetween(held, date);
    if (fits(year) && days !== null && days >= 0 && days <= longest)
      return { date: held, printed: false, yearInferred: day.year === null };
  }
  return null;
}
