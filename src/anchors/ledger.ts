/** A ledger grows: addresses are added, never taken out. */
import type { AnchorLedger, LedgerDocument } from '../model/anchors.ts';
import type { PublishedDocument } from './published.ts';

/** The ledger of an issue that was never published. */
export const emptyLedger: AnchorLedger = { documents: {}, decisions: [] };

export interface Grown {
  ledger: AnchorLedger;
  /** How many documents and clauses are new. */
  added: number;
}

/** The ledger with the addresses of the documents that it does not hold yet; what it holds stays as it is. */
export function addNew(ledger: AnchorLedger, documents: readonly PublishedDocument[]): Grown {
  const published = new Map(documents.map((document) => [document.id, document]));
  let added = 0;
  const order = mergeOrder(Object.keys(ledger.documents), [...published.keys()]);
  const entries = order.map((id): [string, LedgerDocument] => {
    const document = published.get(id);
    const own = ledger.documents[id];
    if (!own) added++;
    if (!document) return [id, own!];
    const known = own?.clauses ?? {};
    const clauses = mergeOrder(Object.keys(known), [...document.clauses.keys()]);
    added += clauses.length - Object.keys(known).length;
    return [
      id,
      {
        title: own?.title ?? document.title,
        clauses: Object.fromEntries(
          clauses.map((clause) => [clause, known[clause] ?? document.clauses.get(clause)!.hash]),
        ),
      },
    ];
  });
  return { ledger: { documents: Object.fromEntries(entries), decisions: ledger.decisions }, added };
}

/** The known names in their order, each new one after the name it follows. */
function mergeOrder(known: readonly string[], current: readonly string[]): string[] {
  const held = new Set(known);
  const heads: string[] = [];
  const behind = new Map<string, string[]>();
  let group = heads;
  for (const name of current) {
    if (!held.has(name)) group.push(name);
    else behind.set(name, (group = []));
  }
  return [...heads, ...known.flatMap((name) => [name, ...(behind.get(name) ?? [])])];
}

/** The file's text: one line for each clause. */
export function writeLedger(ledger: AnchorLedger): string {
  return `${JSON.stringify(ledger, null, 1)}\n`;
}
