/** Raw texts as the relations see them: parsed, cut into entries. */
import { parse } from '../../src/gazette/processor.ts';
import type { Series } from '../../src/model/content.ts';
import { readEntries, type DocumentEntry, type IssueEntry } from '../../src/site/entries.ts';

export interface Shelf {
  series: Series[];
  issues: IssueEntry[];
  documents: DocumentEntry[];
}

/** Parses the raw texts of a series, by issue id. */
export function parseShelf(series: Series, texts: Record<string, string>): Shelf {
  const read = Object.entries(texts).map(([id, raw]) => {
    const output = parse(raw, { issueId: id, codes: series.codes });
    const dates = output.documents.flatMap(({ date }) => date ?? []).sort();
    const [from = null] = dates;
    const to = dates.at(-1) ?? null;
    return readEntries(
      { series: series.id, id, label: id, from, to, facts: [], decisions: [], raw, output },
      series,
    );
  });
  return {
    series: [series],
    issues: read.map(({ issue }) => issue),
    documents: read.flatMap(({ documents }) => documents),
  };
}

export const yunchuan: Series = {
  id: 'yunchuan',
  prefix: '',
  title: '云川市人民政府公报',
  place: '云川市',
  publisher: '云川市人民政府',
  homepage: null,
  codes: { 云府发: 'yff', 云府办发: 'yfbf' },
  agencies: {},
};

/** A notice that promulgates a rule, as an issue prints it. */
export function notice(fields: {
  number: string;
  date: string;
  /** 云川市水库管理办法 */
  title: string;
  /** Sentences of the notice before 现印发给你们. */
  said?: string;
  articles: string[];
}): string {
  const { number, date, title, said = `《${title}》已经市政府同意`, articles } = fields;
  const numerals = ['一', '二', '三', '四', '五', '六'];
  return [
    `云川市人民政府关于印发${title}的通知`,
    `${number} ${date}`,
    '各县（市、区）人民政府，市政府各部门：',
    `${said}，现印发给你们，请认真贯彻执行。`,
    '（此件主动公开）',
    title,
    ...articles.map((text, at) => `第${numerals[at]!}条 ${text}`),
  ].join('\n\n');
}

/** A report of a meeting. */
export function report(title: string, paragraphs: string[]): string {
  return [title, '李明主持', ...paragraphs, '会议还审议了其他事项。', '（来源：云川日报）'].join(
    '\n\n',
  );
}
