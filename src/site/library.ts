/** The whole portal in memory: series, issues and documents with the relations pages need. */
import { buildCatalogue, type Named } from '../relations/catalogue.ts';
import { buildRelations, type DocumentRelations } from '../relations/relations.ts';
import type { DocumentEntry, IssueEntry, SeriesEntry } from './entries.ts';
import { linkReferences, type References } from './references.ts';

export interface Neighbours<Entry> {
  previous: Entry | null;
  next: Entry | null;
}

export interface Library {
  /** The portal's first series in front. */
  series: SeriesEntry[];
  /** Newest first. */
  issues: IssueEntry[];
  /** Newest first. */
  documents: DocumentEntry[];
  seriesOf(entry: { series: string }): SeriesEntry;
  issueOf(document: DocumentEntry): IssueEntry;
  /** Documents of an issue in printed order. */
  documentsOf(issue: IssueEntry): DocumentEntry[];
  document(id: string): DocumentEntry | undefined;
  /** Neighbours in the series, by time. */
  issueNeighbours(issue: IssueEntry): Neighbours<IssueEntry>;
  /** Neighbours in the issue, as printed. */
  documentNeighbours(document: DocumentEntry): Neighbours<DocumentEntry>;
  /** The document that a document names, where the library holds it. */
  resolve(named: Named, by: DocumentEntry): DocumentEntry | undefined;
  /** References in running text, followed both ways. */
  references: References;
  /** Documents that cite this one. */
  citing(document: DocumentEntry): DocumentEntry[];
  /** Its relations with other documents, each with its evidence. */
  relations(document: DocumentEntry): DocumentRelations;
}

/** Joins the entries. */
export function buildLibrary(
  series: SeriesEntry[],
  issues: IssueEntry[],
  documents: DocumentEntry[],
): Library {
  const seriesById = new Map(series.map((entry) => [entry.id, entry]));
  const issueByKey = new Map(issues.map((entry) => [entry.key, entry]));
  const documentById = new Map(documents.map((entry) => [entry.id, entry]));
  const issueOf = (document: DocumentEntry) => take(issueByKey, document.issue);
  const documentsOf = (issue: IssueEntry) => issue.documents.map((id) => take(documentById, id));
  const catalogue = buildCatalogue(documents);
  const references = linkReferences(documents, catalogue);
  const resolve = (named: Named, by: DocumentEntry) => catalogue.find(named, by)?.source;

  const sortedIssues = [...issues].sort(
    (a, b) => descending(a.to ?? a.id, b.to ?? b.id) || descending(a.key, b.key),
  );
  const dateOf = (entry: DocumentEntry) => entry.record.date ?? issueOf(entry).to ?? '';
  const positionOf = (entry: DocumentEntry) => issueOf(entry).documents.indexOf(entry.id);
  const sortedDocuments = [...documents].sort(
    (a, b) =>
      descending(dateOf(a), dateOf(b)) ||
      descending(a.issue, b.issue) ||
      positionOf(a) - positionOf(b),
  );

  const referredBy = new Map(
    [...Map.groupBy(references.all, ({ from }) => from.document)].map(([from, own]) => [
      from,
      own.flatMap(({ to }) => to ?? []),
    ]),
  );
  const citing = new Map<string, DocumentEntry[]>();
  for (const entry of sortedDocuments) {
    const targets = new Set(
      [...entry.record.cites, ...entry.record.repeals].map((named) => resolve(named, entry)),
    );
    for (const { document } of referredBy.get(entry) ?? []) targets.add(document);
    for (const target of targets) {
      if (target && target !== entry)
        citing.set(target.id, [...(citing.get(target.id) ?? []), entry]);
    }
  }

  // Read when first asked for: most tests and scripts need none.
  let relations: ReturnType<typeof buildRelations> | undefined;

  return {
    series,
    issues: sortedIssues,
    documents: sortedDocuments,
    seriesOf: (entry) => take(seriesById, entry.series),
    issueOf,
    documentsOf,
    document: (id) => documentById.get(id),
    issueNeighbours: (issue) =>
      neighbours(sortedIssues.filter((other) => other.series === issue.series).reverse(), issue),
    documentNeighbours: (document) => neighbours(documentsOf(issueOf(document)), document),
    resolve,
    references,
    citing: (document) => citing.get(document.id) ?? [],
    relations: ({ id }) => (relations ??= buildRelations(documents, series, issues))(id),
  };
}

function neighbours<Entry>(ordered: Entry[], entry: Entry): Neighbours<Entry> {
  const at = ordered.indexOf(entry);
  return { previous: ordered[at - 1] ?? null, next: ordered[at + 1] ?? null };
}

function take<Value>(map: Map<string, Value>, id: string): Value {
  const value = map.get(id);
  if (value === undefined) {
    throw new Error(`Nothing has the id \`${id}\`. Parse the raw texts again: npm run parse`);
  }
  return value;
}

function descending(a: string, b: string): number {
  return a < b ? 1 : a > b ? -1 : 0;
}
