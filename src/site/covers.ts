/** What stands on the cover of an issue. */
import type { EditorFact } from '../model/content.ts';
import type { IssueEntry } from './entries.ts';

/** Year, number and running number in words; an issue that does not state its number says so. */
export function readCover({ issue, label, id }: Pick<IssueEntry, 'issue' | 'label' | 'id'>): {
  year: string;
  number: string;
  total: string | null;
} {
  const year = issue.year ?? /^\d{4}/.exec(id)?.[0] ?? null;
  return {
    year: year === null ? '' : `${String(year)}年`,
    number: !issue.stated
      ? '期号未载明'
      : issue.number === null
        ? label
        : `第${String(issue.number)}期`,
    total: issue.stated && issue.totalNumber !== null ? `总第${String(issue.totalNumber)}期` : null,
  };
}

/** Issues by year, in the order given. */
export function groupByYear(issues: IssueEntry[]): { year: string; issues: IssueEntry[] }[] {
  const years = new Map<string, IssueEntry[]>();
  for (const issue of issues) {
    const { year } = readCover(issue);
    years.set(year, [...(years.get(year) ?? []), issue]);
  }
  return [...years].map(([year, group]) => ({ year, issues: group }));
}

/** What an editor infers about an issue, as an inference: 可能是第8期. */
export function writeFact({ field, value }: Pick<EditorFact, 'field' | 'value'>): string {
  const words: Record<EditorFact['field'], string> = {
    year: `${String(value)}年`,
    number: `第${String(value)}期`,
    totalNumber: `总第${String(value)}期`,
    frequency: String(value),
  };
  return `可能是${words[field]}`;
}
