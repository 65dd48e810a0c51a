/** Dates for the eye. */

/** `2020-11-06` → 2020年11月6日, `2020-11` → 2020年11月. */
export function displayDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return [year, '年', month, month && '月', day, day && '日'].filter(Boolean).join('');
}

/** A period from its ends: 2022年8月至11月, 2022年11月. Days are left out. */
export function displayPeriod(from: string | null, to: string | null): string {
  if (!from || !to) return '';
  const [start, end] = [from.slice(0, 7), to.slice(0, 7)];
  if (start === end) return displayDate(start);
  const sameYear = start.slice(0, 4) === end.slice(0, 4);
  return `${displayDate(start)}至${sameYear ? displayDate(end).replace(/^\d+年/, '') : displayDate(end)}`;
}
