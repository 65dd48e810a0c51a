/** Chunks of a flattened table → the cells of its rows, in rounds that learn the columns from the cells. */
import { endsOpen } from '../../../language/sentences.ts';
import type { Neighbours } from '../neighbours.ts';
import { findRelations, judge, type Relation } from './arithmetic.ts';
import { Column, Counts, countRows, measureColumns, type PlacedRow } from './columns.ts';
import { Facts } from './facts.ts';
import type { Header } from './header.ts';
import type { Piece } from './pieces.ts';
import type { Chunk } from './rows.ts';
import { placePieces, prefixCosts, type Placement, type SearchContext } from './search.ts';
import { hasCellLines, seedRows } from './seeds.ts';

const rounds = 4;
/** Nats by which a way leads that no later round will change. */
const settled = 6;
/** Nats that a piece of running text costs, by which a cell is preferred to it. */
const tailCost = 0.3;
/** Nats that a sum which comes out right is worth. */
const arithmeticWeight = 6;

/** A chunk and what is found of it. */
export interface OpenChunk {
  chunk: Chunk;
  /** Without its row number. */
  pieces: Piece[];
  number: Piece | null;
  rows: PlacedRow[];
  /** Rows that count for what is known of the columns. */
  counted: PlacedRow[];
  /** Nats by which the way its pieces are placed leads. */
  margin: number;
}

/** Columns that stay blank for someone to fill in. */
const toFillIn = /^(得分|备注|评分|签名|签字|自评|考核得分|自评得分|核查情况|说明)$/;

/** The column is to be filled in by hand. */
export function staysBlank(label: string): boolean {
  return toFillIn.test(label);
}

/** Blank cells to expect of a column; a number stands beside what it numbers. */
function expectedBlanks(label: string, named: boolean): number {
  if (staysBlank(label)) return 3;
  return named ? 0.05 : 0.3;
}

/** What was found beside the rows of the chunks. */
export interface Placed {
  columns: Column[];
  relations: Relation[];
  /** Line of the table's body at which running text begins; null for none. */
  end: number | null;
}

/** Finds the cells of all chunks and what their columns are. */
class Placer {
  readonly #chunks: OpenChunk[];
  readonly #header: Header;
  readonly #neighbours: Neighbours;
  readonly #facts: Map<OpenChunk, Facts>;
  readonly #columns: Column[];
  readonly #table = new Counts<number>();
  /** Whether rows without a number may follow one in its chunk. */
  readonly #subrows: boolean;
  #rowCost: number;
  #relations: Relation[] = [];

  constructor(chunks: OpenChunk[], header: Header, neighbours: Neighbours) {
    this.#chunks = chunks;
    this.#header = header;
    this.#neighbours = neighbours;
    this.#facts = new Map(chunks.map((open) => [open, new Facts(open.pieces, neighbours)]));
    this.#columns = header.columns.map(
      ({ text }, index) => new Column(expectedBlanks(text, header.numbered && index === 1)),
    );
    this.#subrows = !header.numbered || hasCellLines(chunks);
    this.#rowCost = this.#subrows ? 4 : Infinity;
  }

  /**
   * Each round places the chunks with what the cells of the round before say of the columns; the first one knows but
   * their number, or what seeds show.
   */
  run(): Placed {
    this.#firstRound();
    let open = this.#chunks;
    for (let round = 1; round < rounds && open.length > 0; round++) {
      const related = this.#relations.length;
      this.#learn();
      // What arithmetic now tells may move any row.
      if (this.#relations.length !== related) open = this.#chunks;
      open = open.filter((chunk) => !this.#placeAgain(chunk));
    }
    const end = this.#cutTail();
    return { columns: this.#columns, relations: this.#relations, end };
  }

  #count(rows: readonly PlacedRow[], numbered: boolean, times: 1 | -1): void {
    countRows(this.#columns, this.#table, rows, numbered, times);
  }

  #context(firstNumbered: boolean, known: boolean): SearchContext {
    return {
      count: this.#columns.length,
      numbered: this.#header.numbered,
      firstNumbered,
      columns: known ? this.#columns : null,
      blanks: this.#header.columns.map(({ text }) => (staysBlank(text) ? 0.5 : 2.5)),
      table: this.#table,
      rowCost: this.#rowCost,
    };
  }

  #place(open: OpenChunk, known: boolean): void {
    const numbered = open.chunk.kind === 'numbered';
    const placements = placePieces(this.#facts.get(open)!, this.#context(numbered, known));
    Object.assign(open, choose(placements, this.#relations, this.#columns.length));
    open.counted = open.rows;
  }

  /**
   * Running text may follow a table without anything that says so: lines of the last chunk without which its cells fit
   * much better. They are taken out of the chunk.
   *
   * @returns the line at which the table ends, among the lines of its body; null where it goes to the end.
   */
  #cutTail(): number | null {
    const open = this.#chunks.at(-1)!;
    const { pieces } = open;
    const numbered = open.chunk.kind === 'numbered';
    // What stands in the chunk must not tell of what belongs there.
    this.#count(open.counted, numbered, -1);
    open.counted = [];
    this.#measure();
    const costs = prefixCosts(this.#facts.get(open)!, this.#context(numbered, true));
    let best = { cost: costs.at(-1)!, at: 0 };
    for (let at = pieces.length - 1; at > 0; at--) {
      if (!pieces[at]!.first || endsOpen(pieces[at - 1]!.text)) continue;
      // Running text has sentences; a short line without one is a cell.
      if (!pieces.slice(at).some(({ text }) => /[。；]/.test(text))) continue;
      if (this.#columns.some((column) => column.holds(pieces[at]!.text))) continue;
      const cost = costs[at]! + tailCost * (pieces.length - at);
      if (cost < best.cost - settled) best = { cost, at };
    }
    if (best.at === 0) return null;
    const { line } = pieces[best.at]!;
    open.pieces = pieces.slice(0, best.at);
    this.#facts.set(open, new Facts(open.pieces, this.#neighbours));
    this.#place(open, true);
    this.#measure();
    return line;
  }

  #measure(): void {
    measureColumns(
      this.#columns,
      this.#chunks.flatMap(({ counted }) => counted),
    );
  }

  #firstRound(): void {
    const seeds = seedRows(this.#chunks, this.#columns.length, this.#header.numbered ? 1 : 0);
    for (const { row, numbered } of seeds) this.#count([row], numbered, 1);
    for (const chunk of this.#chunks) this.#place(chunk, seeds.length > 0);
    for (const { row, numbered } of seeds) this.#count([row], numbered, -1);
    countFullRows(this.#chunks, this.#header);
    for (const { chunk, counted } of this.#chunks)
      this.#count(counted, chunk.kind === 'numbered', 1);
  }

  /** Takes the measures, the frequency of rows without a number and the arithmetic from the cells placed so far. */
  #learn(): void {
    const rows = this.#chunks.flatMap((chunk) => chunk.rows);
    this.#measure();
    if (this.#subrows)
      this.#rowCost = -Math.log((rows.length - this.#chunks.length + 0.2) / (rows.length + 1));
    this.#relations = findRelations(rows, this.#columns.length);
  }

  /** Places a chunk anew; whether it stays where it was, beyond doubt. */
  #placeAgain(open: OpenChunk): boolean {
    const numbered = open.chunk.kind === 'numbered';
    const before = printed(open.rows);
    // What a chunk's own cells say of the columns must not hold them where they are.
    this.#count(open.counted, numbered, -1);
    this.#place(open, true);
    this.#count(open.counted, numbered, 1);
    return open.margin >= settled && printed(open.rows) === before;
  }
}

/** Finds the cells of all chunks, and gives what their columns were found to be. */
export function placeChunks(chunks: OpenChunk[], header: Header, neighbours: Neighbours): Placed {
  return new Placer(chunks, header, neighbours).run();
}

/** In the first round, only rows without blanks are believed, where there are some: a blank may stand anywhere yet. */
function countFullRows(chunks: OpenChunk[], { columns, numbered }: Header): void {
  const needed = columns.flatMap(({ text }, index) =>
    (numbered && index === 0) || staysBlank(text) ? [] : [index],
  );
  const isFull = (row: PlacedRow) =>
    needed.every((index) => row.some(({ column }) => column === index));
  if (chunks.filter(({ rows }) => rows.every(isFull)).length < 2) return;
  for (const chunk of chunks) if (!chunk.rows.every(isFull)) chunk.counted = [];
}

/** Rows as a string to compare. */
function printed(rows: PlacedRow[]): string {
  return rows
    .map((row) => row.map(({ column, pieces }) => `${column}:${pieces[0]!.start}`).join(' '))
    .join('|');
}

/** The cheapest placement that arithmetic does not speak against, one that it bears out first. */
function choose(
  placements: Placement[],
  relations: readonly Relation[],
  count: number,
): { rows: PlacedRow[]; margin: number } {
  const [best, second] = placements as [Placement, Placement | undefined];
  const margin = best.cost === Infinity ? 0 : (second?.cost ?? Infinity) - best.cost;
  if (relations.length === 0) return { rows: best.rows, margin };
  const near = placements.filter(({ cost }) => cost < best.cost + arithmeticWeight);
  const verdicts = near.map(({ rows }) => rows.map((row) => judge(row, relations, count)));
  const holding = verdicts.findIndex((rows) => rows.includes('holds') && !rows.includes('fails'));
  if (holding >= 0) return { rows: near[holding]!.rows, margin: Infinity };
  const open = verdicts.findIndex((rows) => !rows.includes('fails'));
  return open > 0 ? { rows: near[open]!.rows, margin: 0 } : { rows: best.rows, margin };
}
