/** Markdown of a document: a compiler with one handler per node type. */
import { displayText } from '../language/text.ts';
import { textPieces, type AppliedCorrection, type CorrectedText } from '../model/corrections.ts';
import type { GazetteContent, Heading, Part, Table } from '../model/tree.ts';
import { fieldLabels, writeBasis, writeCorrection } from './corrections.ts';
import type { DocumentEntry } from './entries.ts';
import {
  divisionText,
  headingText,
  isPhrasing,
  isRunIn,
  plainText,
  splitRuns,
} from './phrasing.ts';
import { toCells, viewTable } from './tables.ts';

interface Context {
  /** The document's corrections; their order numbers them. */
  corrections: AppliedCorrection[];
  /** Level of the next heading below. */
  level: number;
}

type Handlers = {
  [Type in GazetteContent['type']]: (
    node: Extract<GazetteContent, { type: Type }>,
    context: Context,
  ) => string[];
};

/** Each handler gives the blocks of its node; blocks are parted by a blank line. */
const handlers: Handlers = {
  part: (part, context) => {
    const title = [part.label ?? '', part.title]
      .filter((text) => text !== '')
      .map(displayText)
      .join('　');
    return title === '' ? blocks(part.children, context) : titled(part, title, context);
  },
  chapter: (node, context) => titled(node, divisionText(node), context),
  section: (node, context) => titled(node, divisionText(node), context),
  heading: (node, context) =>
    isRunIn(node) ? runIn(node, context) : titled(node, headingText(node), context),
  article: (node, context) =>
    withLead(
      `**${escape(displayText(node.label))}**${node.title ? `　**${escape(displayText(node.title))}**` : ''}　`,
      blocks(node.children, context),
      node.children[0]?.type === 'paragraph',
    ),
  paragraph: phrasingBlocks,
  item: (node, context) => withLead(escape(displayText(node.label)), phrasingBlocks(node, context)),
  subitem: (node, context) =>
    withLead(`${escape(displayText(node.label))} `, phrasingBlocks(node, context)),
  addressee: phrasingBlocks,
  annotation: phrasingBlocks,
  signature: phrasingBlocks,
  attachmentNote: phrasingBlocks,
  sourceNote: phrasingBlocks,
  contents: (node, context) => blocks(node.children, context),
  unknown: (node, context) => blocks(node.children, context),
  table: (node) => (node.data?.flattened ? lines(node) : grid(node)),
  tableRow: (node) => [escape(plainText(node))],
  tableCell: (node) => [escape(plainText(node))],
  citation: (node) => [escape(plainText(node))],
  text: (node, { corrections }) => [
    textPieces(node)
      .map((piece) =>
        typeof piece === 'string'
          ? escape(displayText(piece))
          : escape(piece.to) + writeNumber(piece, corrections),
      )
      .join(''),
  ],
};

/** The document as Markdown with its facts as front matter. */
export function toMarkdown(
  entry: DocumentEntry,
  { address, issue }: { address: string; issue: string },
): string {
  const { record } = entry;
  const facts: Record<string, unknown> = {
    title: record.title,
    docNumber: record.docNumber,
    date: record.date,
    issuers: record.issuers,
    kind: record.kind,
    section: record.section,
    printedIn: issue,
    address,
  };
  // JSON scalars and lists are YAML.
  const frontMatter = Object.entries(facts).map(
    ([name, value]) => `${name}: ${JSON.stringify(value)}`,
  );
  const title = atx(1, displayText(record.title));
  const { corrections } = record;
  const body = [
    title,
    ...blocks(record.parts, { level: 2, corrections }),
    ...writeCorrections(corrections),
  ];
  return `---\n${frontMatter.join('\n')}\n---\n\n${body.join('\n\n')}\n`;
}

function one(node: GazetteContent, context: Context): string[] {
  return (handlers[node.type] as (node: GazetteContent, context: Context) => string[])(
    node,
    context,
  );
}

function blocks(nodes: (GazetteContent | Part)[], context: Context): string[] {
  return nodes.flatMap((node) => one(node, context));
}

function phrasingBlocks(node: { children: GazetteContent[] }, context: Context): string[] {
  return splitRuns(node.children).flatMap(({ type, children }) =>
    type === 'text' && children.every(isPhrasing)
      ? [children.flatMap((child) => one(child, context)).join('')]
      : blocks(children, context),
  );
}

function titled(node: { children: GazetteContent[] }, title: string, context: Context): string[] {
  const { level } = context;
  return [atx(level, title), ...blocks(node.children, { ...context, level: level + 1 })];
}

function runIn(node: Heading, context: Context): string[] {
  const text = escape(headingText(node));
  return withLead(
    node.title === '' ? text : `**${text}**`,
    blocks(node.children, context),
    node.children[0]?.type === 'paragraph',
  );
}

/** Puts a label in front of the first block, or on its own where the first block is no text. */
function withLead(lead: string, all: string[], joins = true): string[] {
  const [first, ...rest] = all;
  return joins && first !== undefined ? [lead + first, ...rest] : [lead.trimEnd(), ...all];
}

function atx(level: number, title: string): string {
  return `${'#'.repeat(Math.min(level, 6))} ${escape(title)}`;
}

function grid(table: Table): string[] {
  const { head, body, columnOf } = viewTable(table);
  const printed = head.map((row) => toCells(row, columnOf));
  const header = table.columns.some((column) => column !== '')
    ? table.columns.map(displayText)
    : (printed[0] ?? []);
  const rest = [
    ...(header === printed[0] ? printed.slice(1) : []),
    ...body.map((row) => toCells(row, columnOf)),
  ];
  const width = Math.max(header.length, ...rest.map(({ length }) => length), 1);
  const line = (cells: string[]) =>
    `| ${Array.from({ length: width }, (_, at) => tableText(cells[at] ?? '')).join(' | ')} |`;
  const rows = [line(header), `|${' --- |'.repeat(width)}`, ...rest.map(line)];
  return [...(table.caption ? [`**${escape(displayText(table.caption))}**`] : []), rows.join('\n')];
}

function lines(table: Table): string[] {
  return [
    ...(table.caption ? [`**${escape(displayText(table.caption))}**`] : []),
    table.children.map((row) => `> ${escape(plainText(row))}`).join('  \n'),
  ];
}

function tableText(text: string): string {
  return escape(text).replaceAll('|', '\\|').replaceAll('\n', '<br>');
}

/** 〔更正1〕 behind corrected words. */
function writeNumber({ span }: CorrectedText, corrections: AppliedCorrection[]): string {
  const at = corrections.findIndex((one) => one.field === null && one.span.start === span.start);
  return `〔更正${String(at + 1)}〕`;
}

/** The list of corrections at the end. */
function writeCorrections(corrections: AppliedCorrection[]): string[] {
  if (corrections.length === 0) return [];
  const entries = corrections.map((correction, at) => {
    const field = correction.field === null ? '' : `${fieldLabels[correction.field]}：`;
    const text = `${field}${writeCorrection(correction)}。${writeBasis(correction)}`;
    return `- 更正${String(at + 1)}：${escape(text)}`;
  });
  return ['---', '以下文字由本站编者更正，不是公报的内容：', entries.join('\n')];
}

/** Escapes what Markdown would read as markup. */
function escape(text: string): string {
  return text
    .replace(/[\\`*_[\]<>]/g, '\\$&')
    .replace(/^(\s*)([#+-]|\d+(?=[.)]))/, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );
}
