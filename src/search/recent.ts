/** Recent searches as a list kept on the device. */

export interface Recent {
  /** Searches are kept. */
  on: boolean;
  /** The newest first. */
  queries: string[];
}

const kept = 10;
const longest = 200;

/** Reads what was stored; whatever is no such list is an empty one. */
export function readRecent(stored: string | null): Recent {
  try {
    const value: unknown = JSON.parse(stored ?? '');
    if (typeof value !== 'object' || value === null) return { on: true, queries: [] };
    const { on, queries } = value as Record<string, unknown>;
    const list = Array.isArray(queries) ? (queries as unknown[]) : [];
    return {
      on: on !== false,
      queries: list.filter((one): one is string => typeof one === 'string').slice(0, kept),
    };
  } catch {
    return { on: true, queries: [] };
  }
}

/** The list with a search in front, each once; nothing where they are not kept. */
export function addRecent({ on, queries }: Recent, typed: string): Recent {
  const query = typed.trim().replace(/\s+/g, ' ');
  if (!on || query === '' || query.length > longest) return { on, queries };
  return { on, queries: [query, ...queries.filter((one) => one !== query)].slice(0, kept) };
}

/** Those that hold what is typed, for the box; with nothing typed the newest. */
export function matchRecent({ queries }: Recent, typed: string, limit: number): string[] {
  const part = typed.trim();
  return queries.filter((one) => one !== part && one.includes(part)).slice(0, limit);
}
