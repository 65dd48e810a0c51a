/** The table of documents: what the finder and the result list know of each document without opening it. */
import { chinaDay, status, type Status } from '../relations/status.ts';
import { unpackEffect } from './effect.ts';

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
  /** What 时效 is computed from (`effect.ts`); absent where the text lays down no rules and says nothing of it. */
  effect?: string;
  /** 1 where the document holds a table. */
  table?: 1;
}

/** The properties a search can be limited to, in the order in which they are offered. */
export const facetNames = [
  'status',
  'year',
  'issuer',
  'kind',
  'section',
  'issue',
  'table',
] as const;
export type FacetName = (typeof facetNames)[number];

/** Chosen values; several values of one facet are alternatives. */
export interface Filters extends Partial<Record<FacetName, string[]>> {
  /** First day of the document's date, ISO. */
  from?: string;
  /** Last day. */
  to?: string;
}

/** What has to be known of a document to tell whether it is within the limits; a table of documents holds it. */
export const limitingFacts = [
  'effect',
  'date',
  'year',
  'issuer',
  'kind',
  'section',
  'issue',
  'table',
] as const;
export type LimitingFact = (typeof limitingFacts)[number];

/** The facts of one document, wherever they are read from; none where one is not known. */
export type FactsOf = (fact: LimitingFact) => string[];

/** The facts of a listed document. */
export function factsOf(document: ListedDocument): FactsOf {
  return (fact) => {
    switch (fact) {
      case 'issuer':
        return document.issuers;
      case 'issue':
        return [document.issueKey];
      case 'table':
        return document.table === undefined ? [] : ['1'];
      default:
        return [document[fact] ?? []].flat();
    }
  };
}

/** The values in a facet; 时效 on the reader's own day. */
export function valuesIn(facts: FactsOf, facet: FacetName): string[] {
  if (facet !== 'status') return facts(facet);
  return facts('effect').map((effect) => status(unpackEffect(effect), today()).name);
}

/** Whether a document has one of the chosen values in every facet that is limited, and its date is in the range. */
export function isWithin(facts: FactsOf, filters: Filters, except?: FacetName): boolean {
  return (
    isInRange(facts('date')[0], filters) &&
    facetNames.every((facet) => {
      const chosen = facet === except ? undefined : filters[facet];
      if (chosen === undefined || chosen.length === 0) return true;
      return valuesIn(facts, facet).some((value) => chosen.includes(value));
    })
  );
}

/** `isWithin` for a listed document. */
export function passes(document: ListedDocument, filters: Filters, except?: FacetName): boolean {
  return isWithin(factsOf(document), filters, except);
}

/** A document of which only the month or the year is known is in a range that holds a day of it; one without a date in none. */
function isInRange(date: string | undefined, { from, to }: Filters): boolean {
  if (from === undefined && to === undefined) return true;
  if (date === undefined) return false;
  const last = date.length === 10 ? date : `${date}-31`;
  return (from === undefined || last >= from) && (to === undefined || date <= to);
}

/** Whether a document applies on a day, the reader's own where none is given; null where no text says so. */
export function statusOf({ effect }: ListedDocument, day = today()): Status | null {
  return effect === undefined ? null : status(unpackEffect(effect), day);
}

function today(): string {
  return chinaDay(Date.now());
}
