/** What a document amends, by its title: 关于修改《甲办法》的决定. */
import { quotedTitles } from '../language/titles.ts';
import type { Catalogue } from './catalogue.ts';
import { titleEvidence } from './evidence.ts';
import { partyOf, type Amendment, type Source } from './model.ts';

const amending = /关于(?:修改|修订|修正)(?<what>.+?)(?:的|等.{0,20}的)(?:决定|通知|公告)$/u;

export function readAmendments(source: Source, catalogue: Catalogue): Amendment[] {
  const what = amending.exec(source.record.title)?.groups?.what;
  if (what === undefined) return [];
  const quoted = quotedTitles(what.replace(/[〈<]/gu, '《').replace(/[〉>]/gu, '》'));
  const titles = quoted.length > 0 ? quoted.map(({ title }) => title) : [what];
  return titles.map((title) => ({
    kind: 'amendment',
    from: partyOf(source),
    to: catalogue.party({ title, docNumber: null }, source),
    likely: null,
    evidence: [titleEvidence(source)],
  }));
}
