/** Names by which clauses are cited, for their links: 第十三条第一款第（二）项, 附件1 二、（三）. */
import { clausesOf } from '../model/clauses.ts';
import type { DocumentRecord } from '../model/output.ts';

/** The name of every clause by id. An id that only wraps its clauses is named after the first of them. */
export function nameClauses(record: DocumentRecord): Map<string, string> {
  const names = new Map<string, string>();
  const clauses = clausesOf(record).filter(({ id }) => id !== '');
  for (const { id, label } of clauses) {
    if (!names.has(id)) names.set(id, label);
  }
  for (const { id, label } of clauses) {
    const above = id.slice(0, Math.max(id.lastIndexOf('__'), 0));
    if (above !== '' && !names.has(above)) names.set(above, nameAbove(label));
  }
  return names;
}

/** 第十三条第二款 → 第十三条, 表1 第5行 → 表1. */
function nameAbove(label: string): string {
  return label.replace(/\s*(?:上起)?第[^第]{1,6}[款段行]$/u, '');
}
