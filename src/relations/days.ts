/** Days of the calendar, as ISO dates. */

const day = 24 * 60 * 60 * 1000;

/** Days from one date to another, negative where the second is earlier; null where one has no day. */
export function daysBetween(from: string | null, to: string | null): number | null {
  if (from?.length !== 10 || to?.length !== 10) return null;
  return Math.round((Date.parse(to) - Date.parse(from)) / day);
}
