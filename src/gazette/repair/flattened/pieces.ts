/**
 * Lines of a flattened table → pieces, the least parts a cell is made of. A space may part two cells that stand on one
 * printed line, or be the space a text layer sets between Han and Latin: both are kept open until the cells are sought.
 */
import { readLabel } from '../../../language/labels.ts';
import type { Span } from '../../../model/tree.ts';
import { widthOf, type Line } from '../../sources/line.ts';
import { firstPieceWidth } from '../measure.ts';

export interface Piece extends Span {
  text: string;
  /** The printed line it stands on, by its place among the table's lines. */
  line: number;
  /** It begins its printed line. */
  first: boolean;
  /** Blank raw lines before the printed line that it begins. */
  gap: number;
  /** Ems. */
  width: number;
  /** Ems of the part that cannot be broken, by which a line before it would have had to be shorter. */
  head: number;
  /** Number of the label it begins with (2.危害后果轻微), null for none. */
  label: number | null;
  /** What speaks against one cell that holds this piece and the one before it on the line. */
  join: number;
  /** What speaks against two. */
  split: number;
}

const unit = /^[年月日时分秒万亿元个项家户人名条款号期届章节次年度%％℃米公里平方吨处座所倍台套]/;
const letterSpaced = /^(?:\S\s+){3,}\S{1,3}$/u;

const number = /^[-+−]?[\d.,]+[%％]?$/;
/** A number with its unit as one piece (280元) is a value too. */
const value = /^[-+−]?[\d.,]+(?:[%％]|万?亿?元|万?亩|万?吨|[户人次天个家件套台万])?$/;
const prose = /[，。；：]/;
/** What stands in a cell that has nothing to say. */
const blankMark = /^(?:[-—–]{1,2}|[/\\无])$/;

/**
 * Costs of joining and of splitting at the space before the piece at `index` of a line.
 *
 * @param texts the line at its spaces.
 */
function spaceCosts(texts: readonly string[], index: number): { join: number; split: number } {
  const [before, after] = [texts[index - 1]!, texts[index]!];
  const next = texts[index + 1];
  const [x, y] = [before.at(-1)!, after[0]!];
  if (number.test(before) && number.test(after)) return { join: 6, split: 0 };
  if (blankMark.test(before) || blankMark.test(after)) return { join: 6, split: 0 };
  // 市政数局牵头, 市政: the space after a narrow mark.
  if (/[,;:，；：、]/.test(x)) return { join: 0, split: 3 };
  if (/\d/.test(x) && unit.test(after)) return { join: 0, split: 3 };
  // 2022 年 12 月, 第 3 期
  if ((/年$/.test(before) && /^\d{1,2}(月|$)/.test(after)) || (x === '第' && /\d/.test(y)))
    return { join: 0, split: 3 };
  if (/[\w.%-]/.test(x) !== /[\w.%-]/.test(y)) {
    // …的，得 2 分；: the space a text layer sets in running text.
    if (prose.test(before)) return { join: 0, split: 3 };
    // 地区生产总值 8.8 8.5 发改委: numbers beside numbers, or at the line's end, are cells.
    const apart = value.test(after) && (next === undefined || value.test(next));
    const beside = value.test(before) && index > 1 && value.test(texts[index - 2]!);
    // 280元 in a line of its own words is a cell; a bare number may be one of the sentence.
    const priced =
      value.test(after) && !number.test(after) && texts.every((text) => !prose.test(text));
    if (apart || beside || priced) return { join: 2, split: 0 };
    return { join: 0, split: /[A-Za-z]/.test(x + y) ? 2.5 : 0.5 };
  }
  if (/\w/.test(x) && /\w/.test(y)) return { join: 0, split: 1 };
  // 王 耀: a name of two characters is set apart to fill the room of three.
  if (/^\p{Script=Han}$/u.test(before))
    return /^\p{Script=Han}$/u.test(after) ? { join: 0, split: 4 } : { join: 1, split: 1 };
  return { join: 2, split: 0 };
}

function piecesOf(line: Line, at: number, from: number): Piece[] {
  const text = line.text.slice(from);
  const matches = [...text.matchAll(letterSpaced.test(text) ? /\S.*/g : /\S+/g)];
  const texts = matches.map(([piece]) => piece);
  return matches.map(({ 0: piece, index: offset }, index) => {
    const start = line.start + from + offset;
    return {
      text: piece,
      start,
      end: start + piece.length,
      line: at,
      first: index === 0,
      gap: line.gap,
      width: widthOf(piece),
      head: firstPieceWidth(piece),
      label: readLabel(piece)?.number[0] ?? null,
      ...(index > 0 ? spaceCosts(texts, index) : { join: 0, split: 0 }),
    };
  });
}

/** The space before the piece parts cells; so does a line's beginning, for all that its spaces say. */
export function isApart({ first, join, split }: Piece): boolean {
  return first || join > split;
}

/**
 * The pieces of some lines.
 *
 * @param at place of the first line among the table's lines.
 * @param from UTF-16 units of the first line to leave out (its row number).
 */
export function readPieces(lines: readonly Line[], at: number, from = 0): Piece[] {
  return lines.flatMap((line, index) => piecesOf(line, at + index, index === 0 ? from : 0));
}
