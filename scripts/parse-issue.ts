/** Parses the issues under `content/` as they are published: with what editors know, and the ids their documents bear. */
import { join, relative, dirname } from 'node:path';
import { keepIds } from '../src/anchors/kept-ids.ts';
import { publishedDocument, type PublishedDocument } from '../src/anchors/published.ts';
import type { Portal } from '../src/anchors/portal.ts';
import { parse } from '../src/gazette/processor.ts';
import { issueKey } from '../src/model/content.ts';
import type { GazetteOutput } from '../src/model/output.ts';
import { readText, type IssueFolder } from './content.ts';
import { readLedger } from './ledgers.ts';

export interface IssueParse {
  folder: IssueFolder;
  raw: string;
  output: GazetteOutput;
  /** Its documents' addresses. */
  published: PublishedDocument[];
  /** Its ledger as it is in the folder. */
  file: Awaited<ReturnType<typeof readLedger>>;
  milliseconds: number;
}

/** Parses one raw text. `keptIds`: see `GazetteOptions`. */
export function parseText(
  raw: string,
  folder: IssueFolder | null,
  keptIds: Readonly<Record<number, string>> = {},
): GazetteOutput {
  return parse(raw, {
    keptIds,
    ...(folder?.manifest.format && { format: folder.manifest.format }),
    ...(folder && {
      issueId: issueKey(folder.series, folder.id),
      codes: folder.series.codes,
      corrections: folder.manifest.corrections ?? [],
    }),
  });
}

/** Parses an issue; its documents without number keep the ids that its ledger has for them. */
export async function parseIssue(folder: IssueFolder): Promise<IssueParse> {
  const file = await readLedger(folder);
  const raw = await readText(folder.path);
  const started = performance.now();
  let output = parseText(raw, folder);
  let published = output.documents.map(publishedDocument);
  const kept = keepIds(file.ledger, published);
  if (Object.entries(kept).some(([place, id]) => published[Number(place)]!.id !== id)) {
    output = parseText(raw, folder, kept);
    published = output.documents.map(publishedDocument);
  }
  return { folder, raw, output, published, file, milliseconds: performance.now() - started };
}

/** Ledgers and documents of all issues together. */
export function portalOf(issues: readonly IssueParse[]): Portal {
  return {
    files: issues.map(({ file }) => file),
    documents: new Map(
      issues.flatMap(({ published }) => published.map((document) => [document.id, document])),
    ),
  };
}

/** Corrections that do not fit their places: nothing is written until an editor has looked at them. */
export function findMisfits(folder: IssueFolder | null, { messages }: GazetteOutput): string[] {
  if (folder === null) return [];
  const path = relative('.', join(dirname(folder.path), 'issue.json'));
  return messages
    .filter(({ ruleId }) => ruleId === 'correction-unmatched')
    .map(({ reason }) => `${path}: ${reason}`);
}
