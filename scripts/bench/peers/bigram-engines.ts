/** MiniSearch and FlexSearch over bigrams: every pair of the query must stand in the clause. */
import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import { gzipSync } from 'node:zlib';
import { bigrams, inNode, type Peer, type PeerCorpus } from './peer.ts';

export function miniSearch({ clauses }: PeerCorpus): Peer {
  const engine = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: bigrams,
    processTerm: (term) => term,
  });
  engine.addAll(clauses.map(({ text }, id) => ({ id, text })));
  const bytes = gzipSync(JSON.stringify(engine)).length;
  return inNode('MiniSearch, bigrams', bytes, clauses, (query) =>
    engine.search(query, { combineWith: 'AND' }).map(({ id }) => id as number),
  );
}

export function flexSearch({ clauses }: PeerCorpus): Peer {
  const engine = new Index({ tokenize: 'strict', encode: bigrams });
  for (const [id, { text }] of clauses.entries()) engine.add(id, text);
  const chunks: string[] = [];
  engine.export((_key, data) => {
    chunks.push(data as string);
  });
  const bytes = gzipSync(chunks.join('')).length;
  return inNode(
    'FlexSearch, bigrams',
    bytes,
    clauses,
    (query) => engine.search(query, { limit: clauses.length }) as number[],
  );
}
