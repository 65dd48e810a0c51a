/** The library by number and title, for what a document names. */
import { fold } from '../language/text.ts';
import { titleKeys } from '../language/title-keys.ts';
import type { CitedDocument } from '../model/output.ts';
import type { Party, Source } from './model.ts';
import { namesOf } from './titles.ts';

/** How a text names another. */
export type Named = Pick<CitedDocument, 'title' | 'docNumber'>;

/** A text of the library: a document, or one of its attachments or further texts. */
export interface HeldText<From extends Source = Source> {
  source: From;
  /** Id of the part, undefined for the document and the text it prints first. */
  part: string | undefined;
}

export interface Catalogue<From extends Source = Source> {
  /**
   * The one text meant, or undefined where none or several could be. A number decides alone; a title means a document
   * that is not later than the one that names it, and none whose number is another.
   */
  find(named: Named, by: From): HeldText<From> | undefined;
  /** The document meant, or its name. */
  party(named: Named, by: From): Party;
}

/** Indexes the library; titles are known whole and without the issuer at their head. */
export function buildCatalogue<From extends Source>(sources: readonly From[]): Catalogue<From> {
  const byNumber = Map.groupBy(sources, ({ record }) =>
    record.docNumber === null ? null : fold(record.docNumber),
  );
  const byTitle = new Map<string, HeldText<From>[]>();
  for (const source of sources) {
    for (const [key, part] of titlesOf(source)) {
      const texts = byTitle.get(key);
      if (texts) texts.push({ source, part });
      else byTitle.set(key, [{ source, part }]);
    }
  }
  const find = ({ title, docNumber }: Named, by: From): HeldText<From> | undefined => {
    if (docNumber !== null) {
      // 市政府令第1号 bears neither year nor place: it is one of the same series.
      const own = (source: From) => docNumber.includes('〔') || source.series === by.series;
      const numbered = (byNumber.get(fold(docNumber)) ?? []).filter(
        (source) => source !== by && own(source),
      );
      if (numbered.length > 0)
        return only(
          numbered.map((source) => ({ source, part: undefined })),
          by,
        );
    }
    if (title === null) return undefined;
    const isMeant = ({ source }: HeldText<From>) =>
      source !== by &&
      (source.record.date ?? '') <= (by.record.date ?? '9') &&
      (docNumber === null || source.record.docNumber === null);
    const texts = titleKeys(title).map((key) => (byTitle.get(key) ?? []).filter(isMeant));
    return only(texts.find(({ length }) => length > 0) ?? [], by);
  };
  return {
    find,
    party: (named, by) => ({
      document: find(named, by)?.source.id ?? null,
      title: named.title,
      docNumber: named.docNumber,
    }),
  };
}

/** The forms of a document's titles, each with the part that bears it. */
function titlesOf({ record }: Source): Map<string, string | undefined> {
  const titles = new Map<string, string | undefined>();
  const add = (title: string, part: string | undefined) => {
    for (const key of titleKeys(title)) if (!titles.has(key)) titles.set(key, part);
  };
  // The first text a document prints is the document itself to those who name it.
  const others = record.parts.filter(
    ({ role, id = '' }) => role === 'attachment' || /^t\d/.test(id),
  );
  const apart = new Set(others.map(({ title }) => title));
  for (const name of namesOf(record)) if (!apart.has(name)) add(name, undefined);
  for (const { title, id } of others) add(title, id);
  return titles;
}

/** The single candidate, or the single one of the same series. */
function only<From extends Source>(
  candidates: HeldText<From>[],
  by: From,
): HeldText<From> | undefined {
  if (candidates.length <= 1) return candidates[0];
  const near = candidates.filter(({ source }) => source.series === by.series);
  return near.length === 1 ? near[0] : undefined;
}
