/** 附件说明 ↔ attachments (GB/T 9704—2012, 7.3.7: order and titles equal the list). */
import { readAttachmentLabel } from '../../language/standing-forms.ts';
import { foldLetters } from '../../language/text.ts';
import type { DocumentNode, IssueNode } from '../../model/issue.ts';
import { placeOf } from '../../model/spans.ts';
import type { AttachmentNote, Part, Span } from '../../model/tree.ts';
import type { Comparisons } from './comparisons.ts';

interface Listed {
  number: number | null;
  title: string;
  place: Span | null;
}

function labelPlace(part: Part): Span | null {
  return part.data?.label?.[0] ?? placeOf(part);
}

function numberOf({ label }: Part): number | null {
  return readAttachmentLabel(label ?? '')?.number ?? null;
}

/** Whether the listed text is printed as the document's promulgated one. */
function isCarried({ title }: Listed, document: DocumentNode): boolean {
  return document.children.some(
    (part) =>
      part.role === 'promulgated' &&
      part.title !== '' &&
      foldLetters(title).includes(foldLetters(part.title)),
  );
}

function compareEntry(
  entry: Listed,
  found: Part | undefined,
  document: DocumentNode,
  comparisons: Comparisons,
): void {
  if (!found && !isCarried(entry, document)) {
    comparisons.fail('attachment-missing', document, entry.place, entry.title);
    return;
  }
  comparisons.agree('attachments', document);
  if (!found || found.title === '') return;
  if (foldLetters(found.title) === foldLetters(entry.title))
    comparisons.agree('attachments', document);
  else
    comparisons.fail(
      'attachment-title-differs',
      document,
      labelPlace(found),
      entry.title,
      found.title,
    );
}

function checkDocument(document: DocumentNode, comparisons: Comparisons): void {
  const labelled = document.children.filter(({ label }) => label !== undefined);
  const notes = document.children
    .flatMap(({ children }) => children)
    .filter((node): node is AttachmentNote => node.type === 'attachmentNote');
  const listed = notes.flatMap((note) =>
    (note.data?.listed ?? []).map((entry) => ({ ...entry, place: placeOf(note) })),
  );
  const single = listed.length === 1 && labelled.length === 1;
  for (const entry of listed) {
    const found =
      labelled.find((part) => numberOf(part) === entry.number) ??
      (single ? labelled[0] : undefined);
    compareEntry(entry, found, document, comparisons);
  }
  for (const part of labelled) {
    if (notes.length > 0) {
      if (single || listed.some(({ number }) => number === numberOf(part)))
        comparisons.agree('attachments', document);
      else comparisons.fail('attachment-unlisted', document, labelPlace(part), part.label!);
    }
    if (part.children.length > 0) comparisons.agree('attachments', document);
    else comparisons.fail('attachment-empty', document, labelPlace(part), part.label!);
  }
}

/** Reports attachments that are missing, not listed, empty, or titled otherwise. */
export function checkAttachments(issue: IssueNode, comparisons: Comparisons): void {
  for (const document of issue.children) checkDocument(document, comparisons);
}
