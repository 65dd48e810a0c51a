/**
 * The finder: documents recognised by 发文字号 or title. Numbers are read in any spelling (景府办字[2020]55号,
 * 景府办字 55, 景府办字2020-55); titles are found by their words, then by fuse.js where letters differ.
 */
import Fuse from 'fuse.js';
import { fold, foldLetters } from '../language/text.ts';
import type { ListedDocument } from './documents.ts';
import { readNumberQuery, type NumberQuery } from './number-query.ts';

export interface Recognised {
  document: ListedDocument;
  /** What was recognised, the surest first: the number, the whole title, words of the title, a similar title. */
  by: 'number' | 'title' | 'words' | 'similar';
  /** The clause that was named with it: 12345热线 第七条. */
  clause?: RecognisedClause;
}

export interface RecognisedClause {
  id: string;
  /** 第十三条第一款第（二）项 */
  label: string;
  /** Its whole text. */
  text: string;
}

export interface Finder {
  find(input: string, limit?: number): Recognised[];
}

interface Entry {
  document: ListedDocument;
  number: NumberQuery | null;
  /** ASCII form of the number in the id: jfbz. */
  code: string;
  title: string;
}

/** A finder over the documents; documents named equally well keep their order. */
export function createFinder(documents: ListedDocument[]): Finder {
  const entries: Entry[] = documents.map((document) => ({
    document,
    number: document.number === null ? null : readNumberQuery(document.number),
    code: /^[a-z]+/.exec(document.id)?.[0] ?? '',
    title: foldLetters(document.title),
  }));
  const fuse = new Fuse(entries, {
    keys: ['title'],
    ignoreLocation: true,
    includeScore: true,
    threshold: 0.4,
    minMatchCharLength: 2,
  });

  return {
    find(input, limit = 5) {
      const text = input.trim().slice(0, 120);
      const letters = foldLetters(text);
      if (letters === '') return [];
      const asked = readNumberQuery(text);
      const found: Recognised[] = [
        ...(asked === null ? [] : withNumber(entries, asked)).map(({ document }) => ({
          document,
          by: 'number' as const,
        })),
        ...entries
          .filter(({ title, document }) => title === letters || fold(document.id) === fold(text))
          .map(({ document }) => ({ document, by: 'title' as const })),
      ];
      const words = titleWords(text);
      if (letters.length >= 2 && words.length > 0) {
        const having = entries.filter(({ title }) => words.every((word) => title.includes(word)));
        // Words that many titles have recognise none of them.
        if (having.length <= limit) {
          found.push(...having.map(({ document }) => ({ document, by: 'words' as const })));
        }
      }
      // A title is recognised with some letters wrong or left out, but not from two or three letters.
      if (found.length === 0 && letters.length >= 5 && letters.length <= 32) {
        found.push(
          ...fuse
            .search(letters, { limit })
            .map(({ item }) => ({ document: item.document, by: 'similar' as const })),
        );
      }
      const seen = new Set<string>();
      return found
        .filter(({ document }) => !seen.has(document.id) && seen.add(document.id))
        .slice(0, limit);
    },
  };
}

/** Entries with the number asked for; those of the very prefix before those whose prefix ends in it. */
function withNumber(entries: Entry[], asked: NumberQuery): Entry[] {
  const having = entries.filter(
    ({ number }) =>
      number !== null &&
      (asked.year === null || number.year === asked.year) &&
      (asked.number === null || number.number === asked.number),
  );
  const { prefix } = asked;
  if (prefix === null) return having;
  const exact = having.filter(({ number, code }) => number!.prefix === prefix || code === prefix);
  return exact.length > 0
    ? exact
    : having.filter(({ number }) => number!.prefix?.endsWith(prefix) ?? false);
}

/** Words a title must have all of: 12345热线 is 12345 and 热线. */
function titleWords(text: string): string[] {
  return (
    fold(text.replace(/\s+/g, '，')).match(
      /\p{Script=Han}+|[a-z]+|\d+|[^\p{Script=Han}\P{L}a-z]+/gu,
    ) ?? []
  );
}
