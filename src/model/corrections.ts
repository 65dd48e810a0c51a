/**
 * Corrections of an editor: data beside the raw text, which is never edited. What a correction changes is what
 * readers are shown; places, addresses and the checks stay those of the printed text.
 */
import type { Span, Text } from './tree.ts';

/** The fields of a document an editor can correct. */
export const correctableFields = [
  'title',
  'docNumber',
  'date',
  'section',
  'kind',
  'issuers',
  'recipients',
  'disclosure',
  'meeting',
  'signedBy',
  'source',
  'effective',
  'expires',
] as const;

export type CorrectableField = (typeof correctableFields)[number];

interface Basis {
  to: string;
  /** Why this is certain, in Chinese, for readers. */
  reason: string;
  /** Who decided. */
  by: string;
  /** When, ISO. */
  date?: string;
}

/** A value of a document. */
export interface FieldCorrection extends Basis {
  /** Id of the document. */
  document: string;
  field: CorrectableField;
  /** What is there now, or a part of it that occurs once; null where nothing was recognised. */
  from: string | null;
}

/** Characters of the body, found by their line in the raw text. */
export interface TextCorrection extends Basis {
  /** 1-based. */
  line: number;
  /** Characters of that line, exactly as they stand there, and only once. */
  from: string;
}

/** One entry of `issue.json`'s `corrections`. */
export type Correction = FieldCorrection | TextCorrection;

interface Applied {
  /** What is right; '' where the printed words do not belong there. */
  to: string;
  reason: string;
  by: string;
  date: string | null;
}

/** Words of the body as corrected. */
export interface CorrectedText extends Applied {
  field: null;
  /** Where the printed words stand in the raw text. */
  span: Span;
  /** Id of the nearest node, null at the head of the main text. */
  node: string | null;
  /** The printed words. */
  from: string;
}

/** A value of a document as corrected. */
export interface CorrectedField extends Applied {
  field: CorrectableField;
  /** The value before, null where none was recognised. */
  from: string | null;
}

/** A correction as it was applied: what was printed stays beside what is shown. */
export type AppliedCorrection = CorrectedText | CorrectedField;

/** A piece of a text: as printed, or corrected. */
export type TextPiece = string | CorrectedText;

/** The pieces of a text in order. */
export function textPieces({ value, position, data }: Text): TextPiece[] {
  const corrections = data?.corrections ?? [];
  if (corrections.length === 0) return [value];
  const begin = position?.start.offset ?? 0;
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const correction of corrections) {
    const { start, end } = correction.span;
    if (start - begin > at) pieces.push(value.slice(at, start - begin));
    pieces.push(correction);
    at = end - begin;
  }
  if (at < value.length) pieces.push(value.slice(at));
  return pieces;
}

/** The text with its corrections in place of the printed words. */
export function correctedValue(text: Text): string {
  return textPieces(text)
    .map((piece) => (typeof piece === 'string' ? piece : piece.to))
    .join('');
}
