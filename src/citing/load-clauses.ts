/** Fetches the clauses of documents in the browser, each file once. */
import type { CitableClause } from './clause-tree.ts';
import type { LoadClauses } from './resolution.ts';

/** A loader that keeps what it fetched. It rejects where a file cannot be had; the next call tries again. */
export function clauseLoader(): LoadClauses {
  const files = new Map<string, Promise<readonly CitableClause[]>>();
  return (id) => {
    let file = files.get(id);
    if (!file) {
      file = fetchClauses(id);
      file.catch(() => files.delete(id));
      files.set(id, file);
    }
    return file;
  };
}

async function fetchClauses(id: string): Promise<readonly CitableClause[]> {
  const response = await fetch(`/documents/${id}.clauses.json`);
  if (!response.ok) throw new Error(`${String(response.status)} for the clauses of ${id}`);
  const { clauses } = (await response.json()) as { clauses: CitableClause[] };
  return clauses;
}
