/** A hundred questions put to the built portal: the clause that answers them is among the first results. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveDirectory, type Served } from '../../scripts/serve.ts';
import { openQuestions } from '../search/open-questions.ts';
import { questions, type Question } from '../search/questions.ts';
import { launchChromium } from '../../scripts/chromium.ts';

/** What a reader sees without asking for more. */
const documentsShown = 5;
const clausesShown = 10;
const suggestionsTried = 3;

interface Shown {
  /** document#clause in the order of the page; a document alone for a document or its title. */
  places: string[];
  issues: string[];
  suggestions: string[];
  /** Number of suggestions that are like what was asked. */
  near: number;
  /** The clauses of all hits. */
  texts: string[];
}

type Outcome = 'answered' | 'by a suggestion' | 'missed';

let served: Served;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  served = await serveDirectory('dist', { port: 0 });
  browser = await launchChromium();
  page = await browser.newPage();
  await page.goto(new URL('search/', served.url).href);
});

afterAll(async () => {
  await browser.close();
  await served.close();
});

async function ask(query: string): Promise<Shown> {
  const result = await page.evaluate(async (text) => {
    const { recognised, issues, suggestions, hits } = await window.gongbaoSearch(text, {
      limit: 10,
    });
    return {
      recognised: recognised.map(({ document, clause }) => [document.id, clause?.id ?? '']),
      issues: issues.map(({ key }) => key),
      suggestions: suggestions.map(({ text }) => text),
      // Words looked for apart claim no nearness.
      near: suggestions.filter(({ kind }) => kind !== 'apart').length,
      hits: hits.map(({ document, clauses }) => ({
        document: document.id,
        clauses: clauses.map(({ id }) => id),
        texts: clauses.map((clause) => clause.text),
      })),
    };
  }, query);
  return {
    places: [
      ...result.recognised.map(([document, clause]) => place(document!, clause!)),
      ...result.hits
        .slice(0, documentsShown)
        .flatMap(({ document, clauses }) =>
          clauses.slice(0, clausesShown).map((clause) => place(document, clause)),
        ),
    ],
    issues: result.issues,
    suggestions: result.suggestions,
    near: result.near,
    texts: result.hits.flatMap(({ texts }) => texts),
  };
}

function place(document: string, clause: string): string {
  return clause === '' ? document : `${document}#${clause}`;
}

function isAnswered({ answers, issue, suggests, means }: Question, shown: Shown): boolean {
  if (issue !== undefined) return shown.issues.includes(issue);
  if (suggests !== undefined) {
    // Nothing is found, and nothing is suggested where nothing is near.
    return (
      shown.texts.length === 0 &&
      (suggests.length === 0
        ? shown.near === 0
        : suggests.some((text) => shown.suggestions.includes(text)))
    );
  }
  if (means !== undefined) {
    return means.some(
      (text) =>
        shown.suggestions.includes(text) || shown.texts.some((clause) => clause.includes(text)),
    );
  }
  return answers.some((answer) =>
    shown.places.some(
      (found) =>
        found === answer ||
        found.startsWith(`${answer}__`) ||
        (!answer.includes('#') && found.startsWith(`${answer}#`)),
    ),
  );
}

async function judge(question: Question): Promise<Outcome> {
  const shown = await ask(question.asks);
  if (isAnswered(question, shown)) return 'answered';
  if (question.answers.length === 0) return 'missed';
  for (const text of shown.suggestions.slice(0, suggestionsTried)) {
    if (isAnswered(question, await ask(text))) return 'by a suggestion';
  }
  return 'missed';
}

test('every answer is a place of the portal', async () => {
  expect(questions).toHaveLength(100);
  expect(new Set(questions.map(({ asks }) => asks)).size).toBe(100);
  const missing = await page.evaluate(
    async (answers) => {
      const lost: string[] = [];
      for (const answer of answers) {
        const [document, id] = answer.split('#');
        const text = await (await fetch(`/documents/${document!}/`)).text();
        const parsed = new DOMParser().parseFromString(text, 'text/html');
        if (parsed.querySelector('h1') === null || (id && !parsed.getElementById(id))) {
          lost.push(answer);
        }
      }
      return lost;
    },
    [...new Set(questions.flatMap(({ answers }) => answers))],
  );
  expect(missing).toEqual([]);
});

test('questions are answered among the first results', async () => {
  const outcomes: [Question, Outcome][] = [];
  for (const question of questions) outcomes.push([question, await judge(question)]);
  const of = (wanted: Outcome) => outcomes.filter(([, outcome]) => outcome === wanted);
  console.log(
    `of ${String(questions.length)} questions ${String(of('answered').length)} are answered, ` +
      `${String(of('by a suggestion').length)} by a suggestion, ${String(of('missed').length)} not`,
  );
  for (const [{ by, asks, answers, issue, suggests = [], means = [] }, outcome] of outcomes) {
    if (outcome === 'answered') continue;
    console.log(
      `  ${outcome}: ${asks} (${by}) → ${[...answers, ...suggests, ...means, issue].join(' ')}`,
    );
  }
  const answered = of('answered').map(([{ asks }]) => asks);
  const noLonger = openQuestions.filter((asks) => answered.includes(asks));
  if (noLonger.length > 0) {
    console.log(`  answered now, to be taken from open-questions.ts: ${noLonger.join('; ')}`);
  }
  expect(
    outcomes
      .filter(([{ asks }, outcome]) => outcome !== 'answered' && !openQuestions.includes(asks))
      .map(([{ asks }]) => asks),
  ).toEqual([]);
  expect(openQuestions.filter((asks) => !questions.some((one) => one.asks === asks))).toEqual([]);
});
