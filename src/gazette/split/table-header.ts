/** The header row of a table in a PDF text layer. */
import type { Line } from '../sources/line.ts';

/** 序号 工作任务 目标及完成时限 责任部门, or 序 / 号 on lines of their own before other short labels. */
export function isHeaderRow(lines: Line[], index: number): boolean {
  const line = lines[index]!;
  if (/^序\s*号\s+\S/.test(line.text) && line.text.split(/\s+/).length >= 3) return true;
  return line.text === '序' && lines[index + 1]?.text === '号';
}
