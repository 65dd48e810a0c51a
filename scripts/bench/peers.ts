/** The same queries put to other engines over the same clauses. */
import type { Browser } from 'playwright-core';
import type { ScannedClause } from './clauses.ts';
import { scan } from './clauses.ts';
import { flexSearch, miniSearch } from './peers/bigram-engines.ts';
import { ownSearch, plainPagefind } from './peers/in-browser.ts';
import type { Peer, PeerCorpus } from './peers/peer.ts';
import { sqlite, wholeScan } from './peers/whole-text.ts';
import type { PhraseGroup } from './phrases.ts';
import { kilobytes, quantile } from './table.ts';

const queriesEach = 100;
const samples = 9;
/** Groups that say where engines differ, by the first words of their names. */
const told = ['Han, 2–8', 'Han, 9–20', 'Han, straddling', 'across marks', 'with digits', 'one'];

export async function printPeers(
  browser: Browser,
  site: string,
  corpus: PeerCorpus,
  groups: PhraseGroup[],
): Promise<void> {
  const numbers: PhraseGroup = {
    name: 'numbers 号',
    queries: corpus.documents.flatMap(({ listed }) => listed.number ?? []),
    sense: 'folded',
    least: null,
  };
  const compared = told
    .map((name) => groups.find((group) => group.name.startsWith(name))!)
    .map((group) => ({ ...group, queries: group.queries.slice(0, queriesEach) }))
    .concat({ ...numbers, queries: numbers.queries.slice(0, queriesEach) });
  const probes = compared[0]!.queries.slice(0, samples);
  const makers: (() => Peer | Promise<Peer>)[] = [
    () => ownSearch(browser, site, probes),
    () => plainPagefind(browser, corpus, probes),
    () => miniSearch(corpus),
    () => flexSearch(corpus),
    () => sqlite(corpus),
    () => wholeScan(corpus),
  ];
  console.log('\nthe same queries, recall/precision % by clause; KB before a first result; ms');
  console.log(
    line([
      '',
      ...compared.map(({ name }) => name.replace(/^Han, |,? (?:characters?|words|letters)$/g, '')),
      'KB',
      'p50',
      'p95',
    ]),
  );
  for (const make of makers) {
    const peer = await make();
    console.log(line(await measurePeer(peer, corpus.clauses, compared)));
    await peer.close?.();
  }
}

async function measurePeer(
  peer: Peer,
  clauses: ScannedClause[],
  groups: PhraseGroup[],
): Promise<string[]> {
  const cells: string[] = [];
  const times: number[] = [];
  for (const { queries, sense } of groups) {
    const found = await peer.search(queries);
    let [expectedCount, shown, right] = [0, 0, 0];
    for (const [index, query] of queries.entries()) {
      const { keys, milliseconds } = found[index]!;
      const expected = scan(clauses, query, sense);
      expectedCount += expected.size;
      shown += keys.size;
      right += [...keys].filter((key) => expected.has(key)).length;
      times.push(milliseconds);
    }
    cells.push(`${share(right, expectedCount)}/${share(right, shown)}`);
  }
  return [
    peer.name,
    ...cells,
    kilobytes(peer.bytes).replace(' KB', ''),
    quantile(times, 0.5).toFixed(1),
    quantile(times, 0.95).toFixed(1),
  ];
}

function share(part: number, whole: number): string {
  return whole === 0 ? '100' : ((part / whole) * 100).toFixed(part === whole ? 0 : 1);
}

function line([name, ...cells]: string[]): string {
  const padded = cells.map((cell, index) => cell.padStart(index < cells.length - 3 ? 14 : 8));
  return `${name!.padEnd(24)}${padded.join('')}`;
}
