/** References to clauses of the same text ↔ its 章 条 款 项. */
import type { Node } from 'unist';
import { writeNumeral } from '../../language/numerals.ts';
import type { ClausePath } from '../../language/clause-paths.ts';
import { findReferences, type ClauseReference } from '../../language/references.ts';
import { namesItself } from '../../language/referred-texts.ts';
import type { DocumentNode, IssueNode } from '../../model/issue.ts';
import type { Article, Chapter, Item, Paragraph, Part, Section, Span } from '../../model/tree.ts';
import { flatParagraph } from '../transform/flat-paragraphs.ts';
import { mainPart } from '../transform/metadata.ts';
import type { Comparisons } from './comparisons.ts';

/** The clauses of one text. */
interface Provisions {
  articles: Map<string, Article>;
  chapters: Chapter[];
}

/** Where a reference stands. */
interface Standpoint {
  article: Article | null;
  paragraph: Paragraph | null;
  /** The text stands in an item, not in the paragraph's own words. */
  inItem: boolean;
}

/** A reference that was looked up: `lacking` says what the text does not have, null where nothing lacks. */
interface Result {
  place: Span | null;
  citation: string;
  lacking: string | null;
}

function readProvisions(part: Part): Provisions {
  const provisions: Provisions = { articles: new Map(), chapters: [] };
  const walk = (node: Node) => {
    if (node.type === 'article') {
      const article = node as Article;
      provisions.articles.set(article.number.join('-'), article);
    }
    if (node.type === 'chapter') provisions.chapters.push(node as Chapter);
    if ('children' in node) (node.children as Node[]).forEach(walk);
  };
  part.children.forEach(walk);
  return provisions;
}

const paragraphsOf = ({ children }: Article): Paragraph[] =>
  children.filter((node): node is Paragraph => node.type === 'paragraph');
const itemsOf = ({ children }: Paragraph): Item[] =>
  children.filter((node): node is Item => node.type === 'item');

function writeArticle([number = 0, branch]: number[]): string {
  return `第${writeNumeral(number)}条${branch === undefined ? '' : `之${writeNumeral(branch)}`}`;
}

/** Says what an article lacks of a path below it, or null. */
function lacks(article: Article, { paragraph, item }: ClausePath): string | null {
  const name = writeArticle(article.number);
  const paragraphs = paragraphsOf(article);
  if (paragraph !== undefined && paragraphs.length < paragraph)
    return `${name}第${writeNumeral(paragraph)}款（该条现有${paragraphs.length}款）`;
  if (item === undefined) return null;
  const own = paragraph === undefined ? paragraphs : [paragraphs[paragraph - 1]!];
  if (own.flatMap(itemsOf).some(({ number }) => number === item)) return null;
  const clause = paragraph === undefined ? name : `${name}第${writeNumeral(paragraph)}款`;
  return `${clause}第（${writeNumeral(item)}）项`;
}

function missingPath(path: ClausePath, { articles, chapters }: Provisions): string | null {
  const { chapter, section, article } = path;
  if (chapter !== undefined) {
    const found = chapters.find(({ number }) => number === chapter);
    if (!found) return `第${writeNumeral(chapter)}章`;
    const sections = found.children.filter((node): node is Section => node.type === 'section');
    if (section !== undefined && !sections.some(({ number }) => number === section))
      return `第${writeNumeral(chapter)}章第${writeNumeral(section)}节`;
  }
  if (article === undefined) return null;
  const found = articles.get(article.join('-'));
  return found ? lacks(found, path) : writeArticle(article);
}

function missingRelative(
  { relative, path }: ClauseReference,
  at: Standpoint,
  { articles }: Provisions,
): string | null | undefined {
  const { unit, direction, count } = relative!;
  if (!at.article) return undefined;
  if (unit === 'article') {
    const number = at.article.number[0]! - (direction === 'this' ? 0 : count);
    const found = direction === 'this' ? at.article : articles.get(String(number));
    if (found) return lacks(found, path);
    return number < 1 ? `在前的${count}条` : writeArticle([number]);
  }
  if (unit === 'paragraph' && direction === 'previous') {
    const number = (at.paragraph?.number ?? 1) - count;
    // An item of the first paragraph may mean the words above it by 前款.
    if (number < 1) return at.inItem ? undefined : `在前的${writeNumeral(count)}款`;
    return lacks(at.article, { ...path, paragraph: number });
  }
  return undefined;
}

/** What the text lacks of the clause referred to; null where it is there, undefined where that cannot be said. */
function missing(
  reference: ClauseReference,
  at: Standpoint,
  provisions: Provisions,
): string | null | undefined {
  if (reference.relative) return missingRelative(reference, at, provisions);
  const { path, through, law } = reference;
  if (path.article !== undefined)
    return missingPath(path, provisions) ?? (through && missingPath(through, provisions));
  if (path.chapter !== undefined && provisions.chapters.length > 0)
    return missingPath(path, provisions);
  if (law === null && at.article && (path.paragraph !== undefined || path.item !== undefined)) {
    const own =
      path.paragraph === undefined ? { ...path, paragraph: at.paragraph?.number ?? 1 } : path;
    return lacks(at.article, own);
  }
  return undefined;
}

/** 本办法 is the text itself only where its title says 办法. */
function isOwn({ law, quoted }: ClauseReference, title: string): boolean {
  if (quoted) return false;
  return law === null || (law.kind === 'self' && namesItself(law.name, title));
}

function stepInto(node: Node, at: Standpoint): Standpoint {
  if (node.type === 'article') return { ...at, article: node as Article };
  if (node.type === 'paragraph') return { ...at, paragraph: node as Paragraph };
  return node.type === 'item' || node.type === 'subitem' ? { ...at, inItem: true } : at;
}

/** Looks up the references in the prose of a part that belong to the text, as `isOwn` says. */
function lookUp(
  part: Part,
  provisions: Provisions,
  own: (reference: ClauseReference) => boolean,
): Result[] {
  const results: Result[] = [];
  const walk = (node: Node, at: Standpoint) => {
    if (node.type === 'table' || node.type === 'contents') return;
    const { text, spans } = flatParagraph(node);
    for (const reference of findReferences(text).filter(own)) {
      const lacking = missing(reference, at, provisions);
      const { start, end } = reference;
      const [place = null] = spans(start, end);
      if (lacking !== undefined) results.push({ place, citation: text.slice(start, end), lacking });
    }
    if ('children' in node)
      for (const child of node.children as Node[]) walk(child, stepInto(child, at));
  };
  walk(part, { article: null, paragraph: null, inItem: false });
  return results;
}

function checkPart(
  part: Part,
  main: { title: string; provisions: Provisions },
  document: DocumentNode,
  comparisons: Comparisons,
): void {
  const own = readProvisions(part);
  const foreign = own.articles.size === 0;
  const provisions = foreign ? main.provisions : own;
  if (provisions.articles.size === 0) return;
  const title = (foreign ? main : part).title || document.title;
  const isMeant = (reference: ClauseReference) =>
    isOwn(reference, title) && (!foreign || reference.law !== null);
  for (const { place, citation, lacking } of lookUp(part, provisions, isMeant)) {
    if (lacking === null) comparisons.agree('citations', document);
    else comparisons.fail('citation-dangling', document, place, citation, lacking);
  }
}

/**
 * Reports references to clauses the text does not have. References in tables, in quotations and to other laws are not
 * compared; a notice or attachment without articles refers to the main text only by its name (本办法第十条).
 */
export function checkCitations(issue: IssueNode, comparisons: Comparisons): void {
  for (const document of issue.children) {
    const text = mainPart(document);
    const main = { title: text.title, provisions: readProvisions(text) };
    for (const part of document.children) checkPart(part, main, document, comparisons);
  }
}
