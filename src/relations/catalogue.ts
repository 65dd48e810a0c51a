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
  const byNumber = Map.groupBy(sources, ({ record }) =>
    record.docNumber === null ? null : fold(record.docNumber),
  );
  const titled = sources.flatMap((source) =>
    [...new Set(namesOf(source.record).map(foldLetters))].map((title) => ({ source, title })),
  );
  const byTitle = Map.groupBy(titled, ({ title }) => title);
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
    const named = (byTitle.get(foldLetters(title)) ?? [])
      .map(({ source }) => source)
      .filter(earlier);
    return only(
      docNumber === null ? named : named.filter(({ record }) => record.docNumber === null),
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
