/** When an input may name a document, a clause or an issue, so that the table of documents is worth its bytes. */
import { namesDocument, readReference } from '../../citing/read-reference.ts';
import type { Recognised } from '../finder.ts';
import { foldPhrase } from '../fold.ts';
import { readNumberQuery } from '../number-query.ts';
import type { Query } from '../query.ts';
import { titleLabel } from '../record.ts';
import type { Hit } from './check.ts';

/** Endings of titles of official documents, short ones and long. */
const titleEnd =
  /(?:办法|规定|条例|细则|规则|规程|准则|标准|方案|预案|规划|计划|意见|决定|决议|通知|通报|通告|公告|公报|批复|函|令|纪要|报告|目录|要点|制度|名单|会议)(?:\((?:试行|暂行|修订|草案)\))?$/u;
const shown = 5;

/** Not so for plain words: documents with those in the title are found as hits. */
export function mayName(input: string, { phrases }: Query): boolean {
  const reading = readReference(input);
  const { numbers, titles, ids, clause, clauseId, issue, month } = reading;
  if (numbers.length + titles.length + ids.length > 0) return true;
  if (clause !== null || clauseId !== null || issue !== null || month !== null) return true;
  if (readNumberQuery(input) !== null) return true;
  const words = phrases.map(({ folded }) => folded);
  return (
    namesDocument(reading) &&
    words.some((word) => titleEnd.test(word) || (/\d/.test(word) && /\p{Script=Han}/u.test(word)))
  );
}

/** Documents whose titles hold all phrases; none where many do. */
export function namedByTitle(hits: Hit[], { phrases }: Query): Recognised[] {
  const named = hits.filter(
    ({ clauses, together }) => together && clauses[0]!.label === titleLabel,
  );
  if (named.length > shown) return [];
  return named.map(({ document }) => ({
    document,
    by:
      phrases.length === 1 && foldPhrase(document.title) === phrases[0]!.folded ? 'title' : 'words',
  }));
}
