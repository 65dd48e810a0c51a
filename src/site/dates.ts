/** Periods for the eye. */
import { displayDate } from '../language/dates.ts';

/** A period from its ends: 2022年8月至11月, 2022年11月. Days are left out. */
export function displayPeriod(from: string | null, to: string | null): string {
  if (!from || !to) return '';
  const [start, end] = [from.slice(0, 7), to.slice(0, 7)];
  if (start === end) return displayDate(start);
  const sameYear = start.slice(0, 4) === end.slice(0, 4);
  return `${displayDate(start)}至${sameYear ? displayDate(end).replace(/^\d+年/, '') : displayDate(end)}`;
}
