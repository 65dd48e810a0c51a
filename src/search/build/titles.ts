/** Short titles of documents, as people name them. */
import type { Series } from '../../model/content.ts';

const verbs = /^.*?(?:关于)?(?:印发|转发|公布|发布|颁布|批转|关于)/u;

/**
 * Names inside a title: of 某市人民政府办公室关于印发某市12345政务服务热线运行管理办法（试行）的通知 the text that is handed
 * on, with and without the place and （试行）, and what is quoted in 《》.
 */
export function shortTitles(title: string, series: Pick<Series, 'place'>[]): string[] {
  const bare = title.replace(/\s/g, '');
  const quoted = [...bare.matchAll(/《([^《》]+)》/gu)].map(([, name]) => name!);
  const inner = bare
    .replace(verbs, '')
    .replace(/的(?:通知|通报|决定|意见|公告|通告)$/u, '')
    .replace(/[《》]/gu, '');
  const names = [...quoted, inner].flatMap((name) => [name, name.replace(/（[^（）]*）$/u, '')]);
  for (const { place } of series) {
    for (const name of names.slice()) {
      if (place !== '' && name.startsWith(place)) names.push(name.slice(place.length));
    }
  }
  return [...new Set(names)].filter((name) => name.length >= 2 && name !== bare);
}
