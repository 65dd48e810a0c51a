/** Which source format a raw text has, and its reader. A new text format is one more module named here. */
import type { SourceFormat } from '../../model/output.ts';
import type { Line } from './line.ts';
import { readOcrMarkdown } from './ocr-markdown.ts';
import { readPdfText } from './pdf-text.ts';

export const readers: Record<SourceFormat, (raw: string) => Line[]> = {
  'ocr-markdown': readOcrMarkdown,
  'pdf-text': readPdfText,
};

/**
 * Recognises the format from the text itself. A PDF text layer has printed lines of one measure, page after
 * page; an OCR export has whole paragraphs in a line, and tabs or `<p>` where tables are.
 */
export function detectFormat(raw: string): SourceFormat {
  const sample = raw.slice(0, 200_000);
  if (/^[^\n]*\t|<p>/m.test(sample)) return 'ocr-markdown';
  const widths = sample
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().length)
    .filter((length) => length > 0);
  const long = widths.filter((length) => length > 60).length;
  return long > widths.length * 0.05 ? 'ocr-markdown' : 'pdf-text';
}
