/** References in running text become `citation` nodes that lead to their clause or document. */
import type { Node } from 'unist';
import { shortNames } from '../../../language/named-documents.ts';
import { fold, foldLetters } from '../../../language/text.ts';
import { isSlip, looseTitleKeys, titleKeys } from '../../../language/title-keys.ts';
import type { DocumentNode, IssueNode } from '../../../model/issue.ts';
import { ownText } from '../../../model/text-of.ts';
import type { CitationTarget, GazetteContent, Part } from '../../../model/tree.ts';
import { flatParagraphs } from '../flat-paragraphs.ts';
import { mainPart } from '../metadata.ts';
import { lineStarts } from '../positions.ts';
import { findCitations, type CitingText } from './find-citations.ts';
import { outside, stepInto, type Standpoint } from './standpoint.ts';
import { wrapCitations } from './wrap.ts';

/** Printed lines in which a name is the thing itself and no reference. */
const unread = new Set(['contents', 'signature', 'addressee', 'attachmentNote', 'sourceNote']);

/** Texts of the issue by the forms of their titles and by number; a form that several texts have is nobody's. */
interface Held {
  titles: Map<string, { document: DocumentNode; part: Part | null } | null>;
  numbers: Map<string, DocumentNode>;
}

function holdings(issue: IssueNode): Held {
  const held: Held = { titles: new Map(), numbers: new Map() };
  for (const document of issue.children) {
    if (document.docNumber !== null) held.numbers.set(fold(document.docNumber), document);
    for (const [key, part] of titlesOf(document, titleKeys))
      held.titles.set(key, held.titles.has(key) ? null : { document, part });
  }
  return held;
}

/** The parts of a document by the forms of their titles; null is the document itself. */
function titlesOf(
  document: DocumentNode,
  keysOf: (title: string) => string[],
): Map<string, Part | null> {
  const own = new Map<string, Part | null>();
  const add = (title: string, part: Part | null) => {
    for (const key of keysOf(title)) if (!own.has(key)) own.set(key, part);
  };
  for (const part of document.children)
    if (part.role !== 'notice')
      for (const title of [part.title, part.data?.announced ?? '']) add(title, part);
  add(document.title, null);
  return own;
}

/** Makes the references of every document's running text into citations. */
export function addCitations(issue: IssueNode, raw: string): void {
  const starts = lineStarts(raw);
  const held = holdings(issue);
  for (const document of issue.children) {
    const ids = idsOf(document);
    const names = new Map(
      document.children.flatMap(flatParagraphs).flatMap(({ text }) => [...shortNames(text)]),
    );
    const shared = {
      shortNames: names,
      attachment: attachmentsOf(document),
      held: holderOf(document, held),
    };
    for (const part of document.children)
      addToPart(part, document, { ...shared, ...readContext(part, document, ids) }, starts);
  }
}

function addToPart(
  part: Part,
  document: DocumentNode,
  context: CitingText,
  starts: readonly number[],
): void {
  const own = targetOf(document, part);
  // A text that quotes its own title.
  const isItself = ({ document: of, clause }: CitationTarget) =>
    of === own.document && clause === own.clause && (of !== undefined || clause !== undefined);
  const walk = (node: Node, at: Standpoint) => {
    if (unread.has(node.type)) return;
    if ('children' in node)
      for (const child of node.children as Node[]) walk(child, stepInto(child, at));
    const text = ownText(node);
    if (text === '') return;
    const citations = findCitations(text, at, context).filter(({ target }) => !isItself(target));
    if (citations.length > 0) wrapCitations(node, citations, starts);
  };
  walk(part, outside);
}

function idsOf(document: DocumentNode): ReadonlySet<string> {
  const ids = new Set<string>();
  const walk = (node: GazetteContent) => {
    if ('id' in node && node.id !== undefined) ids.add(node.id);
    if ('children' in node) (node.children as GazetteContent[]).forEach(walk);
  };
  document.children.forEach(walk);
  return ids;
}

/** The text whose clauses a part means: its own where it has articles, else the main text's. */
function readContext(
  part: Part,
  document: DocumentNode,
  ids: ReadonlySet<string>,
): Pick<CitingText, 'title' | 'own' | 'foreign'> {
  const main = mainPart(document);
  const prefix = part.id === undefined ? '' : `${part.id}__`;
  const hasArticles = [...ids].some(
    (id) => id.startsWith(`${prefix}art_`) && (prefix !== '' || !id.includes('__art_')),
  );
  const meant = hasArticles ? part : main;
  return {
    title: meant.title || document.title,
    own: { ids, part: meant.id ?? '' },
    foreign: !hasArticles,
  };
}

function attachmentsOf(document: DocumentNode): CitingText['attachment'] {
  const attachments = document.children.filter(({ role }) => role === 'attachment');
  return (number, branch) => {
    if (number === null && attachments.length === 1) return targetOf(document, attachments[0]!);
    if (number === null) {
      // 见附件: some issuers call the text they forward an attachment (raw sample 2020-11).
      const [printed, ...others] = document.children.filter(({ role }) => role === 'promulgated');
      return printed && others.length === 0 && attachments.length === 0
        ? targetOf(document, printed)
        : null;
    }
    const id = `att_${number}${branch === null ? '' : `-${branch}`}`;
    return attachments.some((part) => part.id === id) ? { clause: id } : null;
  };
}

/** A part of the document itself: its clause id, or the document where it is the main text. */
function targetOf(document: DocumentNode, part: Part): CitationTarget {
  return part === mainPart(document) || part.id === undefined
    ? { document: document.id }
    : { clause: part.id };
}

function holderOf(document: DocumentNode, { titles, numbers }: Held): CitingText['held'] {
  const own = titlesOf(document, looseTitleKeys);
  return (title, docNumber): CitationTarget | null => {
    const numbered = docNumber === null ? undefined : numbers.get(fold(docNumber));
    if (numbered && numbered !== document) return { document: numbered.id };
    if (title === null) return null;
    const key = foldLetters(title);
    const part = own.get(key) ?? [...own].find(([other]) => isSlip(key, other))?.[1];
    // The document's own title is no reference; its attachments and the text it prints are.
    if (part) return targetOf(document, part);
    const other = titleKeys(title).flatMap((form) => titles.get(form) ?? [])[0];
    if (!other || other.document === document) return null;
    const { document: holder, part: text } = other;
    // The same title with another number: last year's.
    if (docNumber !== null && holder.docNumber !== null) return null;
    return {
      document: holder.id,
      ...(text && text !== mainPart(holder) && text.id !== undefined ? { clause: text.id } : {}),
    };
  };
}
