/** The list of contents beside a document. */
import { displayText } from '../language/text.ts';
import type { DocumentRecord } from '../model/output.ts';
import type { Flow } from '../model/tree.ts';
import { partId, partName } from './part-names.ts';
import { divisionText, headingText, isRunIn } from './phrasing.ts';

export interface OutlineEntry {
  id: string;
  text: string;
  children: OutlineEntry[];
}

/** Parts, chapters, sections, the first two levels of headings and captioned tables of a document. */
export function readOutline(
  record: Pick<DocumentRecord, 'title' | 'kind' | 'parts'>,
): OutlineEntry[] {
  const [first, ...others] = record.parts;
  if (first && others.length === 0) return readFlow(first.children);
  return record.parts.map((part) => ({
    id: partId(part),
    text: partName(part, record),
    children: readFlow(part.children),
  }));
}

function readFlow(children: Flow[]): OutlineEntry[] {
  return children.flatMap((node): OutlineEntry[] => {
    if (node.id === undefined) return [];
    const { id } = node;
    switch (node.type) {
      case 'chapter':
      case 'section':
        return [
          {
            id,
            text: divisionText(node),
            children: readFlow(node.children),
          },
        ];
      case 'heading':
        if (node.title === '' || (node.style !== 'a' && node.style !== 'b')) return [];
        return [
          {
            id,
            text: isRunIn(node)
              ? `${displayText(node.label)}${displayText(node.title)}`
              : headingText(node),
            children: readFlow(node.children),
          },
        ];
      case 'table':
        return node.caption ? [{ id, text: displayText(node.caption), children: [] }] : [];
      default:
        return [];
    }
  });
}
