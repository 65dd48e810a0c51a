/** In the browser: the clauses of the document on the page, from its markup and from the files beside it. */
import type { CitableDocument } from '../../citing/facts.ts';
import type { ClauseFile } from '../clause-file.ts';
import type { ClauseHistory } from '../clause-history.ts';

let clauses: Promise<ClauseFile> | undefined;

/** Texts and seals of the clauses; read once, and again only where reading failed. */
export function loadClauses(): Promise<ClauseFile> {
  clauses ??= readFile<ClauseFile>('clauses').catch((error: unknown) => {
    clauses = undefined;
    throw error;
  });
  return clauses;
}

/** What clauses said before. */
export function loadHistory(): Promise<ClauseHistory> {
  return readFile<ClauseHistory>('history');
}

async function readFile<File>(name: 'clauses' | 'history'): Promise<File> {
  const response = await fetch(`${location.pathname.replace(/\/$/, '')}.${name}.json`);
  if (!response.ok) throw new Error(`${response.url}: ${String(response.status)}`);
  return (await response.json()) as File;
}

/** What a citation says of the document; undefined on other pages. */
export function readCitable(): CitableDocument | undefined {
  const json = document.querySelector<HTMLElement>('[data-citable]')?.dataset.citable;
  return json === undefined ? undefined : (JSON.parse(json) as CitableDocument);
}

/** The link of a clause to itself. */
export function permalinkOf(id: string): HTMLAnchorElement | null {
  return document.querySelector(`a.permalink[href="#${CSS.escape(id)}"]`);
}

/** 第十三条第二款, by the name on the clause's own link; '' where it has none. */
export function nameOf(link: Element | null): string {
  return link?.getAttribute('aria-label')?.replace(/ 的链接$/, '') ?? '';
}

/** Every id in the text. */
export function readIds(): string[] {
  return [...document.querySelectorAll('.gazette[id], .gazette [id]')].map(({ id }) => id);
}
