/** Small corpora, and indexes of them: Pagefind's and one in memory. */
import type { OpenedIndex, PassageIndex } from '../../src/search/browser/passage-index.ts';
import { openWrittenIndex } from '../../src/search/build/open-index.ts';
import { writeIndex } from '../../src/search/build/write-index.ts';
import type { ListedDocument } from '../../src/search/documents.ts';
import { cutPassages } from '../../src/search/passages.ts';
import { titleLabel, writeRecord, type FoundClause } from '../../src/search/record.ts';
import { readTable, writeTable, type PassageTable } from '../../src/search/table.ts';
import type { Commonness } from '../../src/search/terms.ts';

export interface SmallDocument {
  listed: ListedDocument;
  clauses: FoundClause[];
}

export interface SmallCorpus {
  documents: SmallDocument[];
  /** Characters of a passage. */
  length: number;
  common: Commonness;
}

/** The title, then paragraphs. */
export function makeDocument(listed: ListedDocument, texts: string[]): SmallDocument {
  const paragraphs = texts.map((text, at) => ({
    id: `p_${String(at + 1)}`,
    label: `第${String(at + 1)}段`,
    text,
  }));
  return { listed, clauses: [{ id: '', label: titleLabel, text: listed.title }, ...paragraphs] };
}

export function tableOf({ documents, length, common }: SmallCorpus, index = ''): PassageTable {
  const cut = documents.map(({ listed, clauses }) => ({
    listed,
    passages: cutPassages(clauses, length).length,
  }));
  const [pairs, characters] = [[...common.pairs], [...common.characters]];
  return readTable(writeTable(cut, { index, length, pairs, characters }));
}

function passagesOf({ documents, length }: SmallCorpus) {
  return documents.flatMap(({ listed, clauses }) =>
    cutPassages(clauses, length).map((passage, at) => ({ document: listed, at, clauses: passage })),
  );
}

/** Tokens in memory; counts what is read. */
export function fakeIndex(corpus: SmallCorpus): PassageIndex & { reads: number } {
  const passages = passagesOf(corpus);
  const tokens = passages.map(({ clauses }) => {
    const { title = '', tokens } = writeRecord(clauses, corpus.common);
    return new Set(`${title} ${tokens}`.split(' '));
  });
  return {
    reads: 0,
    find: (asked) =>
      Promise.resolve(
        asked.length === 0
          ? null
          : [...passages.keys()].filter((at) => asked.every((token) => tokens[at]!.has(token))),
      ),
    read(at) {
      this.reads++;
      return Promise.resolve(passages[at]!);
    },
  };
}

/** Written by Pagefind into the folder and opened as the browser opens it. */
export async function pagefindIndex(corpus: SmallCorpus, folder: string): Promise<OpenedIndex> {
  await writeIndex(passagesOf(corpus), corpus.common, folder, () => undefined);
  return openWrittenIndex(folder);
}
