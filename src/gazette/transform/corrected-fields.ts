/** Corrections of a document's fields. */
import type { CorrectableField, FieldCorrection } from '../../model/corrections.ts';
import type { DocumentNode, IssueNode } from '../../model/issue.ts';
import type { Problem } from './corrected-text.ts';

/**
 * Gives a field its right value and notes the one before.
 *
 * @returns null where it was applied.
 */
export function correctField(issue: IssueNode, correction: FieldCorrection): Problem | null {
  const { document: id, field, from, to, reason, by, date = null } = correction;
  const document = issue.children.find((one) => one.id === id);
  if (!document) {
    return {
      expected: `a document \`${id}\``,
      found: issue.children.map((one) => one.id).join(', ') || 'none',
      advice: 'write the id of one of them',
    };
  }
  const value = readField(document, field);
  const expected = from === null ? `no ${field} in ${id}` : `\`${from}\` in the ${field} of ${id}`;
  // A part of a date is no date.
  const isDate = field === 'date' || field === 'effective' || field === 'expires';
  const times = value === null || from === null || isDate ? 0 : value.split(from).length - 1;
  if (times > 1) {
    const advice = 'write more of the words around it';
    return { expected, found: `it ${times} times in \`${value}\``, advice };
  }
  if (times === 0 && value !== from) {
    const advice = 'compare it with the document, then mend or remove the correction';
    return { expected, found: value === null ? 'none' : `\`${value}\``, advice };
  }
  const corrected =
    times === 0 || value === null || from === null ? to : value.replace(from, () => to);
  writeField(document, field, corrected);
  document.corrections.push({ field, from: value, to: corrected, reason, by, date });
  return null;
}

/** The value as a correction names it: issuers parted by 、, of 施行 and 有效期 the date; null for none. */
function readField(document: DocumentNode, field: CorrectableField): string | null {
  switch (field) {
    case 'issuers':
      return document.issuers.length === 0 ? null : document.issuers.join('、');
    case 'effective':
    case 'expires':
      return document[field]?.date ?? null;
    default:
      return document[field];
  }
}

/** Sets the value; the statement of a corrected date keeps its words. */
function writeField(document: DocumentNode, field: CorrectableField, value: string): void {
  // What an editor has decided is no longer inferred.
  document.data.inferred = Object.fromEntries(
    Object.entries(document.data.inferred).filter(([name]) => name !== field),
  );
  switch (field) {
    case 'issuers':
      document.issuers = value.split('、');
      return;
    case 'effective':
    case 'expires':
      document[field] = { text: document[field]?.text ?? '', date: value };
      return;
    case 'title':
      // A notice without a title line of its own bears the document's.
      for (const part of document.children) {
        if (part.data?.title === undefined && part.title === document.title) part.title = value;
      }
      document.title = value;
      return;
    default:
      document[field] = value;
  }
}
