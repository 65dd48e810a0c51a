/**
 * The gazette's text on a document's page in lines, each with the text nodes it is made of. What the portal adds (links
 * of clauses, notes, marks of corrections) is no part of it, though it may stand in the middle of a line.
 */

export interface Block {
  element: Element;
  nodes: Text[];
}

const roots = '.document-header h1, .document-header .imprint > *, .document-text > .gazette';
const added = '.portal, .added, .permalink, .raw, .former-address, script, style, [hidden]';
const lines = new Set(
  'ARTICLE CAPTION DD DIV DL DT FIGCAPTION FIGURE H1 H2 H3 H4 H5 H6 LI OL P SECTION TABLE TBODY TD TH THEAD TR UL'.split(
    ' ',
  ),
);

/** The lines of the page in order; a clause is one line or more, a cell of a table one or more. */
export function readBlocks(page: ParentNode = document): Block[] {
  const blocks: Block[] = [];
  let nodes: Text[] = [];

  function end(element: Element): void {
    if (nodes.some(({ data }) => data.trim() !== '')) blocks.push({ element, nodes });
    nodes = [];
  }

  function walk(element: Element): void {
    for (const child of element.childNodes) {
      if (child instanceof Text) nodes.push(child);
      if (!(child instanceof Element) || child.matches(added)) continue;
      const isLine = lines.has(child.tagName);
      if (isLine) end(element);
      walk(child);
      if (isLine) end(child);
    }
  }

  for (const root of page.querySelectorAll(roots)) {
    walk(root);
    end(root);
  }
  return blocks;
}
