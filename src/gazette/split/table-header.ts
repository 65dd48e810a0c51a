/** The header row of a table in a PDF text layer. */
import { isColumnLabel } from '../../language/column-labels.ts';
import { readLabel } from '../../language/labels.ts';
import type { Line } from '../sources/line.ts';

const label = /^[\p{Script=Han}（）()%％/、]{1,12}$/u;
const value = /^(-?[\d.,]+(?:[%％]|万?亿?元|万?亩|万?吨|[户人次天个家件套台])?|[-—/])$/;

/** The line is several pieces of which the last is a number: 财政总收入 万元 37.04 1.3. */
export function endsAsRow({ text }: Line): boolean {
  const pieces = text.split(/\s+/);
  return pieces.length >= 3 && value.test(pieces.at(-1)!);
}

/**
 * 序号 工作任务 目标及完成时限 责任部门; 序 / 号 on lines of their own before other short labels; three and more short labels
 * of which columns of official tables have two; or three and more over rows of as many pieces, some of them numbers.
 */
export function isHeaderRow(lines: Line[], index: number): boolean {
  const line = lines[index]!;
  const pieces = line.text.split(/\s+/);
  if (/^序\s*号\s+\S/.test(line.text) && pieces.length >= 3) return true;
  if (line.text === '序' && lines[index + 1]?.text === '号') return true;
  if (line.tabbed || pieces.length < 3 || !pieces.every((piece) => label.test(piece))) return false;
  if (readLabel(line.text)) return false;
  if (pieces.filter(isColumnLabel).length >= 2) return true;
  const rows = lines.slice(index + 1, index + 9).filter(({ text }) => {
    const own = text.split(/\s+/);
    const fits = own.length >= 3 && own.length <= pieces.length + 1;
    return fits && value.test(own.at(-1)!) && !/[，。；：《》]/.test(text);
  });
  return rows.length >= 2;
}
