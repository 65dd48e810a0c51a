/** Offers all results as a CSV file, made in the browser. */
import { writeCsv } from '../csv.ts';
import { sortHits } from '../sorting.ts';
import type { SearchState } from '../state.ts';
import type { Search } from './engine.ts';

/** Checks every document, however many; `say` is told how far it is. Rejects where the search does. */
export async function saveCsv(
  search: Search,
  { q, filters, sort }: SearchState,
  say: (text: string) => void,
): Promise<void> {
  say('正在核对全部结果……');
  const result = await search(q, {
    limit: Infinity,
    filters,
    onProgress: ({ hits }) => {
      say(`正在核对全部结果，已有${String(hits.length)}篇……`);
    },
  });
  const hits = sortHits(result.hits, sort);
  const rows = hits.reduce((sum, { clauses }) => sum + clauses.length, 0);
  const file = new Blob([writeCsv(hits, location.origin)], { type: 'text/csv;charset=utf-8' });
  download(file, `检索结果 ${fileName(q)}.csv`);
  say(`已生成CSV：${String(hits.length)}篇文件，${String(rows)}处。`);
}

/** What was searched for, without what file systems refuse. */
function fileName(query: string): string {
  // eslint-disable-next-line no-control-regex
  return [...query.replace(/[\\/:*?"<>|\u0000-\u001f]+/gu, ' ').trim()].slice(0, 40).join('');
}

function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Some browsers read it only after the click.
  window.setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}
