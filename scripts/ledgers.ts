/** `anchors.json`, the anchor ledger beside each raw text: read, checked, written. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import type { LedgerFile } from '../src/anchors/portal.ts';
import { emptyLedger, writeLedger } from '../src/anchors/ledger.ts';
import { decisionKinds, type AnchorLedger } from '../src/model/anchors.ts';
import { readJson, type IssueFolder } from './content.ts';

const words = z.string().min(1, 'must not be empty');
const hash = z.string().regex(/^[0-9a-f]{10}$/, 'must be a hash of 10 hexadecimal digits');

/** A reason that readers can read, not the … of the command that was suggested. */
export const reasonSchema = z
  .string()
  .regex(/\p{Script=Han}/u, 'is shown to readers: write it in Chinese');

/** Who decided. */
export const bySchema = z.string().regex(/\p{L}/u, 'must be the name of who decided');

/** When. */
export const dateSchema = z.iso.date('must be a date like 2026-01-31');

const decisionSchema = z
  .strictObject({
    decision: z.enum(decisionKinds),
    document: words,
    clause: words.nullable(),
    to: words.nullable(),
    now: hash.nullable(),
    former: z
      .strictObject({
        name: z.string(),
        label: z.string(),
        text: z.string(),
        depth: z.int().min(0),
        after: words.nullable(),
      })
      .nullable(),
    added: z.array(words).optional(),
    reason: reasonSchema,
    by: bySchema,
    date: dateSchema,
  })
  .refine(({ decision, to }) => (to !== null) === ['redirect', 'moved'].includes(decision), {
    path: ['to'],
    message: 'must be the address a redirect or moved entry leads to, and null in the others',
  })
  .refine(({ decision, clause }) => decision !== 'redirect' || clause !== null, {
    path: ['decision'],
    message: 'must be moved: a document is not redirected',
  })
  .refine(({ decision, now }) => decision !== 'corrected' || now !== null, {
    path: ['now'],
    message: 'must be the hash of the text that stands there now',
  });

const ledgerSchema = z.strictObject({
  documents: z.record(
    z.string(),
    z.strictObject({ title: z.string(), clauses: z.record(z.string(), hash) }),
  ),
  decisions: z.array(decisionSchema),
}) as z.ZodType<AnchorLedger>;

/** Path of an issue's ledger, from the working folder. */
export function ledgerPath({ path }: Pick<IssueFolder, 'path'>): string {
  return relative('.', join(dirname(path), 'anchors.json'));
}

/** The ledger of an issue; an empty one where it was never published. */
export async function readLedger(folder: IssueFolder): Promise<LedgerFile & { isNew: boolean }> {
  const path = ledgerPath(folder);
  if (!existsSync(path)) return { path, ledger: emptyLedger, isNew: true };
  const ledger = await readJson(
    path,
    ledgerSchema,
    'restore it from the last commit, or mend the entry',
  );
  return { path, ledger, isNew: false };
}

/** Writes ledgers. */
export async function writeLedgers(files: readonly LedgerFile[]): Promise<void> {
  for (const { path, ledger } of files) await writeFile(path, writeLedger(ledger));
}
