/** A search for nothing, before the reader has typed: the code it runs through is compiled then, half of a first search's time. */
import { readQuery } from '../query.ts';
import { titleLabel, type Passage } from '../record.ts';
import type { PassageTable } from '../table.ts';
import { Check } from './checking.ts';
import { mayName } from './naming.ts';
import type { PassageIndex } from './passage-index.ts';

const text = '第三条  经营者应当在24小时内办结（2020）1号。';
const passage: Passage = {
  document: {
    id: '',
    title: text,
    number: null,
    date: null,
    year: '',
    kind: '',
    section: null,
    issuers: [],
    issue: '',
    issueKey: '',
  },
  clauses: [{ id: '', label: titleLabel, text }],
};

/**
 * Reads no passage. Rejects where the index does.
 *
 * @param token to ask the index for: one from a small chunk, which is fetched.
 */
export async function rehearse(
  index: PassageIndex,
  table: PassageTable,
  token: string,
): Promise<void> {
  if (table.documents === 0) return;
  await index.find([token]);
  const query = readQuery(text);
  mayName(query.plain, query);
  const own: PassageIndex = { ...index, read: () => Promise.resolve(passage) };
  const check = new Check(own, table, query, [{ document: 0, passages: [0] }], {});
  await check.readRest(1);
  check.count(1, false);
}
