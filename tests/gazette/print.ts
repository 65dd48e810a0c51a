/** A tree as text, for golden files: one node a line, with its id, label, title and own text. */
import type { Node } from 'unist';
import type { DocumentRecord, GazetteOutput } from '../../src/model/output.ts';
import type { CitationTarget, GazetteData } from '../../src/model/tree.ts';

interface Any extends Node {
  id?: string;
  label?: string;
  title?: string;
  caption?: string;
  number?: number | number[];
  role?: string;
  value?: string;
  columns?: string[];
  form?: boolean;
  header?: boolean;
  colSpan?: number;
  target?: CitationTarget;
  children?: Any[];
  data?: GazetteData;
}

/** The node's own text; `⏎` where printed lines were joined, `⏎?` where that is uncertain; ⟦第一条→art_1⟧ a reference. */
function ownText(node: Any): string {
  const joins = new Map(
    (node.data?.joins ?? []).map(({ at, uncertain }) => [at, uncertain ? '⏎?' : '⏎']),
  );
  const write = (child: Any): string => {
    if (child.type === 'text')
      return `${joins.get(child.position!.start.offset!) ?? ''}${child.value!}`;
    return child.type === 'citation'
      ? `⟦${(child.children ?? []).map(write).join('')}→${writeTarget(child)}⟧`
      : '';
  };
  return (node.children ?? []).map(write).join('');
}

/** jfz-2020-49#art_3–art_5, 《水法》 article 7, or ? and the reason. */
function writeTarget({ target = {}, data }: Any): string {
  const { document, clause, through, title, docNumber, path } = target;
  if (data?.unresolved !== undefined) return `? ${data.unresolved}`;
  const place = `${document ?? ''}${clause === undefined ? '' : `#${clause}`}${through === undefined ? '' : `–${through}`}`;
  if (place !== '') return place;
  const numbers = Object.entries(path ?? {}).map(
    ([unit, value]) => ` ${unit} ${[value].flat().join('-')}`,
  );
  return `${title === undefined ? '' : `《${title}》`}${docNumber ?? ''}${numbers.join('')}`;
}

/** One line for each reference of the documents: where it stands, how it names, what it leads to. */
export function printCitations(output: GazetteOutput): string {
  const lines: string[] = [];
  const walk = (node: Any, document: string, id: string) => {
    const own = node.id ?? id;
    if (node.type === 'citation') {
      const text = (node.children ?? []).map(({ value }) => value ?? '').join('');
      lines.push(
        `${document}#${own} ${node.data?.reference ?? ''} ${text.replace(/\s+/g, '')} → ${writeTarget(node)}`,
      );
    } else for (const child of node.children ?? []) walk(child, document, own);
  };
  for (const { id, parts } of output.documents)
    for (const part of parts) walk(part as unknown as Any, id, '');
  return `${lines.join('\n')}\n`;
}

function printRow(row: Any): string {
  const cells = (row.children ?? []).map((cell) => {
    const paragraphs = (cell.children ?? []).filter(({ type }) => type === 'paragraph');
    const text = paragraphs.length > 0 ? paragraphs.map(ownText).join(' ¶ ') : ownText(cell);
    return cell.colSpan ? `${text} (${cell.colSpan} columns)` : text;
  });
  return `${row.header ? 'header' : (row.id ?? '')} | ${cells.join(' | ')}`;
}

function printNode(node: Any, depth: number, lines: string[]): void {
  const pad = '  '.repeat(depth);
  if (node.type === 'text' || node.type === 'citation') return;
  if (node.type === 'table') {
    const kind = node.form ? ' form' : node.data?.flattened ? ' flattened' : '';
    const caption = node.caption ? ` 【${node.caption}】` : '';
    lines.push(
      `${pad}table${kind} ${node.id ?? ''}${caption} [${(node.columns ?? []).join(' | ')}]`,
    );
    for (const row of node.children ?? []) lines.push(`${pad}  ${printRow(row)}`);
    return;
  }
  const boundary = node.data?.boundary;
  const flags = boundary ? ` {${boundary.evidence}${boundary.uncertain ? '?' : ''}}` : '';
  const head = [node.type, node.role, node.id, node.label].filter(Boolean).join(' ');
  const title = node.title ? ` 【${node.title}${node.data?.titleMark ?? ''}】` : '';
  const text = ownText(node);
  lines.push(`${pad}${head}${title}${flags}${text === '' ? '' : `: ${text}`}`);
  for (const child of node.children ?? []) printNode(child, depth + 1, lines);
}

const fields = [
  'docNumber',
  'date',
  'issuers',
  'section',
  'kind',
  'recipients',
  'disclosure',
  'meeting',
  'meetingNumber',
  'signedBy',
  'source',
  'effective',
  'expires',
  'repeals',
  'basis',
  'interpreter',
  'appointments',
] as const;

/** Places are left out: the invariants and their own tests hold them. */
function writeValue(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) => (key === 'span' ? undefined : part));
}

function printDocument(document: DocumentRecord, lines: string[]): void {
  lines.push('', `document ${document.id}`, `  title: ${document.title}`);
  for (const field of fields) {
    const value = document[field];
    if (value === null || (Array.isArray(value) && value.length === 0)) continue;
    const inferred = document.data.inferred[field as 'section'];
    lines.push(
      `  ${field}: ${typeof value === 'string' ? value : writeValue(value)}${inferred ? ` (by ${inferred})` : ''}`,
    );
  }
  for (const part of document.parts) printNode(part, 1, lines);
}

/** The whole output, as far as a reader of a golden file wants to see it. */
export function printOutput(raw: string, output: GazetteOutput): string {
  const lines = [`issue ${JSON.stringify(output.issue)}`];
  for (const entry of output.toc) lines.push(`toc ${JSON.stringify(entry)}`);
  for (const { start, end } of output.frontMatter)
    lines.push(`front matter: ${raw.slice(start, end)}`);
  for (const document of output.documents) printDocument(document, lines);
  lines.push('');
  for (const { start, end, reason } of output.furniture)
    lines.push(`furniture (${reason}): ${raw.slice(start, end)}`);
  for (const { severity, ruleId, line, node, reason } of output.messages) {
    lines.push(`${severity} ${ruleId} line ${line ?? '-'} ${node ?? '-'}: ${reason}`);
  }
  const { characters, accounted } = output.ledger;
  lines.push(`ledger ${accounted}/${characters}`);
  return `${lines.join('\n')}\n`;
}

function count(node: Any, type: string): number {
  return (
    (node.type === type ? 1 : 0) +
    (node.children ?? []).reduce((sum, child) => sum + count(child, type), 0)
  );
}

function find(node: Any, type: string): Any[] {
  return node.type === type ? [node] : (node.children ?? []).flatMap((child) => find(child, type));
}

/** One line a document and part: what a change of the parser must be read against. */
export function printOutline(output: GazetteOutput): string {
  const lines = [`issue ${JSON.stringify(output.issue)}`];
  for (const document of output.documents) {
    const { id, title, docNumber, date, issuers, section, kind, data } = document;
    lines.push(
      '',
      `${id} ${title}`,
      `  ${docNumber ?? '-'} ${date ?? '-'} [${issuers.join('、')}] ${section ?? '-'} ${kind} p.${data.page ?? '-'}`,
    );
    for (const part of document.parts) {
      const any = part as unknown as Any;
      const articles = find(any, 'article');
      const range = articles.length > 0 ? ` ${articles[0]!.label}–${articles.at(-1)!.label}` : '';
      const counts = ['chapter', 'article', 'heading', 'paragraph', 'item', 'subitem']
        .map((type) => [type, count(any, type)] as const)
        .filter(([, number]) => number > 0)
        .map(([type, number]) => `${number} ${type}`);
      lines.push(`  ${part.role} ${part.label ?? ''} ${part.title}${range}: ${counts.join(', ')}`);
      for (const table of find(any, 'table')) {
        const kind = table.form ? ' form' : table.data?.flattened ? ' flattened' : '';
        lines.push(
          `    table${kind} ${table.id}${table.caption ? ` 【${table.caption}】` : ''} ${(table.children ?? []).length} rows [${(table.columns ?? []).join(' | ')}]`,
        );
      }
    }
  }
  const rules = new Map<string, number>();
  for (const { ruleId } of output.messages) rules.set(ruleId, (rules.get(ruleId) ?? 0) + 1);
  lines.push('', ...[...rules].sort().map(([rule, number]) => `${rule} ${number}`));
  lines.push(`ledger ${output.ledger.accounted}/${output.ledger.characters}`);
  return `${lines.join('\n')}\n`;
}
