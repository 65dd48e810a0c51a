/** Which documents lay down rules. */
import type { DocumentRecord } from './output.ts';

/** Whether a text lays down rules, so that readers will ask since when they apply. */
export function isNormative(record: DocumentRecord): boolean {
  return record.parts.some((part) =>
    part.children.some(({ type }) => type === 'article' || type === 'chapter'),
  );
}
