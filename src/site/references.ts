/** References between clauses and documents of the portal, followed both ways. */
import { clausePathText } from '../language/clause-paths.ts';
import { resolvePath } from '../model/clause-resolution.ts';
import { clauseTexts } from '../model/clause-texts.ts';
import { wholeText } from '../model/text-of.ts';
import {
  referenceKinds,
  type Citation,
  type GazetteContent,
  type ReferenceKind,
} from '../model/tree.ts';
import type { Catalogue } from '../relations/catalogue.ts';
import type { DocumentEntry } from './entries.ts';

export interface Reference {
  from: { document: DocumentEntry; clause: string };
  /** The words of the reference. */
  text: string;
  kind: ReferenceKind;
  /** Null for a text the portal does not hold, and for what could not be resolved. */
  to: { document: DocumentEntry; clause: string | null; through: string | null } | null;
  /** Why a reference into a text the portal holds leads nowhere, in Chinese; null where it does not. */
  unresolved: string | null;
}

export interface References {
  /** In the order of the documents and their text. */
  all: Reference[];
  /** References from other documents to a document or its clauses. */
  toDocument(document: DocumentEntry): Reference[];
  /** References to clauses of a document, from anywhere, by clause id. */
  toClauses(document: DocumentEntry): Map<string, Reference[]>;
}

/**
 * Reads the references of all documents and completes the `target` of their citation nodes: a text that another issue
 * holds, and the clause of it, which the parser of one issue cannot know.
 */
export function linkReferences(
  documents: readonly DocumentEntry[],
  catalogue: Catalogue<DocumentEntry>,
): References {
  const byId = new Map(documents.map((entry) => [entry.id, entry]));
  const idsOf = cachedIds();
  const all: Reference[] = [];
  for (const document of documents) {
    for (const { citation, clause } of citationsOf(document)) {
      const unresolved = complete(citation, document, catalogue, byId, idsOf);
      const { target, data } = citation;
      const of = target.document === undefined ? document : byId.get(target.document);
      const isFound = target.document !== undefined || target.clause !== undefined;
      all.push({
        from: { document, clause },
        text: wholeText(citation).replace(/\s+/g, ''),
        kind: data?.reference ?? 'named',
        to:
          isFound && of
            ? { document: of, clause: target.clause ?? null, through: target.through ?? null }
            : null,
        unresolved: data?.unresolved ?? unresolved,
      });
    }
  }
  const byTarget = Map.groupBy(
    all.filter(({ to }) => to !== null),
    ({ to }) => to!.document.id,
  );
  return {
    all,
    toDocument: (document) =>
      (byTarget.get(document.id) ?? []).filter(({ from }) => from.document !== document),
    toClauses: (document) => {
      const ids = idsOf(document);
      const clauses = new Map<string, Reference[]>();
      for (const reference of byTarget.get(document.id) ?? [])
        for (const id of clausesMeant(reference, ids))
          clauses.set(id, [...(clauses.get(id) ?? []), reference]);
      return new Map([...clauses].sort(([a], [b]) => ids.get(a)! - ids.get(b)!));
    },
  };
}

/** The clause of a reference; of a range (第三条至第八条) each one that is there. */
function clausesMeant({ to }: Reference, ids: ReadonlyMap<string, number>): string[] {
  const { clause, through } = to!;
  if (clause === null || !ids.has(clause)) return [];
  const [, stem, first] = /^(.*_)(\d+)$/.exec(clause) ?? [];
  const [, last] = through?.startsWith(stem ?? '') ? (/_(\d+)$/.exec(through) ?? []) : [];
  if (first === undefined || last === undefined) return [clause];
  const numbers = Array.from({ length: Math.max(0, Number(last) - Number(first) + 1) });
  return numbers.map((_, at) => `${stem!}${Number(first) + at}`).filter((id) => ids.has(id));
}

/** Completes the target of a named text; returns why its clause was not found, or null. */
function complete(
  { target }: Citation,
  document: DocumentEntry,
  catalogue: Catalogue<DocumentEntry>,
  byId: Map<string, DocumentEntry>,
  idsOf: (document: DocumentEntry) => ReadonlyMap<string, number>,
): string | null {
  const { title = null, docNumber = null, path } = target;
  if (title === null && docNumber === null) return null;
  if (target.document === undefined && target.clause === undefined) {
    const found = catalogue.find({ title, docNumber }, document);
    if (!found) return null;
    target.document = found.source.id;
    if (found.part !== undefined) target.clause = found.part;
  }
  const holder = target.document === undefined ? document : byId.get(target.document);
  if (!path || !holder) return null;
  const { ids, reached } = resolvePath(new Set(idsOf(holder).keys()), path, target.clause ?? '');
  const [clause] = ids;
  if (clause !== undefined && ids.length === 1) {
    target.clause = clause;
    return null;
  }
  if (reached !== '') target.clause = reached;
  return `《${holder.record.title}》没有${clausePathText(path)}`;
}

/** The citations of a document with the nearest clause around each. */
export function citationsOf({ record }: DocumentEntry): { citation: Citation; clause: string }[] {
  const found: { citation: Citation; clause: string }[] = [];
  const walk = (node: GazetteContent, above: string) => {
    const clause = ('id' in node && node.type !== 'tableCell' ? node.id : undefined) ?? above;
    if (node.type === 'citation') found.push({ citation: node, clause });
    else if ('children' in node)
      for (const child of node.children as GazetteContent[]) walk(child, clause);
  };
  for (const part of record.parts) walk(part, '');
  return found;
}

/** Ids of a document's clauses with their order in the text. */
function cachedIds(): (document: DocumentEntry) => ReadonlyMap<string, number> {
  const cache = new Map<DocumentEntry, Map<string, number>>();
  return (document) => {
    let ids = cache.get(document);
    if (!ids) {
      const found = clauseTexts(document.record, 'printed').map(({ id }, at) => [id, at] as const);
      ids = new Map(found);
      cache.set(document, ids);
    }
    return ids;
  };
}

export interface ReferenceCount {
  kind: ReferenceKind;
  all: number;
  /** Those that lead to a clause or document of the portal. */
  linked: number;
  /** Those that should and do not. */
  unresolved: number;
}

/** References by kind. A text the portal does not hold is neither linked nor unresolved. */
export function countReferences(references: readonly Reference[]): ReferenceCount[] {
  return referenceKinds.flatMap((kind) => {
    const own = references.filter((reference) => reference.kind === kind);
    const linked = own.filter(({ to, unresolved }) => to !== null && unresolved === null).length;
    const unresolved = own.filter((reference) => reference.unresolved !== null).length;
    return own.length === 0 ? [] : [{ kind, all: own.length, linked, unresolved }];
  });
}
