/**
 * The table of passages: what ranking and filters need to know of every document before any is fetched. About two bytes
 * a document, compressed. Documents and passages are numbered from 0, newest document first.
 */
import {
  factsOf,
  limitingFacts,
  type FactsOf,
  type LimitingFact,
  type ListedDocument,
} from './documents.ts';
import type { Commonness } from './terms.ts';

/** As it is stored. */
export interface StoredTable {
  /** Hash of the index it belongs to. */
  index: string;
  /** Characters of a passage, about. */
  length: number;
  /** Number of passages of each document. */
  passages: number[];
  facts: Record<LimitingFact, StoredFact>;
  /** Pairs of characters without anything between. */
  commonPairs: string;
  commonCharacters: string;
}

interface StoredFact {
  values: string[];
  /** For each document its value as a number; several in an array. */
  of: (number | number[])[];
}

export interface PassageTable {
  /** Hash of the index it belongs to. */
  index: string;
  length: number;
  /** Number of passages. */
  size: number;
  documents: number;
  common: Commonness;
  documentOf(passage: number): number;
  passagesOf(document: number): number[];
  /** What a document can be limited by. */
  factsOf(document: number): FactsOf;
}

export function writeTable(
  documents: { listed: ListedDocument; passages: number }[],
  own: { index: string; length: number; pairs: string[]; characters: string[] },
): StoredTable {
  const { index, length, pairs, characters } = own;
  const facts = limitingFacts.map((fact) => [
    fact,
    writeFact(documents.map(({ listed }) => factsOf(listed)(fact))),
  ]);
  return {
    index,
    length,
    passages: documents.map(({ passages }) => passages),
    facts: Object.fromEntries(facts) as StoredTable['facts'],
    commonPairs: pairs.join(''),
    commonCharacters: characters.join(''),
  };
}

function writeFact(documents: string[][]): StoredFact {
  const numbers = new Map<string, number>();
  const of = documents.map((values) => {
    const own = values.map((value) => {
      if (!numbers.has(value)) numbers.set(value, numbers.size);
      return numbers.get(value)!;
    });
    return own.length === 1 ? own[0]! : own;
  });
  return { values: [...numbers.keys()], of };
}

export function readTable(stored: StoredTable): PassageTable {
  const { index, length, passages, facts, commonPairs, commonCharacters } = stored;
  const documentOf = Uint32Array.from(
    passages.flatMap((count, document) => Array<number>(count).fill(document)),
  );
  let size = 0;
  const starts = passages.map((count) => (size += count) - count);
  return {
    index,
    length,
    size,
    documents: passages.length,
    common: {
      pairs: new Set(commonPairs.match(/../gu)),
      characters: new Set(commonCharacters),
    },
    documentOf: (passage) => documentOf[passage]!,
    passagesOf: (document) =>
      Array.from({ length: passages[document]! }, (_, index) => starts[document]! + index),
    factsOf: (document) => (fact) => {
      const { values, of } = facts[fact];
      return [of[document]!].flat().map((number) => values[number]!);
    },
  };
}
