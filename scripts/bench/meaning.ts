/** How often a misspelt input leads to what was meant. */
import type { Page } from 'playwright-core';
import { ask, type Answer } from './browser.ts';
import type { Misspelt, MisspeltGroup } from './misspelt.ts';
import { halves, percent, type Row } from './table.ts';

const missesShown = 6;

export async function measureMeaning(
  page: Page,
  { name, asked, least, hitsCount }: MisspeltGroup,
): Promise<Row> {
  const answers = await ask(
    page,
    asked.map(({ query }) => query),
    20,
  );
  const missed: string[] = [];
  let first = 0;
  for (const [index, one] of asked.entries()) {
    const answer = answers[index]!;
    if (!isFound(answer, one, hitsCount)) {
      const [suggestion] = answer.suggestions;
      missed.push(`${one.query}: not ${one.meant.join('/')} but ${suggestion ?? 'nothing'}`);
    } else if (one.meant.includes(answer.suggestions[0] ?? '') || answer.hits.length > 0) first++;
  }
  const share = 1 - missed.length / Math.max(1, asked.length);
  return {
    name,
    count: asked.length,
    figures: `found ${percent(share, 1)}, first ${percent(first / Math.max(1, asked.length), 1)}, ${halves(
      answers.map(({ milliseconds }) => milliseconds),
      'ms',
    )}`,
    target: least === null ? null : `found ≥ ${percent(least, 0)}`,
    pass: asked.length > 0 && share >= (least ?? 0),
    notes: missed.slice(0, missesShown).map((miss) => `missed: ${miss}`),
  };
}

function isFound({ suggestions, hits }: Answer, { meant }: Misspelt, hitsCount: boolean): boolean {
  return meant.some(
    (phrase) =>
      suggestions.some((suggestion) => suggestion.replace(/\s/g, '') === phrase) ||
      (hitsCount &&
        hits.some(({ clauses }) =>
          clauses.some(({ text }) => text.replace(/\s/g, '').includes(phrase)),
        )),
  );
}
