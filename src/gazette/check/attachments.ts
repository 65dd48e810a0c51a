/** 附件说明 ↔ attachments (GB/T 9704—2012, 7.3.7: order and titles equal the list). */
import type { VFile } from 'vfile';
import { readAttachmentLabel } from '../../language/standing-forms.ts';
import { foldLetters } from '../../language/text.ts';
import type { IssueNode } from '../../model/issue.ts';
import { placeOf } from '../../model/spans.ts';
import type { AttachmentNote, Part, Span } from '../../model/tree.ts';
import { report } from '../messages.ts';

function labelPlace(part: Part): Span | null {
  return part.data?.label?.[0] ?? placeOf(part);
}

/** Reports attachments that are missing, not listed, empty, or titled otherwise. */
export function checkAttachments(issue: IssueNode, file: VFile): void {
  for (const document of issue.children) {
    const labelled = document.children.filter(({ label }) => label !== undefined);
    const notes = document.children
      .flatMap(({ children }) => children)
      .filter((node): node is AttachmentNote => node.type === 'attachmentNote');
    const listed = notes.flatMap((note) =>
      (note.data?.listed ?? []).map((entry) => ({ ...entry, place: placeOf(note) })),
    );
    for (const entry of listed) {
      const found =
        labelled.find((part) => numberOf(part) === entry.number) ??
        (listed.length === 1 && labelled.length === 1 ? labelled[0] : undefined);
      const carried = document.children.some(
        ({ role, title }) =>
          role === 'promulgated' &&
          foldLetters(entry.title).includes(foldLetters(title)) &&
          title !== '',
      );
      if (!found) {
        if (!carried) report(file, 'attachment-missing', entry.place, entry.title);
      } else if (found.title !== '' && foldLetters(found.title) !== foldLetters(entry.title)) {
        report(file, 'attachment-title-differs', labelPlace(found), entry.title, found.title);
      }
    }
    for (const part of labelled) {
      const isListed =
        listed.some(({ number }) => number === numberOf(part)) ||
        (listed.length === 1 && labelled.length === 1);
      if (!isListed && notes.length > 0)
        report(file, 'attachment-unlisted', labelPlace(part), part.label!);
      if (part.children.length === 0)
        report(file, 'attachment-empty', labelPlace(part), part.label!);
    }
  }
}

function numberOf({ label }: Part): number | null {
  return readAttachmentLabel(label ?? '')?.number ?? null;
}
