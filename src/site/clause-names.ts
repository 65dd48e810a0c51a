/** Names by which clauses are cited, for their links: 第十三条第一款第（二）项, 附件1 二、（三）. */
import { clausesOf, partName } from '../model/clauses.ts';
import type { DocumentRecord } from '../model/output.ts';

/** A document is named on its own page, in its files and wherever it is referred to. */
const known = new WeakMap<DocumentRecord, ReadonlyMap<string, string>>();

/** The name of every clause by id. A part has its own name; an id that only wraps clauses is named after the first. */
export function nameClauses(record: DocumentRecord): ReadonlyMap<string, string> {
  const names = known.get(record) ?? readNames(record);
  known.set(record, names);
  return names;
}

function readNames(record: DocumentRecord): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const part of record.parts)
    if (part.id !== undefined) names.set(part.id, partName(part, record));
  const clauses = clausesOf(record).filter(({ id }) => id !== '');
  for (const { id, label } of clauses) {
    if (!names.has(id)) names.set(id, label.replace(/ 表头$/u, ''));
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
