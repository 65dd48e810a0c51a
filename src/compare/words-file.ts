/** `documents/<id>.words.json`: a document's units with their lines cut into words, which the comparison page reads. */
import type { CutUnit, Unit } from './units.ts';

export interface ComparedDocument {
  id: string;
  title: string;
  /** 发文字号 or null. */
  docNumber: string | null;
  /** ISO date or null. */
  date: string | null;
  /** Label of the issue: 2020年第11期（总第23期）. */
  issue: string;
}

export interface WordsFile {
  document: ComparedDocument;
  /** In reading order; the words of a line stand between tabs, which no line has. */
  units: Unit[];
}

/**
 * The file of a document.
 *
 * @param cut gives the words and marks of a line; joined, they are the line.
 */
export function writeWordsFile(
  document: ComparedDocument,
  units: readonly Unit[],
  cut: (line: string) => string[],
): WordsFile {
  return {
    document,
    units: units.map((unit) => ({
      ...unit,
      lines: unit.lines.map((line) => cut(line).join('\t')),
    })),
  };
}

/** The units of a file. */
export function readUnits({ units }: WordsFile): CutUnit[] {
  return units.map((unit) => ({ ...unit, lines: unit.lines.map((line) => line.split('\t')) }));
}
