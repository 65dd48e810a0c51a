/** The library by number and title, for what a document names. */
import { fold, foldLetters } from '../language/text.ts';
import type { CitedDocument } from '../model/output.ts';
import type { Party, Source } from './model.ts';
import { namesOf } from './titles.ts';

export interface Catalogue {
  /**
   * The one document meant, or undefined where none or several could be. A number decides alone; a title means a
   * document that is not later than the one that names it.
   */
  find(cited: Pick<CitedDocument, 'title' | 'docNumber'>, by: Source): Source | undefined;
  /** The document meant, or its name. */
  party(cited: Pick<CitedDocument, 'title' | 'docNumber'>, by: Source): Party;
}

export function buildCatalogue(sources: readonly Source[]): Catalogue {
  const byNumber = new Map<string, Source[]>();
  const byTitle = new Map<string, Source[]>();
  for (const source of sources) {
    if (source.record.docNumber !== null) add(byNumber, fold(source.record.docNumber), source);
    for (const title of new Set(namesOf(source.record).map(foldLetters)))
      if (title.length >= 5) add(byTitle, title, source);
  }
  const find: Catalogue['find'] = ({ title, docNumber }, by) => {
    const earlier = (source: Source) =>
      source !== by && (source.record.date ?? '') <= (by.record.date ?? '9');
    if (docNumber !== null) {
      // 市政府令第1号 bears neither year nor place: it is one of the same series.
      const own = (source: Source) => docNumber.includes('〔') || source.series === by.series;
      const numbered = (byNumber.get(fold(docNumber)) ?? []).filter(
        (source) => source !== by && own(source),
      );
      if (numbered.length > 0) return only(numbered, by);
    }
    if (title === null) return undefined;
    const titled = (byTitle.get(foldLetters(title)) ?? []).filter(earlier);
    return only(
      docNumber === null ? titled : titled.filter(({ record }) => record.docNumber === null),
      by,
    );
  };
  return {
    find,
    party: (cited, by) => ({
      document: find(cited, by)?.id ?? null,
      title: cited.title,
      docNumber: cited.docNumber,
    }),
  };
}

/** The single candidate, or the single one of the same series. */
function only(candidates: Source[], by: Source): Source | undefined {
  if (candidates.length <= 1) return candidates[0];
  const near = candidates.filter(({ series }) => series === by.series);
  return near.length === 1 ? near[0] : undefined;
}

function add(map: Map<string, Source[]>, key: string, source: Source): void {
  const known = map.get(key);
  if (known) known.push(source);
  else map.set(key, [source]);
}
