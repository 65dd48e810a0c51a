/** Recall and precision of clauses, and of the passages shown of them. */
import type { Page } from 'playwright-core';
import { excerpt } from '../../src/search/excerpt.ts';
import { foldPhrase } from '../../src/search/fold.ts';
import { ask, type Answer } from './browser.ts';
import { holds, keyOf, scan, type ScannedClause } from './clauses.ts';
import type { PhraseGroup } from './phrases.ts';
import { halves, percent, type Row } from './table.ts';

/** What all groups together say of excerpts. */
export interface ExcerptCount {
  shown: number;
  wrong: string[];
}

const namesShown = 4;

/** One row for a group; every clause that is shown is checked, and every passage counted in `excerpts`. */
export async function measureGroup(
  page: Page,
  clauses: ScannedClause[],
  { name, queries, sense, least, orAbout }: PhraseGroup,
  excerpts: ExcerptCount,
): Promise<Row> {
  const byKey = new Map(clauses.map((clause) => [clause.key, clause]));
  const answers = await ask(page, queries);
  let [expectedCount, shownCount, right] = [0, 0, 0];
  const missed: { query: string; answer: Answer }[] = [];
  for (const [index, query] of queries.entries()) {
    const answer = answers[index]!;
    const expected = scan(clauses, query, sense);
    const found = keysOf(answer);
    const common = [...found].filter((key) => expected.has(key)).length;
    expectedCount += expected.size;
    shownCount += found.size;
    right += common;
    if (common < expected.size) missed.push({ query, answer });
    if (sense === 'han' && query.length > 1) checkExcerpts(answer, query, byKey, excerpts);
  }
  const recall = expectedCount === 0 ? 1 : right / expectedCount;
  const precision = shownCount === 0 ? 1 : right / shownCount;
  const isAbout = orAbout === true && missed.every(({ answer }) => !answer.exact);
  return {
    name,
    count: queries.length,
    figures:
      `recall ${percent(recall)}, precision ${percent(precision)}, ` +
      halves(
        answers.map(({ milliseconds }) => milliseconds),
        'ms',
        1,
      ),
    target:
      least === null
        ? null
        : `both ≥ ${percent(least, least === 1 ? 0 : 1)}${orAbout ? ', or 约' : ''}`,
    pass: queries.length > 0 && precision >= (least ?? 0) && (recall >= (least ?? 0) || isAbout),
    notes: missed
      .slice(0, namesShown)
      .map(
        ({ query, answer }) =>
          `missed: ${query}${answer.error ?? (answer.exact ? ', said to be all' : ', said to be about')}`,
      ),
  };
}

export function keysOf({ hits }: Pick<Answer, 'hits'>): Set<string> {
  return new Set(
    hits.flatMap(({ document, clauses }) =>
      clauses.map(({ id, text }) => keyOf(document, id, text)),
    ),
  );
}

/** Every passage shown must hold the phrase, marked from end to end, and nothing else marked. */
function checkExcerpts(
  { hits }: Answer,
  query: string,
  byKey: Map<string, ScannedClause>,
  count: ExcerptCount,
): void {
  for (const { document, clauses } of hits) {
    for (const { id, text, marks } of clauses) {
      const known = byKey.get(keyOf(document, id, text));
      // A clause without the phrase is counted against precision already.
      if (marks === null || !known || !holds(known, query, 'han')) continue;
      count.shown++;
      const marked = excerpt(text, marks)
        .filter((passage) => passage.marked)
        .map((passage) => foldPhrase(passage.text));
      if (marked.length === 0 || !marked.every((part) => isTiled(part, foldPhrase(query)))) {
        count.wrong.push(`${query}: ${marked.join(' / ') || 'nothing marked'}`);
      }
    }
  }
}

/** Repetitions of the phrase that touch are marked as one. */
function isTiled(marked: string, phrase: string): boolean {
  return marked !== '' && marked.split(phrase).every((rest) => rest === '');
}

export function excerptRow({ shown, wrong }: ExcerptCount): Row {
  return {
    name: 'excerpts that mark the whole phrase',
    count: shown,
    figures: percent(shown === 0 ? 0 : 1 - wrong.length / shown),
    target: '100 %',
    pass: shown > 0 && wrong.length === 0,
    notes: wrong.slice(0, namesShown),
  };
}

/** The same on the page itself: what is marked in the first results as a reader sees them. */
export async function pageRow(page: Page, site: string, queries: string[]): Promise<Row> {
  const wrong: string[] = [];
  for (const query of queries) {
    await page.goto(new URL(`search/?q=${encodeURIComponent(query)}`, site).href);
    const hits = page.locator('[data-hits] li');
    await hits
      .first()
      .waitFor({ timeout: 10_000 })
      .catch(() => undefined);
    // Each title and each clause is a link; a title need not hold the phrase.
    const marked = await page
      .locator('[data-hits] .clauses a')
      .evaluateAll((links) =>
        links.map((link) => [...link.querySelectorAll('mark')].map((mark) => mark.textContent)),
      );
    const titles = await page.locator('[data-hits] h3 mark').allTextContents();
    const isWhole = marked.every(
      (marks) =>
        marks.length > 0 && marks.every((mark) => isTiled(foldPhrase(mark), foldPhrase(query))),
    );
    if (!isWhole || marked.length + titles.length === 0) wrong.push(query);
  }
  return {
    name: 'pages whose clauses all mark the phrase',
    count: queries.length,
    figures: percent(1 - wrong.length / queries.length),
    target: '100 %',
    pass: wrong.length === 0,
    notes: wrong.slice(0, namesShown),
  };
}
