/** One or two lines that say what a document is. */
import { displayDate } from '../language/dates.ts';
import type { DocumentEntry } from './entries.ts';
import { plainText } from './phrasing.ts';

const length = 110;

/** Description of a document for search engines, cards and feeds: its facts, then the start of its text. */
export function summarise({ record }: DocumentEntry): string {
  const facts = [
    record.docNumber,
    record.date && displayDate(record.date),
    record.issuers.join('、'),
  ];
  const start = `${facts.filter(Boolean).join('，')}。`;
  const text = record.parts
    .flatMap(({ children }) => children)
    .find(({ type }) => type === 'paragraph');
  const rest = text ? plainText(text) : '';
  const summary = (start === '。' ? '' : start) + rest;
  return summary.length > length ? `${summary.slice(0, length)}…` : summary;
}
