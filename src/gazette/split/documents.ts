/** Openings → the lines of each document. */
import { beginsAttachmentList, readAttachmentList } from '../../language/attachment-list.ts';
import { expectedTitles } from '../../language/carried-titles.ts';
import { readAttachmentLabel } from '../../language/standing-forms.ts';
import { foldLetters } from '../../language/text.ts';
import { normaliseTitle } from '../../language/titles.ts';
import type { Line } from '../sources/line.ts';
import type { Opening } from './openings.ts';
import { standsAlone, titleLength } from './standing-lines.ts';
import { isHeaderRow } from './table-header.ts';
import { joined } from './title-lines.ts';

export interface DocumentLines {
  opening: Opening;
  title: string;
  /** Lines below title, number and date. */
  body: Line[];
  /** Folded titles that a carried text may have. */
  expected: Set<string>;
  /** Folded titles of the attachments that the 附件说明 lists. */
  attachments: Set<string>;
  /** Body lines that were printed inside the following document, moved back here. */
  moved: Line[];
}

/** Title lines of an opening as one title. */
export function openingTitle(opening: Opening): string {
  return normaliseTitle(opening.titleLines.map(({ text }) => text).join(' '));
}

/** The lines of each document, in reading order of the openings. */
export function divideLines(lines: Line[], openings: Opening[]): DocumentLines[] {
  const documents = openings.map((opening, index) => {
    const title = openingTitle(opening);
    const body = lines.slice(opening.body, openings[index + 1]?.first ?? lines.length);
    const expected = expectedTitles(title, joined(noticeLines(body)));
    return {
      opening,
      title,
      body,
      expected,
      attachments: attachmentTitles(body),
      moved: [] as Line[],
    };
  });
  documents.forEach((document, index) => {
    const previous = documents[index - 1];
    if (previous) returnTableLines(previous, document);
  });
  return documents;
}

/** The lines that may announce a carried text: a table, or an attachment, quotes titles of its own. */
function noticeLines(body: Line[]): Line[] {
  const lines = body.slice(0, 60);
  const end = lines.findIndex(
    (line, index) =>
      line.tabbed || readAttachmentLabel(line.text) !== null || isHeaderRow(lines, index),
  );
  return end === -1 ? lines : lines.slice(0, end);
}

/** Folded titles of the attachments listed below 附件：, read from its printed lines. */
function attachmentTitles(body: Line[]): Set<string> {
  const start = body.findIndex(({ text }) => beginsAttachmentList(text));
  if (start === -1) return new Set();
  const rest = body.slice(start + 1, start + 40);
  const end = rest.findIndex(({ text }) => standsAlone(text));
  const lines = [body[start]!, ...rest.slice(0, end === -1 ? 0 : end)];
  const listed = readAttachmentList(joined(lines));
  return new Set(
    listed.map(({ title }) => foldLetters(title)).filter((title) => title.length >= 5),
  );
}

/**
 * Gives back to a document the end of its table that is printed below the next document's opening.
 *
 * Raw sample 001, lines 3608–3682: the opening and notice of 47号 stand between two pages of the table of 45号.
 * It is certain only where the previous document's own header row is repeated there and the next document's
 * announced text begins after it.
 */
function returnTableLines(previous: DocumentLines, document: DocumentLines): void {
  const header = previous.body.find((_, index) => isHeaderRow(previous.body, index));
  if (!header) return;
  const { body, expected } = document;
  const start = body.findIndex(
    (line, index) => line.text === header.text && isHeaderRow(body, index),
  );
  if (start === -1) return;
  const titleBefore = body
    .slice(0, start)
    .some((_, index) => titleLength(body, index, expected) > 0);
  if (titleBefore) return;
  let end = start;
  while (end < body.length && titleLength(body, end, expected) === 0) end++;
  if (end === body.length) return;
  const moved = body.splice(start, end - start);
  previous.body.push(...moved);
  previous.moved.push(...moved);
}
