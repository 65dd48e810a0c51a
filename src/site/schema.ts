/**
 * Shapes of the entries. The trees of documents are checked by the parser's own tests and pass
 * as they are.
 */
import { z } from 'zod';
import { decisionKinds } from '../model/anchors.ts';
import { inferableFacts } from '../model/content.ts';
import { correctableFields } from '../model/corrections.ts';
import { fieldNames, reconciliationKinds } from '../model/output.ts';
import type { Part } from '../model/tree.ts';
import type { DocumentEntry, IssueEntry, SeriesEntry } from './entries.ts';

const spanSchema = z.object({ start: z.number(), end: z.number() });
const printedSchema = spanSchema.extend({ text: z.string() });

const datedSchema = z.object({
  text: z.string(),
  date: z.string().nullable(),
  derived: z.literal(true).optional(),
});

const citedSchema = z.object({
  docNumber: z.string().nullable(),
  title: z.string().nullable(),
  span: spanSchema.nullable(),
});

const appointmentSchema = z.object({
  person: z.string(),
  post: z.string(),
  action: z.enum(['appoint', 'remove', 'engage', 'dismiss', 'resign']),
  term: z.string().nullable(),
  span: spanSchema.nullable(),
});

const fieldNameSchema = z.enum(fieldNames);

const messageSchema = z.object({
  ruleId: z.string(),
  reason: z.string(),
  notice: z.string(),
  line: z.number().nullable(),
  severity: z.enum(['info', 'warning', 'error']),
  span: spanSchema.nullable(),
  document: z.string().nullable(),
  node: z.string().nullable(),
  reconciliation: z.enum(reconciliationKinds).optional(),
});

const appliedSchema = z.object({
  to: z.string(),
  reason: z.string(),
  by: z.string(),
  date: z.string().nullable(),
});

const correctionSchema = z.discriminatedUnion('field', [
  appliedSchema.extend({
    field: z.null(),
    span: spanSchema,
    node: z.string().nullable(),
    from: z.string(),
  }),
  appliedSchema.extend({ field: z.enum(correctableFields), from: z.string().nullable() }),
]);

const decisionSchema = z.object({
  decision: z.enum(decisionKinds),
  document: z.string(),
  clause: z.string().nullable(),
  to: z.string().nullable(),
  now: z.string().nullable(),
  former: z
    .object({
      name: z.string(),
      label: z.string(),
      text: z.string(),
      depth: z.number(),
      after: z.string().nullable(),
    })
    .nullable(),
  added: z.array(z.string()).optional(),
  reason: z.string(),
  by: z.string(),
  date: z.string(),
});

export const seriesSchema: z.ZodType<SeriesEntry> = z.object({
  id: z.string(),
  prefix: z.string(),
  title: z.string(),
  place: z.string(),
  publisher: z.string(),
  homepage: z.string().nullable(),
  codes: z.record(z.string(), z.string()),
  agencies: z.record(z.string(), z.string()),
});

export const issueSchema: z.ZodType<IssueEntry> = z.object({
  key: z.string(),
  series: z.string(),
  id: z.string(),
  label: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  facts: z.array(
    z.object({
      field: z.enum(inferableFacts),
      value: z.union([z.string(), z.number()]),
      reason: z.string(),
      by: z.string(),
      date: z.string().optional(),
    }),
  ),
  decisions: z.array(decisionSchema),
  issue: z.object({
    title: z.string().nullable(),
    year: z.number().nullable(),
    number: z.number().nullable(),
    totalNumber: z.number().nullable(),
    stated: z.boolean(),
    frequency: z.string().nullable(),
    format: z.enum(['ocr-markdown', 'pdf-text']),
  }),
  toc: z.array(
    z.object({
      section: z.string().nullable(),
      title: z.string(),
      docNumber: z.string().nullable(),
      page: z.number().nullable(),
      document: z.string().nullable(),
    }),
  ),
  documents: z.array(z.string()),
  frontMatter: z.array(printedSchema),
  furniture: z.array(
    printedSchema.extend({
      reason: z.enum([
        'running head',
        'page number',
        'repeated header row',
        'repeated row',
        'list marker',
        'markup',
        'separator',
      ]),
    }),
  ),
  messages: z.array(messageSchema),
  reconciliations: z.array(
    z.object({
      kind: z.enum(reconciliationKinds),
      document: z.string().nullable(),
      checked: z.number(),
      failed: z.number(),
    }),
  ),
  ledger: z.object({
    characters: z.number(),
    blanks: z.string(),
    accounted: z.number(),
    residue: z.array(printedSchema.extend({ places: z.number() })),
  }),
});

export const documentSchema: z.ZodType<DocumentEntry> = z.object({
  id: z.string(),
  series: z.string(),
  issue: z.string(),
  record: z.object({
    id: z.string(),
    title: z.string(),
    docNumber: z.string().nullable(),
    date: z.string().nullable(),
    issuers: z.array(z.string()),
    section: z.string().nullable(),
    kind: z.string(),
    recipients: z.string().nullable(),
    disclosure: z.string().nullable(),
    meeting: z.string().nullable(),
    meetingNumber: z.number().nullable(),
    signedBy: z.string().nullable(),
    source: z.string().nullable(),
    effective: datedSchema.nullable(),
    expires: datedSchema.nullable(),
    repeals: z.array(citedSchema),
    cites: z.array(citedSchema),
    basis: z.array(citedSchema),
    interpreter: z.string().nullable(),
    appointments: z.array(appointmentSchema),
    parts: z.array(z.custom<Part>((part) => (part as Part | null)?.type === 'part')),
    corrections: z.array(correctionSchema),
    data: z.object({
      fields: z.partialRecord(fieldNameSchema, z.array(printedSchema)),
      inferred: z.partialRecord(fieldNameSchema, z.string()),
      page: z.number().nullable(),
    }),
  }),
  printed: z.partialRecord(fieldNameSchema, z.string()),
  messages: z.array(messageSchema),
  decisions: z.array(decisionSchema),
});
