/**
 * Later rules on the same subject: what they replace is likely, since no text says so. Titles are compared, not texts:
 * one subject has the words of the other, and at most a few more that do not stand at its head (政务服务热线 and
 * 政务服务便民热线, but not 医疗保险 and 职工医疗保险).
 */
import { similarity } from '../language/text.ts';
import { titleEvidence } from './evidence.ts';
import { shortOrgan } from './meetings.ts';
import { partyOf, type Replacement, type SeriesFacts, type Source } from './model.ts';
import { subjectOf, textTitles } from './titles.ts';

/** Share of bigrams below which two subjects are two: measured on 12345政务服务热线 / 政务服务便民热线 (0.88). */
const alike = 0.8;
/** Characters that two subjects begin with alike. */
const head = 3;

interface Rule {
  source: Source;
  subject: string;
  issuers: Set<string>;
  /** Series, kind and the first characters of the subject: only rules of one group are compared. */
  group: string;
}

/**
 * @param said pairs of ids (`later earlier`) of which a text says more: repeals.
 */
export function readReplacements(
  sources: readonly Source[],
  series: ReadonlyMap<string, SeriesFacts>,
  said: ReadonlySet<string>,
): Replacement[] {
  const rules = sources.flatMap((source) => readRules(source, series.get(source.series)!));
  const groups = Map.groupBy(rules, ({ group }) => group);
  return [...groups.values()].flatMap((group) => successions(group, said));
}

function readRules(source: Source, { id, place }: SeriesFacts): Rule[] {
  if (source.record.date === null) return [];
  const issuers = issuersOf(source, place);
  return textTitles(source.record).flatMap((title) => {
    const found = subjectOf(title, place);
    if (!found) return [];
    const { subject, kind } = found;
    return [{ source, subject, issuers, group: `${id} ${kind} ${subject.slice(0, head)}` }];
  });
}

/** Each rule with the next later one on its subject. */
function successions(group: Rule[], said: ReadonlySet<string>): Replacement[] {
  const sorted = [...group].sort((a, b) =>
    a.source.record.date! < b.source.record.date! ? -1 : 1,
  );
  return sorted.flatMap((earlier, at) => {
    const later = sorted.slice(at + 1).find((one) => succeeds(one, earlier));
    if (!later || said.has(`${later.source.id} ${earlier.source.id}`)) return [];
    return [toReplacement(later.source, earlier.source)];
  });
}

function succeeds(later: Rule, earlier: Rule): boolean {
  if (later.source.record.date === earlier.source.record.date) return false;
  const [short, long] = [later.subject, earlier.subject].sort((a, b) => a.length - b.length);
  return (
    [...later.issuers].some((name) => earlier.issuers.has(name)) &&
    similarity(short!, long!) >= alike &&
    isWithin(short!, long!)
  );
}

/** All characters of the short text stand in the long one in the same order. */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const mark of long) if (mark === short[at]) at++;
  return at === short.length;
}

/** A government and its office are one. */
function issuersOf({ record }: Source, place: string): Set<string> {
  return new Set(
    record.issuers.map((name) => shortOrgan(name, place).replace(/(?<=政府|委)办公[室厅]$/u, '')),
  );
}

function toReplacement(later: Source, earlier: Source): Replacement {
  return {
    kind: 'replacement',
    from: partyOf(later),
    to: partyOf(earlier),
    likely: '由标题推断，名称相近、文种和发文机关相同、印发在后，文中没有写明替代或废止',
    evidence: [titleEvidence(later), titleEvidence(earlier)],
  };
}
