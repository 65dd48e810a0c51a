/** The check of all candidates of a query: which passages are read, in which order, and what may be said of the whole. */
import { isWithin, type Filters } from '../documents.ts';
import type { Query } from '../query.ts';
import type { PassageTable } from '../table.ts';
import {
  hitOf,
  rankHits,
  readNext,
  startCheck,
  unaskedOf,
  unreadOf,
  type Checked,
  type Hit,
} from './check.ts';
import { countCandidates, countHits } from './facets.ts';
import type { PassageIndex } from './passage-index.ts';
import type { Candidate } from './propose.ts';

const batch = 12;
/** So many of the likeliest are worth showing before the others have come. */
const likeliest = 3;

/** The check of all candidates of a query, as far as it has come. */
export class Check {
  readonly #index: PassageIndex;
  readonly #table: PassageTable;
  readonly #query: Query;
  readonly #filters: Filters;
  /** Candidates under the filters; the others are of interest for the counts of the filters. */
  readonly #wanted: Checked[] = [];
  readonly #others: Checked[] = [];
  readonly #onLikeliest: () => void;
  #isWatched = false;
  #passages = 0;

  /** @param onLikeliest called once, when the likeliest candidates were read and others are on their way. */
  constructor(
    index: PassageIndex,
    table: PassageTable,
    query: Query,
    candidates: Candidate[],
    filters: Filters,
    onLikeliest: () => void = () => undefined,
  ) {
    this.#onLikeliest = onLikeliest;
    this.#index = index;
    this.#table = table;
    this.#query = query;
    this.#filters = filters;
    for (const candidate of candidates) {
      const list = isWithin(table.factsOf(candidate.document), filters)
        ? this.#wanted
        : this.#others;
      list.push(startCheck(candidate, query));
    }
  }

  /** Every candidate under the filters was read to its end. */
  get isDone(): boolean {
    return this.#wanted.every((one) => unreadOf(one) === 0);
  }

  /** Hits outside the filters. */
  hasOthers(): boolean {
    return this.#others.length > 0;
  }

  hits(): Hit[] {
    return hitsOf(this.#wanted, this.#query);
  }

  /**
   * Reads candidates, `few` at once, until `limit` of them are hits or about `most` passages were read; leaves it to
   * `readRest` where there are few passages in all.
   */
  async readFirst(
    limit: number,
    few: number,
    signal?: AbortSignal,
    most = Infinity,
  ): Promise<void> {
    if (limit === Infinity || sumUnasked(this.#wanted) <= few) return;
    let hits = 0;
    for (let at = 0; at < this.#wanted.length && hits < limit && this.#passages < most;) {
      signal?.throwIfAborted();
      const some = this.#wanted.slice(at, at + Math.min(batch, Math.max(limit - hits, few)));
      at += some.length;
      const reads = some.map((one) => this.#readUntilHit(one));
      await this.#watch(reads, Promise.all(reads));
      hits += hitsOf(some, this.#query).length;
    }
  }

  async #readUntilHit(one: Checked): Promise<void> {
    for (let count = 1; unaskedOf(one) > 0 && hitOf(one, this.#query) === null; count *= 2) {
      await this.#read(one, count);
    }
  }

  async #read(one: Checked, count: number): Promise<void> {
    this.#passages += Math.min(count, unaskedOf(one));
    await readNext(one, count, this.#query, this.#index);
  }

  /** Waits for all; tells when the first of the reads, which are in the order of the candidates, are there before. */
  async #watch(reads: Promise<void>[], all: Promise<unknown>): Promise<void> {
    let isWaiting = true;
    if (!this.#isWatched && reads.length >= likeliest) {
      const tell = () => {
        if (isWaiting) this.#onLikeliest();
      };
      // What is at hand comes within the same turn. A read that fails makes `all` fail.
      void Promise.all(reads.slice(0, likeliest)).then(
        () => setTimeout(tell),
        () => undefined,
      );
    }
    this.#isWatched = true;
    await all.finally(() => {
      isWaiting = false;
    });
  }

  /** Reads on, hits first, until `verify` passages were read in all. */
  async readRest(verify: number, signal?: AbortSignal): Promise<void> {
    const begun = this.#wanted.filter(({ read }) => read > 0);
    const order = [...begun, ...this.#wanted.filter(({ read }) => read === 0), ...this.#others];
    const reads: Promise<void>[] = [];
    const underWay = new Set<Promise<void>>();
    const readAll = async () => {
      for (const one of order) {
        while (unaskedOf(one) > 0 && this.#passages < verify) {
          const count = Math.min(batch, unaskedOf(one), verify - this.#passages);
          const read = this.#read(one, count).finally(() => underWay.delete(read));
          reads.push(read);
          underWay.add(read);
          if (underWay.size < batch) continue;
          await Promise.race(underWay);
          signal?.throwIfAborted();
        }
      }
      await Promise.all(reads);
    };
    await this.#watch(reads, readAll());
  }

  /** The numbers and the first `limit` hits. */
  count(limit: number, byDate: boolean) {
    const found = this.hits();
    const hits = byDate ? found : rankHits(found);
    const shown = hits.slice(0, limit);
    const exact = this.isDone;
    const facetsExact = exact && this.#others.every((one) => unreadOf(one) === 0);
    const touched = this.#wanted.filter(({ read }) => read > 0).length;
    const estimate = Math.round((this.#wanted.length * hits.length) / Math.max(1, touched));
    const all = [...this.#wanted, ...this.#others];
    return {
      exact,
      total: exact ? hits.length : Math.max(hits.length, estimate),
      clauses: (exact ? hits : shown).reduce((sum, { clauses }) => sum + clauses.length, 0),
      facets: facetsExact
        ? countHits(hitsOf(all, this.#query), this.#filters)
        : countCandidates(all, this.#table, this.#filters),
      facetsExact,
      hits: shown,
    };
  }
}

function hitsOf(checked: Checked[], query: Query): Hit[] {
  return checked.flatMap((one) => (one.read > 0 ? (hitOf(one, query) ?? []) : []));
}

function sumUnasked(checked: Checked[]): number {
  return checked.reduce((sum, one) => sum + unaskedOf(one), 0);
}
