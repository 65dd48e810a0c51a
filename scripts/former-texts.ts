/** What addresses said when `npm run parse` succeeded last: `.gongbao/` still holds it. */
import { existsSync } from 'node:fs';
import { publishedDocument, titleHash } from '../src/anchors/published.ts';
import type { Breach } from '../src/anchors/compare.ts';
import { writeAddress, type Address, type FormerClause } from '../src/model/anchors.ts';
import { clauseTexts } from '../src/model/clause-texts.ts';
import type { DocumentRecord } from '../src/model/output.ts';
import { nameClauses } from '../src/site/clause-names.ts';
import { readIssues, readSeries } from '../src/site/parsed-files.ts';

interface Kept extends FormerClause {
  /** Hash of the printed text. */
  hash: string;
}

export interface FormerTexts {
  /** The words of an address, whatever the ledger says of them. */
  words(address: Address): string | undefined;
  /** What the ledger says stood there; null where it was not kept. */
  text(breach: Breach): FormerClause | null;
}

/** Reads the last output when it is first asked for. */
export function formerTexts(root: string): FormerTexts {
  let kept: Map<string, Kept> | undefined;
  const find = (address: Address) => (kept ??= readKept(root)).get(writeAddress(address));
  return {
    words: (address) => find(address)?.text,
    text: (breach) => {
      const found = find(breach);
      if (found?.hash !== breach.before) return null;
      const { hash: _, ...former } = found;
      return former;
    },
  };
}

function readKept(root: string): Map<string, Kept> {
  if (!existsSync(`${root}/.gongbao/series`)) return new Map();
  const records = readSeries(root).flatMap(({ id }) =>
    readIssues(root, id).flatMap(({ output }) => output.documents),
  );
  return new Map(records.flatMap(keptTexts));
}

function keptTexts(record: DocumentRecord): [string, Kept][] {
  const published = publishedDocument(record);
  const names = nameClauses(record);
  const open: number[] = [];
  let after: string | null = null;
  const clauses = clauseTexts(record, 'corrected').map(
    ({ id, label, text, below }, at): [string, Kept] => {
      while (open.length > 0 && open.at(-1)! < at) open.pop();
      const { hash } = published.clauses.get(id)!;
      const own = { name: names.get(id) ?? '', label, text, depth: open.length, after, hash };
      open.push(at + below);
      after = id;
      return [writeAddress({ document: record.id, clause: id }), own];
    },
  );
  const title = { name: '', label: '', text: record.title, depth: 0, after: null };
  return [[record.id, { ...title, hash: titleHash(published) }], ...clauses];
}
