/** Which printed lines are a document's title. */
import { readLabel } from '../../language/labels.ts';
import { endsClause } from '../../language/sentences.ts';
import { foldLetters, similarity } from '../../language/text.ts';
import {
  beginsTitle,
  endsInForwarding,
  endsInKind,
  isOrgan,
  placeOfOrgan,
} from '../../language/titles.ts';
import type { Line } from '../sources/line.ts';
import { standsAlone } from './standing-lines.ts';

/** A line no title line can be: it ends a sentence, is a labelled item, a table row or a note of its own. */
export function breaksTitle(line: Line): boolean {
  if (line.tabbed || endsClause(line.text) || standsAlone(line.text)) return true;
  if (/https?:|www\.|(电\s*话|邮\s*编|传\s*真)\s*[:：]/.test(line.text)) return true;
  const label = readLabel(line.text);
  return label !== null && label.family !== 'e';
}

/** Places that begin authorities' names in this text (某市), the commonest first, read from the text itself. */
export function learnPlaces(lines: Line[]): string[] {
  const counts = new Map<string, number>();
  for (const line of lines) {
    if (line.tabbed || line.text.length > 60) continue;
    const place = placeOfOrgan(line.text.replace(/\s/g, ''));
    if (place !== null)
      counts.set(place, (counts.get(place) ?? 0) + (/公报$/.test(line.text) ? 10 : 1));
  }
  return [...counts]
    .filter(([, count]) => count >= 2)
    .sort((a, b) => b[1] - a[1])
    .map(([place]) => place);
}

/** Title lines as one string, without white space at the line ends. */
export function joined(lines: Line[]): string {
  return lines.map(({ text }) => text).join('');
}

/**
 * The title lines that end right before `anchor`, searched upward; empty where no line above can be one.
 *
 * @param floor index above which nothing is looked at.
 */
export function titleAbove(lines: Line[], anchor: number, floor: number, places: string[]): Line[] {
  let top = anchor;
  while (top > floor && anchor - top < 9 && !breaksTitle(lines[top - 1]!)) top--;
  // Names of places are broken by white space at will: 玉屏侗族自治县 人民政府.
  const begins = (index: number) => {
    const text = joined(lines.slice(index, anchor));
    return beginsTitle(text) || beginsTitle(text.replace(/\s+/g, ''));
  };
  const local = (index: number) =>
    /^(中共|国家)/.test(lines[index]!.text) ||
    places.some((place) => lines[index]!.text.startsWith(place));
  const nearest = (holds: (index: number) => boolean): number | null => {
    for (let index = anchor - 1; index >= top; index--) if (holds(index)) return index;
    return null;
  };
  let first =
    nearest((index) => begins(index) && (local(index) || lines[index]!.pageStart)) ??
    nearest(begins) ??
    nearest((index) => /^(关于|印发|转发)/.test(lines[index]!.text));
  if (first === null) return lines.slice(Math.max(top, anchor - 3), anchor);
  // …转发 + 市医保局关于… is one title; so are the other authorities of a joint document above it.
  while (
    first > top &&
    // What stands on the page before is none of it.
    !lines[first]!.pageStart &&
    (endsInForwarding(lines[first - 1]!.text) || isOrgan(lines[first - 1]!.text)) &&
    (local(first - 1) || begins(first - 1))
  ) {
    first--;
  }
  return lines.slice(first, anchor);
}

/** Whether lines taken for a title do not begin as one. */
export function beginsNothing(lines: Line[]): boolean {
  return !beginsTitle(joined(lines)) && !/^(关于|印发|转发)/.test(lines[0]?.text ?? '');
}

/** The title lines that begin at `index`: an authority, 关于 …, up to the kind of document; empty for none. */
export function titleBelow(lines: Line[], index: number): Line[] {
  for (let count = 1; count <= 5; count++) {
    const own = lines.slice(index, index + count);
    if (own.length < count || breaksTitle(own.at(-1)!)) return [];
    const text = joined(own);
    if (text.length > 120) return [];
    if (beginsTitle(text) && endsInKind(text)) return own;
  }
  return [];
}

/**
 * Lines from `index` on whose joined text equals or closely resembles a title of the 目录; empty for none.
 *
 * @param wanted the folded title (`foldLetters`).
 */
export function listedTitle(lines: Line[], index: number, wanted: string): Line[] {
  let text = '';
  let best = { lines: 0, similarity: 0.92 };
  for (let last = index; last < Math.min(index + 5, lines.length); last++) {
    const line = lines[last]!;
    if (line.tabbed) break;
    text += foldLetters(line.text);
    if (text === wanted) return lines.slice(index, last + 1);
    if (text.length > wanted.length * 1.3 || !wanted.startsWith(text.slice(0, 4))) break;
    const like = text.length > wanted.length * 0.85 ? similarity(text, wanted) : 0;
    if (like > best.similarity) best = { lines: last + 1 - index, similarity: like };
  }
  return lines.slice(index, index + best.lines);
}
