/** Engines that hold the whole text: SQLite FTS5 with trigrams, and a scan of everything. */
import { DatabaseSync } from 'node:sqlite';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inNode, type Peer, type PeerCorpus } from './peer.ts';

/** Trigrams find three characters and more; shorter queries are left to LIKE. */
export function sqlite({ clauses }: PeerCorpus): Peer {
  const folder = mkdtempSync(join(tmpdir(), 'gongbao-sqlite-'));
  const file = join(folder, 'clauses.db');
  const database = new DatabaseSync(file);
  database.exec("CREATE VIRTUAL TABLE clause USING fts5(text, tokenize = 'trigram')");
  const insert = database.prepare('INSERT INTO clause (rowid, text) VALUES (?, ?)');
  database.exec('BEGIN');
  for (const [id, { text }] of clauses.entries()) insert.run(id + 1, text.normalize('NFKC'));
  database.exec("COMMIT; INSERT INTO clause (clause) VALUES ('optimize'); VACUUM");
  const bytes = gzipSync(readFileSync(file)).length;
  const match = database.prepare('SELECT rowid FROM clause WHERE clause MATCH ?');
  const like = database.prepare("SELECT rowid FROM clause WHERE text LIKE ? ESCAPE '\\'");
  const find = (query: string) => {
    const phrase = query.normalize('NFKC');
    const rows =
      [...phrase].length >= 3
        ? match.all(`"${phrase.replaceAll('"', '""')}"`)
        : like.all(`%${phrase.replace(/[\\%_]/g, '\\$&')}%`);
    return rows.map(({ rowid }) => Number(rowid) - 1);
  };
  return {
    ...inNode('SQLite FTS5, trigrams', bytes, clauses, find),
    close: () => {
      database.close();
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  };
}

/** One file with every clause, and `includes`. */
export function wholeScan({ clauses }: PeerCorpus): Peer {
  const fold = (text: string) => text.normalize('NFKC').toLowerCase();
  const texts = clauses.map(({ text }) => fold(text));
  const lines = clauses.map(({ key }) => key.replaceAll('\n', '\t')).join('\n');
  return inNode('all texts, scanned', gzipSync(lines).length, clauses, (query) => {
    const phrase = fold(query);
    return texts.flatMap((text, place) => (text.includes(phrase) ? [place] : []));
  });
}
