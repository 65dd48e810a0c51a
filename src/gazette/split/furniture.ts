/** Running heads and page numbers: lines of the page, not of a document. */
import type { Furniture, SourceFormat } from '../../model/output.ts';
import type { Line } from '../sources/line.ts';

export interface RunningHead {
  /** Index of the next line that stays. */
  index: number;
  /** 市政府办公室文件 */
  section: string;
  page: number;
}

const headWords =
  '(?:文件|政府令|署令|[\\p{Script=Han}]{1,3}长令|政务活动|重要活动|大事记|人事任免|任免|公报|公告|说明|解读|统计|规章|法规)';
const pageFirst = new RegExp(
  `^(\\d{1,3})\\s*([\\p{Script=Han}][\\p{Script=Han}\\s]{0,14}${headWords})$`,
  'u',
);
const pageLast = new RegExp(
  `^([\\p{Script=Han}][\\p{Script=Han}\\s]{0,14}${headWords})\\s*(\\d{1,3})$`,
  'u',
);
const dashedNumber = /^[-—–－·•]+\s*\d{1,3}\s*[-—–－·•]+$/;
const bareNumber = /^\d{1,3}$/;
const pageOf = /^第\s*\d{1,3}\s*页(\s*[,，]?\s*共\s*\d{1,3}\s*页)?$/;
/** The gazette's own name and number on a line; above this line it may be the masthead. */
const gazetteName =
  /^(?:\d{1,3}\s*)?(?:(?:19|20)\d{2}\s*年\s*第\s*\d{1,3}\s*期\s*)?[\p{Script=Han}]{2,20}公报(?:\s*[（(]?\s*(?:19|20)\d{2}\s*年\s*第\s*\d{1,3}\s*期\s*[)）]?)?\s*\d{0,3}$/u;
const mastheadLines = 30;

/** Numbers of a repeated line (“…公报 2022年第7期 12”) grow from page to page. */
function repeatedHeads(lines: Line[]): Set<number> {
  const groups = new Map<string, { index: number; numbers: string }[]>();
  for (const line of lines) {
    if (line.tabbed || line.text.length > 40 || !/公报|第\s*\d+\s*期/.test(line.text)) continue;
    const key = line.text.replace(/\d+/g, '#').replace(/\s/g, '');
    const group = groups.get(key) ?? [];
    group.push({ index: line.index, numbers: (line.text.match(/\d+/g) ?? []).join(' ') });
    groups.set(key, group);
  }
  const heads = new Set<number>();
  for (const [key, group] of groups) {
    if (group.length < 3 || !key.includes('#')) continue;
    if (new Set(group.map(({ numbers }) => numbers)).size < group.length) continue;
    for (const { index } of group) heads.add(index);
  }
  return heads;
}

function isPageNumber(lines: Line[], position: number, format: SourceFormat): boolean {
  const line = lines[position]!;
  const next = lines[position + 1];
  if (format === 'pdf-text') return line.gap >= 2 && (next?.pageStart ?? true);
  return line.gap > 0 && (next?.gap ?? 1) > 0 && !next?.tabbed && !lines[position - 1]?.tabbed;
}

/**
 * Takes running heads and page numbers out of the lines.
 *
 * Raw samples: 001 line 1683 “18 市政府办公室文件” inside a sentence, line 2045 “市政府办公室文件 21”.
 * In a PDF text layer a bare number is a page number only where the source leaves a larger gap before it and a
 * page begins after it; in a flattened table bare numbers are row numbers.
 */
export function takeFurniture(
  lines: Line[],
  format: SourceFormat,
): {
  lines: Line[];
  furniture: Furniture[];
  heads: RunningHead[];
} {
  const kept: Line[] = [];
  const furniture: Furniture[] = [];
  const heads: RunningHead[] = [];
  const repeated = repeatedHeads(lines);
  lines.forEach((line, position) => {
    const first = pageFirst.exec(line.text);
    const last = pageLast.exec(line.text);
    const section = first?.[2] ?? last?.[1];
    if (section !== undefined && !line.tabbed) {
      const page = Number(first?.[1] ?? last?.[2]);
      heads.push({ index: kept.length, section: section.replace(/\s/g, ''), page });
      furniture.push({ start: line.start, end: line.end, reason: 'running head' });
    } else if (
      repeated.has(line.index) ||
      (position > mastheadLines && /第\s*\d+\s*期/.test(line.text) && gazetteName.test(line.text))
    ) {
      furniture.push({ start: line.start, end: line.end, reason: 'running head' });
    } else if (
      dashedNumber.test(line.text) ||
      pageOf.test(line.text) ||
      (bareNumber.test(line.text) && isPageNumber(lines, position, format))
    ) {
      furniture.push({ start: line.start, end: line.end, reason: 'page number' });
    } else {
      for (const { start, end, reason } of line.marks) furniture.push({ start, end, reason });
      kept.push(line);
    }
  });
  kept.forEach((line, index) => (line.index = index));
  return { lines: kept, furniture, heads };
}
