/** `issue.json`: what an editor writes about one issue, checked. */
import { z } from 'zod';
import { correctableFields, type Correction } from '../src/model/corrections.ts';
import { inferableFacts, type IssueManifest } from '../src/model/content.ts';

const words = z.string().min(1, 'must not be empty');
const isoDate = /^\d{4}-\d{2}(-\d{2})?$/;

const basis = {
  reason: words,
  by: words,
  date: z.iso.date('must be a date like 2026-01-31').optional(),
};

const textCorrectionSchema = z
  .strictObject({
    line: z.int('must be the number of a line of the raw text').positive(),
    from: words,
    to: z.string(),
    ...basis,
  })
  .refine(({ from, to }) => from !== to, { path: ['to'], message: 'must differ from "from"' });

const fieldCorrectionSchema = z
  .strictObject({
    document: words,
    field: z.enum(correctableFields),
    from: words.nullable(),
    to: words,
    ...basis,
  })
  .refine(({ from, to }) => from !== to, { path: ['to'], message: 'must differ from "from"' })
  .refine(
    ({ field, to }) => !['date', 'effective', 'expires'].includes(field) || isoDate.test(to),
    {
      path: ['to'],
      message: 'must be a date like 2020-11-20, or 2020-11 where no day is known',
    },
  );

/** Either form of a correction, told apart by "line", so that a mistake is explained for the form that was meant. */
const correctionSchema = z
  .looseObject({})
  .refine((entry) => 'line' in entry !== 'document' in entry, {
    message: 'must have either "line" (words of the text) or "document" and "field" (a value)',
    abort: true,
  })
  .transform((entry, context): Correction => {
    const schema = 'line' in entry ? textCorrectionSchema : fieldCorrectionSchema;
    const { success, data, error } = schema.safeParse(entry);
    if (success) return data as Correction;
    for (const { path, message } of error.issues)
      context.addIssue({ code: 'custom', path, message });
    return z.NEVER;
  });

/** Shape of `issue.json`; every message ends with what would be right. */
export const manifestSchema: z.ZodType<IssueManifest> = z.strictObject({
  format: z.enum(['ocr-markdown', 'pdf-text']).optional(),
  text: z.string().optional(),
  facts: z
    .array(
      z.strictObject({
        field: z.enum(inferableFacts),
        value: z.union([words, z.int()]),
        ...basis,
      }),
    )
    .optional(),
  corrections: z.array(correctionSchema).optional(),
}) as z.ZodType<IssueManifest>;
