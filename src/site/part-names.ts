/** How the portal calls the parts of a document. */
import { displayText } from '../language/text.ts';
import type { DocumentRecord } from '../model/output.ts';
import type { Part } from '../model/tree.ts';

/** Id of a part's element: its own, or the one of the main text, which has no id of its own. */
export function partId(part: Part): string {
  return part.id ?? 'main';
}

/** 通知, 印发的文本, 附件1: what kind of part it is. */
export function partRole(
  part: Part,
  { title, kind }: Pick<DocumentRecord, 'title' | 'kind'>,
): string {
  switch (part.role) {
    case 'notice':
      return kind;
    case 'attachment':
      return displayText(part.label ?? '附件');
    case 'promulgated':
      if (kind === '令') return '公布的文本';
      return title.includes('转发') ? '转发的文本' : '印发的文本';
  }
}

/** Name of a part in a list of contents: 附件1 申请表. */
export function partName(part: Part, record: Pick<DocumentRecord, 'title' | 'kind'>): string {
  const role = partRole(part, record);
  const title = part.title === '' ? part.data?.announced : part.title;
  if (part.role === 'notice' || title === undefined) return role;
  return part.role === 'attachment' ? `${role}　${displayText(title)}` : displayText(title);
}
