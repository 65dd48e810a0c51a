/** The rows of a comparison as elements. */
import type { Row } from '../align.ts';
import { writePlace } from '../address.ts';
import type { Block } from '../differences.ts';
import type { Piece } from '../diff.ts';
import { isChange, kindNames } from '../summary.ts';
import type { CutUnit } from '../units.ts';
import { element } from '../../search/browser/element.ts';

export interface Compared {
  /** Ids of the documents. */
  left: string;
  right: string;
  units: Record<'left' | 'right', CutUnit[]>;
}

/** One row: what it is, its units with links to the documents, and the text in one column and in two. */
export function rowElement(row: Row, blocks: Block[], compared: Compared): HTMLElement {
  const { left, right } = compared.units;
  const units = { left: row.left.map((at) => left[at]!), right: row.right.map((at) => right[at]!) };
  const first = (units.right[0] ?? units.left[0])!;
  const place = writePlace({ side: units.right[0] ? 'right' : 'left', id: first.id });
  const isTitle = first.kind === 'title';
  const heading = element(
    isTitle ? 'h2' : 'h3',
    {},
    element('span', { class: 'kind' }, kindNames[row.kind]),
    row.moved ? element('span', { class: 'kind moved' }, '顺序有变') : null,
    namesElement('left', units.left, compared.left),
    units.left.length > 0 && units.right.length > 0 ? element('span', {}, '→') : null,
    namesElement('right', units.right, compared.right),
    element('a', { class: 'self', href: place, 'aria-label': `${first.name}对照的链接` }, '#'),
  );
  const made = element(
    'article',
    {
      class: isTitle ? 'row title' : 'row',
      'data-kind': row.kind,
      'data-place': place,
      tabindex: '-1',
    },
    heading,
    withinElement(units.left[0], units.right[0]),
    row.weak ? element('p', { class: 'note' }, '两处用词大多不同，是否同一规定请自行判断。') : null,
    textElement(row, blocks, units.left[0]?.kind === 'table' || units.right[0]?.kind === 'table'),
  );
  if (isChange(row)) made.dataset.change = '';
  return made;
}

const sideNames = { left: '甲', right: '乙' };

function namesElement(side: 'left' | 'right', units: CutUnit[], id: string): HTMLElement | null {
  if (units.length === 0) return null;
  return element(
    'span',
    { class: 'names' },
    `${sideNames[side]} `,
    ...units.flatMap((unit, at) => [
      at === 0 ? '' : '、',
      element('a', { href: `/documents/${id}/#${unit.id}` }, unit.name),
    ]),
  );
}

/** The chapters of both sides, for rows that are read without their neighbours. */
function withinElement(left: CutUnit | undefined, right: CutUnit | undefined): HTMLElement | null {
  const names = [left, right].map((unit) => unit?.within.join(' ') ?? '');
  if (names.every((name) => name === '')) return null;
  const text = names[0] === names[1] ? names[0]! : names.filter(Boolean).join(' → ');
  return element('p', { class: 'within' }, text);
}

function textElement(row: Row, blocks: Block[], isTable: boolean): HTMLElement {
  const attributes = { class: `texts gazette${isTable ? ' rows-of-table' : ''}` };
  const column = (name: string, ...hidden: Piece['kind'][]) =>
    element(
      'div',
      { class: name },
      ...blocks
        .flatMap(apart)
        .map((block) => ({
          ...block,
          pieces: block.pieces.filter((piece) => !hidden.includes(piece.kind)),
        }))
        .filter(({ pieces }) => pieces.length > 0)
        .map((block) => blockElement(block, row)),
    );
  if (row.kind === 'unchanged') return element('div', attributes, column('once'));
  const none = (name: string, text: string) =>
    element('div', { class: name }, element('p', { class: 'none' }, text));
  return element(
    'div',
    attributes,
    column('inline'),
    row.left.length === 0 ? none('left', '甲中未找到相应内容') : column('left', 'inserted'),
    row.right.length === 0 ? none('right', '乙中未找到相应内容') : column('right', 'deleted'),
  );
}

const tags = { deleted: 'del', inserted: 'ins' } as const;

interface ShownBlock extends Block {
  /** It is on one side only, as a whole. */
  whole?: keyof typeof tags;
}

/** A paragraph with nothing in common with what stands for it is two, one removed and one added. */
function apart(block: Block): ShownBlock[] {
  if (block.pieces.some(({ kind }) => kind === 'same')) return [block];
  return block.pieces.flatMap((piece) =>
    piece.kind === 'same' ? [] : [{ ...block, pieces: [piece], whole: piece.kind }],
  );
}

const marks = { deleted: '删', inserted: '增' };

/** A paragraph; one that is on one side only is marked at its edge, which is easier to read than every word marked. */
function blockElement({ pieces, moved, whole }: ShownBlock, row: Row): HTMLElement {
  const isAlone = row.left.length === 0 || row.right.length === 0;
  return element(
    'p',
    whole ? { class: `whole ${whole}` } : {},
    whole && !isAlone
      ? element('span', { class: 'mark' }, moved ? `${marks[whole]}，位置有变` : marks[whole])
      : null,
    ...pieces.map(({ kind, text }) =>
      kind === 'same' ? document.createTextNode(text) : element(tags[kind], {}, text),
    ),
  );
}
