/** The search page in Chromium, asked through `window.gongbaoSearch`. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Mark } from '../../src/search/match.ts';

/** What is relied on of a result. */
export interface Answer {
  milliseconds: number;
  exact: boolean;
  hits: { document: string; clauses: { id: string; text: string; marks: Mark[] | null }[] }[];
  recognised: { document: string; clause: string | null }[];
  /** Addresses of issues that were named. */
  issues: string[];
  /** Texts only, whatever they are labelled as. */
  suggestions: string[];
  /** What the search threw. */
  error: string | null;
}

const batch = 50;

/** A context that keeps nothing and sees every request. */
export function freshContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ serviceWorkers: 'block' });
}

/** Opens the search page and waits until the search can be asked. */
export async function openSearch(page: Page, site: string): Promise<void> {
  await page.goto(new URL('search/', site).href);
  await page.evaluate(() => window.gongbaoSearch(''));
}

/** Asks one query after another, in that order. */
export async function ask(
  page: Page,
  queries: readonly string[],
  limit = Infinity,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let at = 0; at < queries.length; at += batch) {
    answers.push(...(await askBatch(page, queries.slice(at, at + batch), limit)));
  }
  return answers;
}

function askBatch(page: Page, queries: string[], limit: number): Promise<Answer[]> {
  return page.evaluate(
    async ([texts, wanted]) => {
      const answers: Answer[] = [];
      for (const text of texts) {
        const start = performance.now();
        const answer: Answer = {
          milliseconds: 0,
          exact: false,
          hits: [],
          recognised: [],
          issues: [],
          suggestions: [],
          error: null,
        };
        answers.push(answer);
        try {
          const result = await window.gongbaoSearch(text, { limit: wanted });
          answer.milliseconds = performance.now() - start;
          answer.exact = result.exact;
          answer.hits = result.hits.map(({ document, clauses }) => ({
            document: document.id,
            clauses: clauses.map((clause) => ({
              id: clause.id,
              text: clause.text,
              marks: 'marks' in clause ? clause.marks : null,
            })),
          }));
          answer.recognised = result.recognised.map(({ document, clause }) => ({
            document: document.id,
            clause: clause?.id ?? null,
          }));
          answer.issues = ('issues' in result ? result.issues : []).map(({ key }) => key);
          // A suggestion is a text, or an object that says what kind of suggestion it is.
          const suggestions: readonly unknown[] = result.suggestions;
          answer.suggestions = suggestions.map((suggestion) =>
            typeof suggestion === 'string' ? suggestion : (suggestion as { text: string }).text,
          );
        } catch (error) {
          answer.milliseconds = performance.now() - start;
          answer.error = String(error);
        }
      }
      return answers;
    },
    [queries, limit] as const,
  );
}
