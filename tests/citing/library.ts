/** The portal's own library as 引用定位 sees it: parsed here, listed by the search's own code. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readContent, readText } from '../../scripts/content.ts';
import type { CitableClause } from '../../src/citing/clause-tree.ts';
import { indexDocuments, type CitationIndex } from '../../src/citing/find-documents.ts';
import { readReference } from '../../src/citing/read-reference.ts';
import type { Resolution } from '../../src/citing/resolution.ts';
import { resolveReference } from '../../src/citing/resolve-reference.ts';
import { parse } from '../../src/gazette/processor.ts';
import { clauseTexts } from '../../src/model/clause-texts.ts';
import type { DocumentRecord, GazetteOutput } from '../../src/model/output.ts';
import { readCorpus, type Corpus } from '../../src/search/build/corpus.ts';
import type { ListedDocument } from '../../src/search/documents.ts';
import { nameClauses } from '../../src/site/clause-names.ts';

export interface TestLibrary {
  documents: ListedDocument[];
  /** As search reads it. */
  corpus: Corpus;
  records: Map<string, DocumentRecord>;
  clauses: Map<string, CitableClause[]>;
  index: CitationIndex<ListedDocument>;
  resolve(input: string): Promise<Resolution<ListedDocument>>;
}

/** Parses `content/` as it is. */
export async function readLibrary(): Promise<TestLibrary> {
  const { issues } = await readContent('content');
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-citing-'));
  const records = new Map<string, DocumentRecord>();
  mkdirSync(join(folder, 'series'));
  for (const { series, id, path, manifest } of issues) {
    const output = parse(await readText(path), {
      issueId: id,
      codes: series.codes,
      corrections: manifest.corrections ?? [],
    });
    for (const record of output.documents) records.set(record.id, record);
    mkdirSync(join(folder, 'issues', series.id), { recursive: true });
    const write = (name: string, value: unknown) => {
      writeFileSync(join(folder, name), JSON.stringify(value));
    };
    write(`series/${series.id}.json`, series);
    write(`issues/${series.id}/${id}.json`, { id, label: labelOf(id, output), output });
  }
  const corpus = readCorpus(folder);
  rmSync(folder, { recursive: true });
  const documents = corpus.documents.map(({ listed }) => listed);
  const clauses = new Map([...records].map(([id, record]) => [id, clausesOf(record)]));
  const index = indexDocuments(documents);
  return {
    documents,
    corpus,
    records,
    clauses,
    index,
    resolve: (input) =>
      resolveReference(readReference(input), index, (id) => Promise.resolve(clauses.get(id)!)),
  };
}

function labelOf(id: string, { issue }: GazetteOutput): string {
  if (issue.number === null) return `${id.slice(0, 4)}年（期号未载明）`;
  return `${String(issue.year)}年第${String(issue.number)}期（总第${String(issue.totalNumber)}期）`;
}

function clausesOf(record: DocumentRecord): CitableClause[] {
  const names = nameClauses(record);
  return clauseTexts(record, 'corrected').map((clause) => ({
    ...clause,
    name: names.get(clause.id) ?? '',
  }));
}

/** A result in one line: `id#clause` where it lands, `? id#clause …` to choose from, `! reason` where it is missing. */
export function print(found: Resolution<ListedDocument>): string {
  const place = ({
    document,
    clause,
  }: {
    document: ListedDocument;
    clause: { id: string } | null;
  }) => document.id + (clause ? `#${clause.id}` : '');
  switch (found.kind) {
    case 'landed':
      return place(found.target) + (found.note === '' ? '' : ` ${found.note}`);
    case 'issue':
      return `/${found.issue.key}/`;
    case 'candidates':
      return `? ${[...found.candidates.map(place), ...found.issues.map(({ key }) => `/${key}/`)].join(' ')}`;
    case 'missing':
      return `! ${found.reason}`;
    case 'empty':
      return '-';
  }
}
