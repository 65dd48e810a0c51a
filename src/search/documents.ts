/** The table of documents: what the finder and the result list know of each document without opening it. */

export interface ListedDocument {
  id: string;
  title: string;
  /** 发文字号, null where none is printed. */
  number: string | null;
  /** ISO date or null. */
  date: string | null;
  /** Year of the date, else of the issue. */
  year: string;
  /** 文种 */
  kind: string;
  section: string | null;
  issuers: string[];
  /** Label of the issue: 2020年第11期（总第23期）. */
  issue: string;
  /** The issue in addresses: 2020-11. */
  issueKey: string;
  /** Titles of the texts inside by part id ('' the main text), where they are not the document's. */
  parts?: Record<string, string>;
}

/** The properties a search can be limited to. */
export const facetNames = ['year', 'issuer', 'kind'] as const;
export type FacetName = (typeof facetNames)[number];

/** Chosen values; several values of one facet are alternatives. */
export type Filters = Partial<Record<FacetName, string[]>>;

/** The values a document has in a facet. */
export function facetValues(document: ListedDocument, facet: FacetName): string[] {
  if (facet === 'year') return [document.year];
  return facet === 'kind' ? [document.kind] : document.issuers;
}

/** Whether a document has one of the chosen values in every facet that is limited. */
export function passes(document: ListedDocument, filters: Filters, except?: FacetName): boolean {
  return hasChosen((facet) => facetValues(document, facet), filters, except);
}

/** `passes` for a document of which only the values are known. */
export function hasChosen(
  valuesOf: (facet: FacetName) => string[],
  filters: Filters,
  except?: FacetName,
): boolean {
  return facetNames.every((facet) => {
    const chosen = facet === except ? undefined : filters[facet];
    if (chosen === undefined || chosen.length === 0) return true;
    return valuesOf(facet).some((value) => chosen.includes(value));
  });
}
