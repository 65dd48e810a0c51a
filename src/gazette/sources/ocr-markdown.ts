/**
 * Source format `ocr-markdown`: the Markdown export of an OCR. A line is a paragraph, tables are tab-separated
 * lines, list lines may begin with `- `, web addresses stand in `<…>` (raw samples 000, 002, 003).
 *
 * Only what is Markdown is read as Markdown: a line that holds a list marker or an autolink goes through
 * remark-parse with every construct switched off that gazette text would trip (a date line before `---`, four
 * spaces, `1.`, `*`, `[2020]`).
 */
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Root } from 'mdast';
import { splitLines, type Line } from './line.ts';

const disabled = [
  'attention',
  'blockQuote',
  'characterEscape',
  'characterReference',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'hardBreakEscape',
  'headingAtx',
  'htmlFlow',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
  'setextUnderline',
  'thematicBreak',
];

const markdown = unified()
  .use(remarkParse)
  .data('micromarkExtensions', [{ disable: { null: disabled } }]);

/** - 12 -: a page number, not a list. */
const dashedNumber = /^[-*+]\s*\d{1,3}\s*[-*+]$/;
const bullet = /^[-*+]\s/;
const holdsMarkdown = /^[-*+]\s|<[a-z][a-z+.-]*:[^<>\s]*>/i;

/** Marks the export's own characters on one line: its list marker and the brackets of its autolinks. */
function readMarkdown(line: Line): void {
  // Ordered lists cannot be switched off alone, so only the list marker of a bullet line is read as one.
  const listed = bullet.test(line.text);
  const shift = listed || !/^\d/.test(line.text) ? 0 : 1;
  const tree: Root = markdown.parse(shift === 0 ? line.text : `\u2060${line.text}`);
  visit(tree, (node) => {
    const place = node.position;
    if (place?.start.offset === undefined || place.end.offset === undefined) return;
    const start = line.start + place.start.offset - shift;
    const end = line.start + place.end.offset - shift;
    if (node.type === 'listItem' && listed && start === line.start) {
      line.marks.push({ start, end: start + 1, reason: 'list marker' });
      line.listItem = true;
    } else if (node.type === 'link') {
      line.marks.push({ start, end: start + 1, reason: 'markup' });
      line.marks.push({ start: end - 1, end, reason: 'markup' });
    }
  });
}

/** Reads the lines of an `ocr-markdown` source. A leading list marker is taken off the line's text. */
export function readOcrMarkdown(raw: string): Line[] {
  const lines = splitLines(raw);
  for (const line of lines) {
    line.tabbed =
      line.text.includes('\t') || raw[line.end] === '\t' || raw[line.start - 1] === '\t';
    if (!holdsMarkdown.test(line.text) || dashedNumber.test(line.text) || line.tabbed) continue;
    readMarkdown(line);
    if (!line.listItem) continue;
    const rest = line.text.slice(1).trimStart();
    line.start = line.end - rest.length;
    line.text = rest;
  }
  // Cells at the ends of a table line may be blank: keep its outer tabs.
  for (const line of lines) {
    if (!line.tabbed) continue;
    while (raw[line.start - 1] === '\t') line.start--;
    while (raw[line.end] === '\t') line.end++;
    line.text = raw.slice(line.start, line.end);
  }
  return lines;
}
