/** Documents that bear another id now, or are gone: their old addresses stay pages. */
import type { Decision } from '../model/anchors.ts';
import { writeBasis } from './corrections.ts';
import { nameOf, readDirectory, type Directory, type Link } from './former-addresses.ts';
import type { Library } from './library.ts';

export interface FormerDocument {
  id: string;
  /** '' where it is not known. */
  title: string;
  /** The document that bears its text now; null where it is gone. */
  link: Link | null;
  basis: string;
  /** Clauses that do not stand under the same id there. */
  clauses: { id: string; name: string; link: Link | null; basis: string }[];
}

/** Every old address of a document. */
export function readFormerDocuments(library: Library): FormerDocument[] {
  const directory = readDirectory(library);
  return library.issues.flatMap(({ decisions }) => {
    const own = decisions.filter(({ decision }) => decision !== 'corrected');
    const last = new Map(
      own.flatMap((one) => (one.clause === null ? [[one.document, one] as const] : [])),
    );
    return [...last.values()]
      .filter(({ document }) => !directory.exists({ document, clause: null }))
      .map((decision) => toFormer(decision, own, directory));
  });
}

function toFormer(
  decision: Decision,
  decisions: readonly Decision[],
  directory: Directory,
): FormerDocument {
  const about = decisions.filter(
    ({ document, clause }) => document === decision.document && clause !== null,
  );
  const last = new Map(about.map((one) => [one.clause!, one]));
  return {
    id: decision.document,
    title: decision.former?.text ?? '',
    link: linkOf(decision, directory),
    basis: writeBasis(reasonOf(decision, directory)),
    clauses: [...last].map(([id, one]) => ({
      id,
      name: nameOf(one),
      link: linkOf(one, directory),
      basis: writeBasis(reasonOf(one, directory)),
    })),
  };
}

function linkOf(decision: Decision, directory: Directory): Link | null {
  const where = directory.where(decision);
  return where && 'at' in where ? directory.link(where.at) : null;
}

/** What moved to something that was withdrawn later is withdrawn for that reason. */
function reasonOf(decision: Decision, directory: Directory): Decision {
  const where = directory.where(decision);
  return where && 'gone' in where ? where.gone : decision;
}
