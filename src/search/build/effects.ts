/** 时效 of the documents, for the table of documents. */
import { issueKey, type ParsedIssue, type Series } from '../../model/content.ts';
import { isNormative } from '../../model/normative.ts';
import { buildRelations } from '../../relations/relations.ts';
import { statusFacts } from '../../relations/status-facts.ts';
import { packEffect } from '../effect.ts';

/** What the clock runs on, packed, by document; those that lay down no rules and say nothing of it are left out. */
export function readEffects(series: Series[], issues: ParsedIssue[]): Map<string, string> {
  const byId = new Map(series.map((one) => [one.id, one]));
  const keyed = issues.map((issue) => ({
    key: issueKey(byId.get(issue.series)!, issue.id),
    id: issue.id,
    issue: issue.output.issue,
  }));
  const sources = issues.flatMap(({ series, output }, at) =>
    output.documents.map((record) => ({ id: record.id, series, issue: keyed[at]!.key, record })),
  );
  const relationsOf = buildRelations(sources, series, keyed);
  return new Map(
    sources.flatMap((source): [string, string][] => {
      const facts = statusFacts(source, isNormative(source.record), relationsOf(source.id));
      return facts ? [[source.id, packEffect(facts.clock)]] : [];
    }),
  );
}
