/** A pasted address of the portal: /documents/jfbz-2020-55/#art_13, the short /d/jfbz-2020-55#art_13, /issues/2022-7/. */
export interface TypedAddress {
  document: string | null;
  clauseId: string | null;
  issue: string | null;
  /** What was typed before and after it. */
  rest: string;
}

const address =
  /(?:https?:\/\/[^\s/]*)?\/(?<folder>documents|d|issues)\/(?<id>[\w.~%-]+)\/?(?:[\w.-]+\/)*(?:\?[^\s#]*)?(?:#(?<fragment>[^\s：:，。、）)》]+))?/u;

/** Reads the first address in a text, of any host: what is not in the library is not found. Null where there is none. */
export function readAddress(text: string): TypedAddress | null {
  const match = address.exec(text);
  if (!match) return null;
  const { folder, id, fragment } = match.groups as Record<string, string | undefined>;
  const name = decode(id!)
    .replace(/\.(?:[a-z]+\.)?[a-z]+$/i, '')
    .toLowerCase();
  return {
    document: folder === 'issues' ? null : name,
    issue: folder === 'issues' ? name : null,
    clauseId: fragment === undefined || folder === 'issues' ? null : decode(fragment),
    rest: text.slice(0, match.index) + ' ' + text.slice(match.index + match[0].length),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
