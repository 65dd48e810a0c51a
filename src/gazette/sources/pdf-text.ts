/**
 * Source format `pdf-text`: the text layer of a PDF. Every printed line is a line, mostly followed by a blank
 * one; a page begins with one leading space (raw samples 001, 004).
 */
import { splitLines, type Line } from './line.ts';

/** Reads the printed lines of a `pdf-text` source. */
export function readPdfText(raw: string): Line[] {
  const lines = splitLines(raw);
  for (const line of lines) {
    const before = line.start - 1;
    line.pageStart = raw[before] === ' ' && (before === 0 || raw[before - 1] === '\n');
  }
  return lines;
}
