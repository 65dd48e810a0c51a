/** Address of a hit: the document's page, told what to mark there, at the clause. */
import { recordUrl } from './record.ts';

/** `/documents/jfbz-2020-55/?q=热线#art_13`, percent-encoded; without a query the permanent address. */
export function hitAddress(document: string, clause: string, query = ''): string {
  const asked = query === '' ? '' : `?${new URLSearchParams({ q: query }).toString()}`;
  return `${recordUrl(document)}${asked}${clause === '' ? '' : `#${clause}`}`;
}
