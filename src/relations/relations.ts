/** All relations of a library, kind by kind, ready to be asked for by document. */
import { readAdoptions } from './adoption.ts';
import { readAmendments } from './amendments.ts';
import { readBasis } from './basis.ts';
import { buildCatalogue } from './catalogue.ts';
import { readForwarding } from './forwarding.ts';
import type { IssueDates, Relation, SeriesFacts, Source } from './model.ts';
import { readRepeals } from './repeals.ts';
import { readReplacements } from './replacements.ts';

/** The relations of one document. */
export interface DocumentRelations {
  /** It acts: repeals, replaces, is based on, forwards; a report adopts. */
  acting: Relation[];
  /** Others act on it. */
  acted: Relation[];
}

/**
 * Reads the relations of all documents, in time that grows with their number.
 *
 * @returns the relations of a document by its id.
 */
export function buildRelations(
  sources: readonly Source[],
  series: readonly SeriesFacts[],
  issues: readonly IssueDates[],
): (id: string) => DocumentRelations {
  const seriesById = new Map(series.map((one) => [one.id, one]));
  const issueByKey = new Map(issues.map((one) => [one.key, one]));
  const catalogue = buildCatalogue(sources);
  const said = sources.flatMap((source): Relation[] => [
    ...readRepeals(source, catalogue),
    ...readAmendments(source, catalogue),
    ...readForwarding(source, catalogue),
    ...readBasis(source, seriesById.get(source.series)!, catalogue),
  ]);
  const pairs = new Set(
    said
      .filter(({ kind }) => kind === 'repeal' || kind === 'amendment')
      .map(({ from, to }) => `${from.document} ${to.document}`),
  );
  const all = [
    ...readAdoptions(sources, seriesById, issueByKey),
    ...said,
    ...readReplacements(sources, seriesById, pairs),
  ];
  const acting = Map.groupBy(all, ({ from }) => from.document);
  const acted = Map.groupBy(all, ({ to }) => to.document);
  return (id) => ({ acting: acting.get(id) ?? [], acted: acted.get(id) ?? [] });
}
