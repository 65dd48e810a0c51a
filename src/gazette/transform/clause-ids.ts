/**
 * Permanent clause ids (DESIGN §5), Akoma Ntoso-shaped, from printed labels: art_13__para_1__item_2, a_2__b_3__c_1,
 * att_1__tbl_1__r_5. A label printed twice in one place gets a letter (item_3, item_3b).
 */
import { readNumeral } from '../../language/numerals.ts';
import { readAttachmentLabel } from '../../language/standing-forms.ts';
import type { DocumentNode, IssueNode } from '../../model/issue.ts';
import { ownText } from '../../model/text-of.ts';
import type { Flow, Item, Paragraph, Part, Subitem, Table, Text } from '../../model/tree.ts';

const letters = 'bcdefghijklmnopqrstuvwxyz';

class Ids {
  readonly #used = new Set<string>();
  /** How often an id was asked for, so that the next free letter is found at once. */
  readonly #asked = new Map<string, number>();

  /** The id, or the id with the next free letter. */
  take(id: string): string {
    let unique = id;
    for (let index = this.#asked.get(id) ?? 0; this.#used.has(unique); index++) {
      unique = index < letters.length ? `${id}${letters[index]!}` : `${id}-${index + 2}`;
      this.#asked.set(id, index + 1);
    }
    this.#used.add(unique);
    return unique;
  }
}

const join = (prefix: string, part: string) => (prefix === '' ? part : `${prefix}__${part}`);

/** 附件2 → 2, 附件1-2 → 1-2. */
function printedNumber(label = ''): string | null {
  const { number = null, branch = null } = readAttachmentLabel(label) ?? {};
  return number === null ? null : branch === null ? `${number}` : `${number}-${branch}`;
}

function partPrefixes(document: DocumentNode, ids: Ids): Map<Part, string> {
  const prefixes = new Map<Part, string>();
  const main = document.children.find(({ role }) => role === 'promulgated') ?? document.children[0];
  let texts = 0;
  let attachments = 0;
  for (const part of document.children) {
    if (part.role === 'promulgated') texts++;
    if (part.role === 'attachment') {
      attachments++;
      prefixes.set(part, ids.take(`att_${printedNumber(part.label) ?? attachments}`));
    } else if (part === main) {
      prefixes.set(part, '');
    } else {
      prefixes.set(part, ids.take(part.role === 'notice' ? 'n' : `t${texts}`));
    }
  }
  return prefixes;
}

function addTable(table: Table, prefix: string, count: number, ids: Ids): void {
  table.id = ids.take(join(prefix, `tbl_${count}`));
  let position = 0;
  for (const row of table.children) {
    if (row.header) continue;
    position++;
    const [first] = row.children;
    const text = first ? ownText(first).replace(/\s/g, '') : '';
    const printed = table.data?.flattened
      ? null
      : /^\d{1,4}$/.test(text)
        ? `r_${Number(text)}`
        : null;
    const group =
      !printed && !table.data?.flattened && /^[一二三四五六七八九十]{1,3}$/.test(text)
        ? `g_${readNumeral(text)}`
        : null;
    row.id = ids.take(`${table.id}__${printed ?? group ?? `r_n${position}`}`);
  }
}

function addItems(
  children: (Text | { type: 'citation' } | Item | Subitem)[],
  parent: string,
  ids: Ids,
): void {
  for (const child of children) {
    if (child.type === 'item') {
      child.id = ids.take(`${parent}__item_${child.number}`);
      addItems(child.children, child.id, ids);
    } else if (child.type === 'subitem') {
      const style = child.data?.style;
      child.id = ids.take(
        `${parent}__${style === 'd' || style === 'e' ? `${style}_` : 'pt_'}${child.number}`,
      );
      addItems(child.children, child.id, ids);
    }
  }
}

function addFlow(
  nodes: Flow[],
  prefix: string,
  ids: Ids,
  counters: { part: string; tables: number },
): void {
  let paragraphs = 0;
  for (const node of nodes) {
    switch (node.type) {
      case 'chapter':
      case 'section': {
        const kind = node.type === 'section' ? 'sec' : node.data?.level === 'book' ? 'bk' : 'chp';
        const own = `${kind}_${node.number}`;
        // A section's number starts anew in each chapter, so its id needs the chapter's.
        node.id = ids.take(
          join(node.type === 'section' && counters.part !== prefix ? prefix : counters.part, own),
        );
        addFlow(node.children as Flow[], node.id, ids, counters);
        break;
      }
      case 'article': {
        node.id = ids.take(join(counters.part, `art_${node.number.join('-')}`));
        for (const child of node.children) {
          if (child.type === 'paragraph')
            addParagraph(child, `${node.id}__para_${child.number}`, ids);
          else addTable(child, counters.part, ++counters.tables, ids);
        }
        break;
      }
      case 'heading':
        node.id = ids.take(join(prefix, `${node.style}_${node.number}`));
        addFlow(node.children, node.id, ids, counters);
        break;
      case 'paragraph':
        addParagraph(node, join(prefix, `p_${++paragraphs}`), ids);
        break;
      case 'table':
        addTable(node, counters.part, ++counters.tables, ids);
        break;
      case 'addressee':
      case 'annotation':
      case 'signature':
      case 'sourceNote':
      case 'attachmentNote':
      case 'contents':
        node.id = ids.take(join(prefix, noteIds[node.type]));
        break;
      case 'unknown':
        node.id = ids.take(join(prefix, 'unk_1'));
        break;
    }
  }
}

const noteIds = {
  addressee: 'to',
  annotation: 'note',
  signature: 'sign',
  sourceNote: 'source',
  attachmentNote: 'attachments',
  contents: 'contents',
} as const;

function addParagraph(paragraph: Paragraph, id: string, ids: Ids): void {
  paragraph.id = ids.take(id);
  addItems(paragraph.children, paragraph.id, ids);
}

/** Gives every addressable node of the tree its id, unique within its document. */
export function addClauseIds(issue: IssueNode): void {
  for (const document of issue.children) {
    const ids = new Ids();
    for (const [part, prefix] of partPrefixes(document, ids)) {
      if (prefix !== '') part.id = prefix;
      addFlow(part.children, prefix, ids, { part: prefix, tables: 0 });
    }
  }
}
