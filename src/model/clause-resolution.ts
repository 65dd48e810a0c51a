/** From the numbers of a reference (第十三条第一款第（二）项) to the id of a clause, by the ids alone (DESIGN §5). */
import type { ClausePath } from '../language/clause-paths.ts';

export interface Resolution {
  /** The clauses meant: one; several where the reference fits several; none where the text has no such clause. */
  ids: string[];
  /** The nearest clause above that is there (第十三条 of a missing 第十三条第九款), '' for the text as a whole. */
  reached: string;
}

/** 第十三条 is `art_13`, 第十三条之一 `art_13-1`. */
export function articleId(number: readonly number[]): string {
  return `art_${number.join('-')}`;
}

/**
 * Resolves a path in one text.
 *
 * @param ids of the document's clauses.
 * @param part id of the text inside its document, '' for the main text: att_1.
 */
export function resolvePath(ids: ReadonlySet<string>, path: ClausePath, part = ''): Resolution {
  const at = (id: string) => (part === '' ? id : `${part}__${id}`);
  const { article } = path;
  if (article !== undefined) {
    const own = at(articleId(article));
    if (!ids.has(own)) return { ids: [], reached: part };
    return belowArticle(ids, own, path);
  }
  return division(ids, path, at, part);
}

function belowArticle(ids: ReadonlySet<string>, article: string, path: ClausePath): Resolution {
  const { paragraph, item, subitem } = path;
  let reached = [article];
  if (paragraph !== undefined) {
    const own = `${article}__para_${paragraph}`;
    if (!ids.has(own)) return { ids: [], reached: article };
    reached = [own];
  }
  for (const [kind, number] of [
    ['item', item],
    ['pt', subitem],
  ] as const) {
    if (number === undefined) continue;
    // 款 and 项 above may be left out where there is no doubt: 第十三条第（二）项.
    const found = reached.flatMap((above) => below(ids, above, `${kind}_${number}`));
    if (found.length === 0) return { ids: [], reached: reached[0]! };
    reached = found;
  }
  return { ids: reached, reached: reached[0]! };
}

/** Clauses of the name at any depth below, those nearest to the clause above. */
function below(ids: ReadonlySet<string>, above: string, name: string): string[] {
  const direct = `${above}__${name}`;
  if (ids.has(direct)) return [direct];
  const found = [...ids].filter((id) => id.startsWith(`${above}__`) && id.endsWith(`__${name}`));
  const depth = Math.min(...found.map(depthOf));
  return found.filter((id) => depthOf(id) === depth);
}

const depthOf = (id: string) => id.split('__').length;

function division(
  ids: ReadonlySet<string>,
  { book, chapter, section }: ClausePath,
  at: (id: string) => string,
  part: string,
): Resolution {
  let reached = part;
  if (book !== undefined) {
    reached = at(`bk_${book}`);
    if (!ids.has(reached)) return { ids: [], reached: part };
  }
  if (chapter !== undefined) {
    const own = at(`chp_${chapter}`);
    if (!ids.has(own)) return { ids: [], reached };
    reached = own;
  }
  if (section !== undefined) {
    const own = chapter === undefined ? at(`sec_${section}`) : `${reached}__sec_${section}`;
    if (!ids.has(own)) return { ids: [], reached };
    reached = own;
  }
  return reached === part ? { ids: [], reached } : { ids: [reached], reached };
}
