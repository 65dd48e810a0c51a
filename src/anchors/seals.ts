/** Seals: a short hash by which a sealed link (`?h=`) proves what a clause said when it was cited. */
import { createHash } from 'node:crypto';

/** Hexadecimal digits of a seal, 4 bits each. */
const length = 10;

/** The seal of a text: the head of the SHA-256 of its UTF-8 characters, white space left out. */
export function sealOf(text: string): string {
  return createHash('sha256').update(text.replace(/\s+/gu, '')).digest('hex').slice(0, length);
}
